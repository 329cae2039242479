/// The sections of a county, wherever they are written.
struct CountySections {
  /// A section and the origin that the file around it gives to its figures.
  typealias Section = (node: NodeID, origin: Origin)

  /// The mapping in which a missing section is reported; `nil` when the others may be absent.
  let root: NodeID?
  /// Sections by name.
  let byName: [String: Section]
  /// Sections whose file could not be read, which has been reported.
  let misread: Set<String>
  /// The county that this one is like.
  var base: Base?
  /// Local figures that were filled in.
  var answers = FigureAnswers()

  /// The sections of another county, for what is not written in this one.
  struct Base {
    /// English name of the other county.
    let name: String
    private let sections: [String: Section]

    /// What describes one place only is never inherited.
    private static let own: Set<String> = ["geography", "solved", "communities"]

    init(name: String, sections: [String: Section]) {
      self.name = name
      self.sections = sections.filter { !Base.own.contains($0.key) }
    }

    /// A section that may be inherited.
    func section(_ name: String) -> (node: NodeID, origin: Origin, name: String)? {
      sections[name].map { ($0.node, $0.origin, self.name) }
    }
  }

  /// A section, or a report that it is missing.
  func find(_ name: String, on desk: Desk, expected: String) -> Section? {
    if let section = byName[name] { return section }
    guard let root, !misread.contains(name) else { return nil }
    desk.report(
      .missingKey,
      at: desk[root].span,
      "the section `\(name)` is missing",
      key: name,
      expected: expected,
      help: "write it here or name its file under `include`"
    )
    return nil
  }
}
