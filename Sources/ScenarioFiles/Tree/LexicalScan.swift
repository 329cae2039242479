/// Walks YAML text once before it is parsed, for what a parser tells too late or not at all.
///
/// It finds nesting that would overflow the parser's stack, both places of a duplicate key, every
/// anchor, alias, tag and merge key, tabs, full-width colons and second documents. It follows the
/// structure (indentation, brackets, quotes, block text) but builds nothing; what it does not
/// understand it leaves to the parser.
struct LexicalScan {
  /// Deepest nesting of lists and mappings.
  static let deepest = 32
  /// Most keys and values in one file.
  static let mostValues = 200_000
  /// Problems after which the scan gives up.
  static let mostFindings = 1000

  let source: SourceFile
  let file: SourceID
  let bytes: [UInt8]
  var at = 0
  /// Offset of the first byte of the current line.
  var lineStart = 0
  var findings: [Finding] = []
  /// Second and later keys of a name, so that the parser can be kept from seeing them.
  var repeatedKeys: [RepeatedKey] = []
  var blocks: [Block] = []
  var flows: [Flow] = []
  private var documents = 0
  private var hasContent = false
  /// Indentation of the block around a plain text that may go on in the next line.
  private var openText: Int?
  var values = 0
  /// The last place that was worked out, from which the next is counted.
  var lastPlace: (offset: Int, position: Position)
  /// Whether the file must not be given to the parser.
  var hasStopped = false

  /// A list or mapping that is written by indentation.
  struct Block {
    let column: Int
    let kind: Kind
    var keys: [String: Position] = [:]
  }

  /// A list or mapping in brackets.
  struct Flow {
    let kind: Kind
    var keys: [String: Position] = [:]
    /// What comes next in a mapping.
    var next = Part.key

    /// The two halves of an entry.
    enum Part { case key, value }
  }

  /// What a block or a pair of brackets holds.
  enum Kind { case list, mapping }

  /// A problem of the text itself.
  struct Finding {
    let code: DiagnosticCode
    let span: Span
    let message: String
    let help: String?
  }

  /// Where a repeated key is written.
  struct RepeatedKey {
    /// Byte of its first character.
    let offset: Int
    let position: Position
  }

  init(_ source: SourceFile, file: SourceID) {
    self.source = source
    self.file = file
    bytes = source.bytes
    lastPlace = (0, Position(file: file, line: 1, column: 1))
  }

  /// Whether there is anything but comments and document marks.
  var isEmpty: Bool { !hasContent }

  /// Scans to the end, or to where the file is too deep, too large or hopeless.
  mutating func run() {
    while at < bytes.count, !hasStopped {
      lineStart = at
      scanLine()
    }
  }

  private mutating func scanLine() {
    skip(while: { $0 == UInt8(ascii: " ") })
    let column = at - lineStart
    guard !restIsBlank() else { return skipLine() }
    if bytes[at] == UInt8(ascii: "\t") { return refuseTab() }
    if column == 0, let marker = documentMarker() { return scan(marker) }
    hasContent = true
    if let indent = openText {
      if column > indent { return skipLine() }
      openText = nil
    }
    blocks.removeAll { $0.column > column }
    scanIndicators(from: column)
  }

  /// Reads the dashes and question marks at the start of a line, then the node behind them.
  private mutating func scanIndicators(from start: Int) {
    var column = start
    while let indicator = indicator() {
      open(indicator, at: column)
      guard !hasStopped else { return }
      at += 1
      skip(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
      guard !restIsBlank() else { return skipLine() }
      column = at - lineStart
    }
    scanNode(at: column, role: .keyOrValue)
  }

  /// Where a node stands: only at the start of a line can it be a key.
  private enum Role { case keyOrValue, value }

  private mutating func scanNode(at column: Int, role: Role) {
    countValue()
    scanProperties()
    guard at < bytes.count, !isLineEnd(at) else { return skipLine() }
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      scanFlow()
      return skipLine()
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      skipLine()
      return skipBlockText(deeperThan: blocks.last?.column ?? -1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = scanQuoted()
      skip(while: { $0 == UInt8(ascii: " ") })
      guard role == .keyOrValue, endsKey(at) else { return skipLine() }
      foundKey(text, from: start + 1, column: column)
    default:
      let text = scanPlain()
      guard role == .keyOrValue, endsKey(at) else {
        if role == .keyOrValue, mustBeKey(at: column) { checkColon(in: text, from: start) }
        openText = blocks.last?.column ?? -1
        return skipLine()
      }
      foundKey(text, from: start, column: column)
    }
  }

  private mutating func foundKey(_ key: String, from start: Int, column: Int) {
    open(.mapping, at: column)
    guard !hasStopped else { return }
    note(key, from: start)
    at += 1
    skip(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    guard !restIsBlank() else { return skipLine() }
    scanNode(at: at - lineStart, role: .value)
  }

  /// Opens the list or mapping at a column, unless it is open already.
  private mutating func open(_ kind: Kind, at column: Int) {
    if let last = blocks.last, last.column == column {
      if last.kind == kind { return }
      // A list may stand at the column of the mapping it belongs to; the next key ends it.
      if last.kind == .list {
        blocks.removeLast()
        if blocks.last?.column == column { return }
      }
    }
    blocks.append(Block(column: column, kind: kind))
    checkDepth()
  }

  /// Whether a line at a column goes on with an open mapping, or begins the file.
  private func mustBeKey(at column: Int) -> Bool {
    guard let block = blocks.last else { return column == 0 }
    return block.kind == .mapping && block.column == column
  }

  private mutating func refuseTab() {
    find(.tabIndent, at: at, "tabs may not indent; use spaces", help: nil)
    hasContent = true
    skipLine()
  }

  private mutating func scan(_ marker: DocumentMarker) {
    let isSecond = documents > 0 || hasContent
    if marker == .start {
      if isSecond {
        find(
          .secondDocument,
          at: at,
          length: 3,
          "a second document begins here",
          help: "one file holds one document; remove the `---`"
        )
      }
      documents += 1
    }
    blocks = []
    openText = nil
    at += 3
    skip(while: { $0 == UInt8(ascii: " ") })
    guard marker == .start, !restIsBlank() else { return skipLine() }
    hasContent = true
    scanNode(at: at - lineStart, role: .keyOrValue)
  }
}
