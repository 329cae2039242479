internal import CountyModel
internal import Foundation
internal import NetworkModel

/// A network file written out as JSON that can be read as a network file again.
struct ResolvedNetwork: Sendable {
  private let root: Tree

  /// A value of the file.
  private indirect enum Tree: Sendable {
    /// Text that is JSON already.
    case plain(String)
    case list([Tree])
    case mapping([(key: String, value: Tree)])
  }

  init(_ file: NetworkFile, on desk: Desk) {
    let sources = file.inputs.sources.map { ($0.id, $0.arrivals) }
    root = Self.tree(file.root, path: [], on: desk, Dictionary(sources) { first, _ in first })
  }

  /// The file with the seed and replications of a run.
  func json(seed: UInt64, replications: Int) -> String {
    let run = [("seed", String(seed)), ("replications", String(replications))]
    return Self.text(Self.replacing(run, in: root), indent: "") + "\n"
  }

  private static func tree(
    _ node: NodeID,
    path: [String],
    on desk: Desk,
    _ sources: [String: ArrivalsInputs]
  ) -> Tree {
    switch desk[node].content {
    case .scalar(let scalar): return .plain(plain(scalar))
    case .list(let items):
      return .list(items.map { tree($0, path: path + ["[]"], on: desk, sources) })
    case .mapping(let entries):
      return .mapping(
        entries.map { entry in
          if path.count == 2, path[0] == "sources", entry.key == "traceFile",
            case .trace(let arrivals)? = sources[path[1]]
          {
            return ("trace", trace(arrivals))
          }
          return (entry.key, tree(entry.value, path: path + [entry.key], on: desk, sources))
        }
      )
    }
  }

  private static func plain(_ scalar: Scalar) -> String {
    guard scalar.style == .plain else { return quoted(scalar.text) }
    if NumberGrammar.isNumber(scalar.text) { return scalar.text }
    // In quotes a share would no longer be one.
    if scalar.text.hasSuffix("%"), let share = try? QuantityGrammar.value(scalar, in: .share) {
      return "\(share)"
    }
    return quoted(scalar.text)
  }

  private static func trace(_ arrivals: [TraceArrival]) -> Tree {
    .list(
      arrivals.map { arrival in
        let time = Tree.plain("\(arrival.time)")
        guard let name = arrival.className else { return time }
        return .mapping([("time", time), ("class", .plain(quoted(name)))])
      }
    )
  }

  private static func replacing(_ run: [(key: String, text: String)], in root: Tree) -> Tree {
    guard case .mapping(let entries) = root else { return root }
    return .mapping(
      entries.map { entry in
        guard entry.key == "run", case .mapping(let own) = entry.value else { return entry }
        let changed = own.map { value in
          let text = run.first { $0.key == value.key }?.text
          return (key: value.key, value: text.map(Tree.plain) ?? value.value)
        }
        return (entry.key, .mapping(changed))
      }
    )
  }

  private static func text(_ tree: Tree, indent: String) -> String {
    let inner = indent + "  "
    switch tree {
    case .plain(let text): return text
    case .list(let items):
      return "[" + items.map { text($0, indent: inner) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      guard !entries.isEmpty else { return "{}" }
      let lines = entries.map { "\(inner)\(quoted($0.key)): \(text($0.value, indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // A string can always be encoded.
    let data = (try? encoder.encode(text)) ?? Data("\"\"".utf8)
    return String(decoding: data, as: UTF8.self)
  }
}
