internal import Yams

/// Opens a file and turns it into nodes, reporting whatever stands in the way.
struct DocumentReader {
  let desk: Desk

  /// A file that was opened: its number, and its top mapping when it could be read.
  struct Document {
    let source: SourceID
    let root: NodeID?
  }

  /// Reads a file that lies at `path`, that messages call `name` and results `logicalName`.
  ///
  /// When it cannot be opened, the problem is shown at the place in another file that names it, or
  /// at its own first line when the command line does.
  func open(path: String, name: String, logicalName: String, askedAt asked: Asked?) -> Document {
    let file = take(path: path, name: name, logicalName: logicalName, askedAt: asked)
    return Document(source: file.source, root: file.isOpen ? read(file.source) : nil)
  }

  /// Reads a text as if it were a file of a name.
  func open(text: String, name: String) -> Document {
    let bytes = Array(text.utf8)
    let source = desk.add(
      SourceFile(
        name: name,
        logicalName: name,
        bytes: bytes,
        sha256: FileDoor.sha256(of: bytes)
      )
    )
    return Document(source: source, root: read(source))
  }

  /// Takes in a file that is no YAML, such as a table; nothing when it cannot be read.
  func table(path: String, logicalName: String, askedAt asked: Asked) -> SourceID? {
    let file = take(
      path: path,
      name: path,
      logicalName: logicalName,
      askedAt: asked,
      upTo: FileDoor.tableLimit
    )
    return file.isOpen && checkCharacters(of: file.source) ? file.source : nil
  }

  /// Takes in the bytes of a file, or reports why they cannot be had.
  private func take(
    path: String,
    name: String,
    logicalName: String,
    askedAt asked: Asked?,
    upTo limit: Int = FileDoor.limit
  ) -> (source: SourceID, isOpen: Bool) {
    do {
      let bytes = try FileDoor.bytes(at: path, named: name, upTo: limit)
      let source = desk.add(
        SourceFile(
          name: name,
          logicalName: logicalName,
          bytes: DocumentReader.withoutMark(bytes),
          sha256: FileDoor.sha256(of: bytes)
        )
      )
      return (source, true)
    } catch {
      let source = desk.add(
        SourceFile(name: name, logicalName: logicalName, bytes: [], sha256: "")
      )
      let start = Span(Position(file: source, line: 1, column: 1))
      desk.report(
        error.code,
        at: asked?.span ?? start,
        error.message,
        key: asked?.keyPath,
        help: error.help
      )
      return (source, false)
    }
  }

  /// The place in a file that names another file.
  struct Asked {
    let span: Span
    let keyPath: String
  }

  private func read(_ source: SourceID) -> NodeID? {
    guard checkCharacters(of: source) else { return nil }
    var scan = LexicalScan(desk[source], file: source)
    scan.run()
    let tree = scan.hasStopped || scan.isEmpty ? nil : compose(source, scan)
    for finding in scan.findings where !desk.hasUndefinedAlias(at: finding.span.start) {
      desk.report(finding)
    }
    guard !scan.isEmpty else {
      desk.report(
        .empty,
        at: Span(Position(file: source, line: 1, column: 1)),
        "the scenario is empty",
        expected: "a mapping that begins with `schema:`",
        help: SchemaKind.example
      )
      return nil
    }
    guard let tree else { return nil }
    guard case .mapping = desk[tree].content else {
      desk.report(
        .wrongRoot,
        at: desk[tree].span,
        "expected a mapping at the top, found \(desk[tree].kindInWords)",
        expected: "keys with values, `schema:` first"
      )
      return nil
    }
    return tree
  }

  private func compose(_ source: SourceID, _ scan: LexicalScan) -> NodeID? {
    let stops: Set<DiagnosticCode> = [.tabIndent, .secondDocument, .fullWidthSyntax]
    if scan.findings.contains(where: { stops.contains($0.code) }) { return nil }
    do {
      let parser = try Parser(yaml: text(of: source, scan), resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      if scan.findings.contains(where: { $0.code == .alias }) {
        return checkBudget(of: root, in: source)
      }
      let builder = TreeBuilder(
        file: source,
        refusedKeys: Set(scan.repeatedKeys.map(\.position)),
        append: desk.add,
        report: desk.report
      )
      return builder.build(root)
    } catch {
      report(error, in: source)
      return nil
    }
  }

  /// A file with aliases is refused already; this tells whether it was also meant to flood memory.
  private func checkBudget(of root: Yams.Node, in source: SourceID) -> NodeID? {
    var budget = NodeBudget()
    if !budget.covers(root) {
      desk.report(
        .tooManyNodes,
        at: Span(Position(file: source, line: 1, column: 1)),
        "unfolds to more than \(NodeBudget.limit) values",
        help: "write the values out"
      )
    }
    return nil
  }

  private func report(_ error: any Error, in source: SourceID) {
    let problem =
      (error as? YamlError).map(SyntaxProblem.init) ?? .unknown
    let position = Position(file: source, line: problem.line, column: problem.column)
    desk.report(problem.code, at: Span(position), problem.message, help: problem.help)
  }

  /// The text as the parser gets it: second and later keys of a name are given names of their own.
  private func text(of source: SourceID, _ scan: LexicalScan) -> String {
    let bytes = desk[source].bytes
    guard !scan.repeatedKeys.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var copied = 0
    for (count, key) in scan.repeatedKeys.prefix(6000).enumerated() {
      result += bytes[copied..<key.offset]
      // One scalar of the private use area takes the place of one scalar, so no column moves.
      let stand = Unicode.Scalar(UInt16(0xE000 + count)) ?? "\u{E000}"
      result += Array(String(stand).utf8)
      copied = key.offset + 1
      while copied < bytes.count, bytes[copied] & 0b1100_0000 == 0b1000_0000 { copied += 1 }
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
