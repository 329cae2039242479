/// Row number of a node among all nodes of a load.
struct NodeID: Hashable, Sendable {
  let row: Int
}

/// A piece of a file: where it stands and what it holds.
struct Node: Sendable {
  let span: Span
  let content: Content

  /// What a node holds.
  enum Content: Sendable {
    case scalar(Scalar)
    case list([NodeID])
    case mapping([Entry])
  }

  /// What the node is, for messages.
  var kindInWords: String {
    switch content {
    case .scalar(let scalar) where scalar.isNothing: "nothing"
    case .scalar: "text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// The text of a single value, and whether it was quoted.
struct Scalar: Sendable {
  let text: String
  let style: Style

  /// How it is written.
  enum Style: Sendable { case plain, quoted, block }

  /// Whether nothing at all is written.
  var isNothing: Bool { style == .plain && ["", "~", "null", "Null", "NULL"].contains(text) }
}

/// One key of a mapping and what it holds.
struct Entry: Sendable {
  let key: String
  let keySpan: Span
  let value: NodeID
}
