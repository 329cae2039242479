internal import CountyModel
internal import Experiments

/// Reads county files and single sections.
struct CountyReader {
  let library: Library
  private var desk: Desk { library.desk }

  /// Names of the sections that figures stand in, in the order of the model.
  static let sectionNames: [String] = {
    var names: [String] = []
    for declaration in CountyInputs.declarations {
      let name = declaration.path.prefix { $0 != "." && $0 != "[" }
      if !names.contains(String(name)) { names.append(String(name)) }
    }
    return names
  }()

  /// All sections: figures, observations and tables.
  static let allSectionNames = sectionNames + ["fit", TablesReader.section]

  init(_ library: Library) { self.library = library }

  /// Reads a county.
  func county(_ document: DocumentReader.Document) -> CountyFile? {
    guard let sections = sections(document) else { return nil }
    return read(sections, observations(sections), document)
  }

  /// What is observed; a county like another takes over every row whose id it does not write itself.
  private func observations(_ sections: CountySections) -> [FitTarget] {
    let reader = FitReader(desk)
    let own = reader.read(sections.byName["fit"]?.node, asked: "fit", places: .county)
    let base = reader.read(sections.base?.section("fit")?.node, asked: "fit", places: .county)
    let kept = base.map { row in own.first { $0.id == row.id } ?? row }
    return kept + own.filter { row in !base.contains { $0.id == row.id } }
  }

  /// The sections of a county, wherever they are written; nothing when it is no county file.
  func sections(_ document: DocumentReader.Document) -> CountySections? {
    guard let root = document.root else { return nil }
    var keys = MappingReader(desk, root, path: "", places: .county)
    guard SchemaKind.read(&keys, allowed: [.county]) != nil else { return nil }
    if keys.keys.contains("name") { _ = keys.names() }
    _ = keys.note()
    let base = base(&keys)
    let answers = AnswersReader(library).read(&keys)
    let included = included(&keys)
    let sections = sections(&keys, included.found)
    let others = [KnownKey("name", zh: "名称")]
    keys.finish(alsoAllowed: others)
    // A misspelt section is unknown, not missing.
    let misspelt = keys.unknown(alsoAllowed: others).flatMap(\.1.candidates)
    return CountySections(
      root: root,
      byName: sections,
      misread: included.misread.union(misspelt),
      base: base,
      answers: answers
    )
  }

  /// The county that this one is like; that one must stand on its own.
  private func base(_ keys: inout MappingReader) -> CountySections.Base? {
    guard let entry = keys.optional("like", zh: "参照县") else { return nil }
    guard let reference = keys.text(entry) else { return nil }
    let document = library.open(reference, at: entry.value, key: "like", reach: .anywhere)
    guard let document, let root = document.root else { return nil }
    guard case .mapping(let entries) = desk[root].content,
      !entries.contains(where: { $0.key == "like" })
    else {
      desk.report(
        .includeCycle,
        at: desk[entry.value].span,
        "the county that this one is like is itself like another",
        key: "like",
        help: "name the county that is written out"
      )
      return nil
    }
    guard let sections = sections(document) else { return nil }
    return CountySections.Base(name: Library.folder(of: reference), sections: sections.byName)
  }

  /// The same county with some numbers changed, by full path.
  ///
  /// Tables are kept as they were read; a county that is laid out otherwise needs a new map.
  func changed(_ county: CountyFile, by changes: [String: Double]) -> CountyFile {
    var reader = NodeReader(desk, sections: county.sections, changes: changes)
    var inputs = CountyInputs(from: &reader)
    inputs.capacities = county.tables.capacities
    return CountyFile(
      inputs: inputs,
      tables: county.tables,
      fit: county.fit,
      sources: reader.sources + county.tables.sources,
      values: reader.values + county.tables.values,
      document: county.document,
      geography: county.geography,
      numbers: county.numbers,
      written: county.written,
      sections: county.sections,
      communities: county.communities
    )
  }

  /// Checks a file that holds some sections only.
  func section(_ document: DocumentReader.Document) {
    guard let root = document.root else { return }
    let sections = sections(ofFile: root)
    _ = FitReader(desk).read(sections["fit"]?.node, asked: "fit", places: .county)
    _ = read(CountySections(root: nil, byName: sections, misread: []), [], document)
  }

  private func read(
    _ sections: CountySections,
    _ fit: [FitTarget],
    _ document: DocumentReader.Document
  ) -> CountyFile {
    var reader = NodeReader(desk, sections: sections)
    var inputs = CountyInputs(from: &reader)
    sections.answers.checkPaths(known: reader.values.map(\.path), on: desk)
    let facts = sections.byName["geography"] == nil ? nil : inputs.facts
    let tables = TablesReader(library, facts: facts).read(sections.byName[TablesReader.section])
    inputs.capacities = tables.capacities
    let start = Span(Position(file: document.source, line: 1, column: 1))
    return CountyFile(
      inputs: inputs,
      tables: tables,
      fit: fit,
      sources: reader.sources + tables.sources,
      values: reader.values + tables.values,
      document: document,
      geography: sections.byName["geography"].map { desk[$0.node].span } ?? start,
      numbers: reader.knownNumbers,
      written: reader.written,
      sections: sections,
      communities: sections.byName["communities"]?.node
    )
  }

  /// The sections in a county file, and those of the files it includes.
  private func sections(
    _ keys: inout MappingReader,
    _ included: [String: IncludedSection]
  ) -> [String: CountySections.Section] {
    var sections = included.mapValues(\.section)
    for name in CountyReader.allSectionNames {
      guard let entry = keys.optional(name) else { continue }
      if let other = included[name] {
        keys.conflict(other.by, entry, because: "the section is written here and included")
      }
      sections[name] = (entry.value, .unstated)
    }
    return sections
  }

  /// A section in a file of its own, and the entry that names the file.
  private struct IncludedSection {
    let section: CountySections.Section
    let by: Entry
  }

  /// The sections that `include` names, and the names of those that could not be read.
  private func included(
    _ keys: inout MappingReader
  ) -> (found: [String: IncludedSection], misread: Set<String>) {
    guard var include = keys.mapping(keys.optional("include", zh: "包含")) else { return ([:], []) }
    var found: [String: IncludedSection] = [:]
    var named: Set<String> = []
    for name in CountyReader.allSectionNames {
      guard let entry = include.optional(name) else { continue }
      named.insert(name)
      guard let reference = include.text(entry) else { continue }
      let key = include.path(of: name)
      let document = library.open(reference, at: entry.value, key: key, reach: .ownFolder)
      guard let root = document?.root else { continue }
      guard let section = sections(ofFile: root)[name] else {
        desk.report(
          .missingKey,
          at: desk[root].span,
          "the section `\(name)` is not in this file",
          key: name,
          expected: "the key `\(name)`"
        )
        continue
      }
      found[name] = IncludedSection(section: section, by: entry)
    }
    include.finish()
    return (found, named.subtracting(found.keys))
  }

  /// The sections in a section file, with the provenance of the file.
  private func sections(ofFile root: NodeID) -> [String: CountySections.Section] {
    var keys = MappingReader(desk, root, path: "", places: .county)
    guard SchemaKind.read(&keys, allowed: [.section]) != nil else { return [:] }
    _ = keys.note()
    let origin = Origin.of(&keys)
    var sections: [String: CountySections.Section] = [:]
    for name in CountyReader.allSectionNames {
      if let entry = keys.optional(name) { sections[name] = (entry.value, origin) }
    }
    keys.finish()
    return sections
  }
}
