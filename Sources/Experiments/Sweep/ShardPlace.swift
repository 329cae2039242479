extension Shard.Address {
  /// The first thing in which the place that a shard bears is not the one that a manifest says.
  public enum Difference: Sendable, Hashable {
    /// Another value of something that is varied.
    case value(path: String, shard: Double, manifest: Double)
    /// Something else is varied.
    case paths(shard: [String], manifest: [String])
    /// Another task, point, policy, replication or seed.
    case number
  }

  /// In what this address differs from another one; `nil` when it does not.
  func difference(from manifest: Shard.Address) -> Difference? {
    guard self != manifest else { return nil }
    let (paths, theirs) = (values.map(\.path), manifest.values.map(\.path))
    guard paths == theirs else { return .paths(shard: paths, manifest: theirs) }
    for (own, other) in zip(values, manifest.values) where own.value != other.value {
      return .value(path: own.path, shard: own.value, manifest: other.value)
    }
    return .number
  }
}

extension Shard.Address.Difference {
  /// The difference in a few words.
  var inWords: String {
    switch self {
    case .value(let path, let shard, let manifest):
      let (own, other) = (JSONLine.text(of: shard), JSONLine.text(of: manifest))
      return "it has \(path) at \(own), and \(SweepFolder.manifest) \(other)"
    case .paths(let shard, let manifest):
      let (own, other) = (shard.joined(separator: ", "), manifest.joined(separator: ", "))
      return "it varies \(own), and \(SweepFolder.manifest) \(other)"
    case .number: return "\(SweepFolder.manifest) puts it at another place"
    }
  }
}
