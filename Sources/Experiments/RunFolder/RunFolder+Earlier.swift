internal import Foundation

/// What would be lost if a run were written over the one that its folder holds.
extension RunFolder {
  /// What the run in a folder has that a new one would not give again, in words.
  ///
  /// - Parameters:
  ///   - path: The folder, which need not be there.
  ///   - contract: What decides the numbers of the new run.
  /// - Returns: `nil` when the folder holds no run, or one whose place the new one may take.
  public static func loss(at path: String, under contract: Manifest.Contract) -> String? {
    guard isSigned(path) else { return nil }
    guard let earlier = signed(path, as: Run<Manifest.Contract>.self) else {
      return "it is not of one study"
    }
    return contract.loss(of: earlier.contract)
  }

  /// What the series in a folder has that a new one would not give again, in words.
  ///
  /// A series that was stopped holds its first studies; it may be taken up.
  ///
  /// - Parameters:
  ///   - path: The folder, which need not be there.
  ///   - members: What decides the numbers of the new series, study by study.
  /// - Returns: `nil` when the folder holds no run, or a series whose place the new one may take.
  public static func loss(at path: String, under members: [Manifest.Contract]) -> String? {
    guard isSigned(path) else { return nil }
    guard let earlier = signed(path, as: Run<SeriesManifest.Contract>.self)?.contract else {
      return "it is not of a series"
    }
    // Two or more, as the new series has one at least.
    if earlier.members.count > members.count { return "it has \(earlier.members.count) studies" }
    for (old, new) in zip(earlier.members, members) {
      if let loss = new.loss(of: old) { return "\(old.study): \(loss)" }
    }
    return nil
  }

  /// Whether a folder holds a manifest of any kind of run.
  private static func isSigned(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + manifest)
  }

  private static func signed<Kind: Decodable>(_ path: String, as kind: Kind.Type) -> Kind? {
    FileManager.default.contents(atPath: path + "/" + manifest)
      .flatMap { try? CanonicalJSON.decode(kind, from: $0) }
  }

  /// The part of a manifest that decides the numbers.
  private struct Run<Contract: Decodable>: Decodable {
    let contract: Contract
  }
}
