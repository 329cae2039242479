internal import Yams

/// Turns the parser's nodes into ours: text only, with places, without the keys already refused.
struct TreeBuilder {
  let file: SourceID
  /// Places of repeated keys, which were renamed before parsing and are left out here.
  let refusedKeys: Set<Position>
  let append: (Node) -> NodeID
  let report: (LexicalScan.Finding) -> Void

  func build(_ node: Yams.Node) -> NodeID {
    switch node {
    case .scalar(let scalar):
      append(Node(span: span(of: scalar), content: .scalar(text(of: scalar))))
    case .sequence(let sequence):
      append(Node(span: Span(position(sequence.mark)), content: .list(sequence.map(build))))
    case .mapping(let mapping):
      append(
        Node(span: Span(position(mapping.mark)), content: .mapping(mapping.compactMap(entry)))
      )
    case .alias(let alias):
      // The parser resolves aliases, and the scan before it has refused them.
      append(
        Node(
          span: Span(position(alias.mark)),
          content: .scalar(Scalar(text: "", style: .plain))
        )
      )
    }
  }

  private func entry(_ key: Yams.Node, _ value: Yams.Node) -> Entry? {
    let place = position(key.mark)
    guard case .scalar(let name) = key else {
      report(
        LexicalScan.Finding(
          code: .wrongValue,
          span: Span(place),
          message: "a key must be one word",
          help: nil
        )
      )
      return nil
    }
    guard name.string != "<<" else { return nil }
    let quoted = name.style == .singleQuoted || name.style == .doubleQuoted
    let first = Position(
      file: place.file,
      line: place.line,
      column: place.column + (quoted ? 1 : 0)
    )
    guard !refusedKeys.contains(first) else { return nil }
    return Entry(key: name.string, keySpan: span(of: name), value: build(value))
  }

  private func text(of scalar: Yams.Node.Scalar) -> Scalar {
    let style: Scalar.Style =
      switch scalar.style {
      case .singleQuoted, .doubleQuoted: .quoted
      case .literal, .folded: .block
      case .any, .plain: .plain
      }
    return Scalar(text: scalar.string, style: style)
  }

  private func span(of scalar: Yams.Node.Scalar) -> Span {
    let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
    let isBlock = scalar.style == .literal || scalar.style == .folded
    let length = isBlock ? 1 : scalar.string.unicodeScalars.count + quotes
    return Span(position(scalar.mark), length: length)
  }

  private func position(_ mark: Mark?) -> Position {
    Position(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}
