internal import CountyModel
internal import Experiments

/// Reads files that run several studies.
struct SeriesReader {
  let library: Library
  private var desk: Desk { library.desk }

  /// Most studies of a series.
  private static let most = 50

  init(_ library: Library) { self.library = library }

  /// Reads a series and every study it names; nothing when something that matters is missing.
  func read(_ document: DocumentReader.Document) -> SeriesFile? {
    guard let root = document.root else { return nil }
    var keys = MappingReader(desk, root, path: "", places: .studies)
    guard SchemaKind.read(&keys, allowed: [.studies]) != nil else { return nil }
    let id = keys.id()
    let (zh, en) = keys.names()
    let note = keys.note()
    let members = members(&keys)
    let rows = rows(&keys)
    keys.finish()
    guard let id, let members, let rows else { return nil }
    return SeriesFile(
      series: StudySeries(id: id, zh: zh, en: en, note: note, rows: rows),
      members: members
    )
  }

  private func members(_ keys: inout MappingReader) -> [SeriesFile.Member]? {
    let entry = keys.required("studies", zh: "研究", expected: "a list of studies")
    guard let items = items(entry, of: 1...SeriesReader.most, "studies", in: keys) else {
      return nil
    }
    var places: [String: Position] = [:]
    let members = items.compactMap { node, path in
      keys.mapping(node, path: path).flatMap { member($0, &places) }
    }
    return members.count == items.count ? members : nil
  }

  private func member(
    _ mapping: MappingReader,
    _ places: inout [String: Position]
  ) -> SeriesFile.Member? {
    var keys = mapping
    let entry = keys.required("study", zh: "研究", expected: "the path of a study file")
    let kept = keys.optional("policies", zh: "政策")
    let replications = replications(&keys)
    keys.finish()
    guard let entry, let reference = keys.text(entry) else { return nil }
    let key = keys.path(of: "study")
    let document = library.open(reference, at: entry.value, key: key, reach: .anywhere)
    guard let document, let file = StudyReader(library).read(document) else { return nil }
    if let first = places[file.id] {
      desk.report(
        .duplicateID,
        at: desk[entry.value].span,
        "the study \(Visible.quoted(file.id)) is here and at \(first.lineAndColumn)",
        key: key,
        help: "name every study once"
      )
    }
    places[file.id] = desk[entry.value].span.start
    return SeriesFile.Member(
      file: file,
      path: desk[document.source].name,
      policies: kept.map { policies($0, of: file, in: keys) },
      replications: replications
    )
  }

  /// The policies to keep: all in the study, its baseline first.
  private func policies(_ entry: Entry, of file: StudyFile, in keys: MappingReader) -> [String] {
    let known = file.policies.map(\.id)
    let wanted = keys.texts(entry)
    for (place, (name, node)) in wanted.enumerated() {
      let key = "\(keys.path(of: entry.key))[\(place)]"
      guard known.contains(name) else {
        desk.report(
          .unknownName,
          at: desk[node].span,
          "the study has no policy \(Visible.quoted(name))",
          key: key,
          expected: "one of " + Suggestions.list(known),
          help: Suggestions.didYouMean(name, among: known)
        )
        continue
      }
      if wanted[..<place].contains(where: { $0.text == name }) {
        desk.report(
          .duplicateID,
          at: desk[node].span,
          "the policy \(Visible.quoted(name)) is kept twice",
          key: key,
          help: "name every policy once"
        )
      }
    }
    if wanted.first?.text != known.first {
      desk.report(
        .conflict,
        at: desk[entry.value].span,
        "the baseline of the study is not kept first",
        key: keys.path(of: entry.key),
        help: "begin with `\(known.first ?? "")`"
      )
    }
    return wanted.map(\.text)
  }

  private func replications(_ keys: inout MappingReader) -> Int? {
    let entry = keys.optional("replications", zh: "重复次数")
    let count = keys.read(entry, expected: "a whole number", by: NumberGrammar.whole)
    guard let entry, let count, !(1...100_000).contains(count) else { return count.map { Int($0) } }
    desk.report(
      .outOfRange,
      at: desk[entry.value].span,
      "a study needs replications",
      key: keys.path(of: entry.key),
      expected: "1 to 100000"
    )
    return nil
  }

  private func rows(_ keys: inout MappingReader) -> [MatrixRow]? {
    let entry = keys.required("matrix", zh: "对照指标", expected: "a list of measures")
    guard let items = items(entry, of: 1...200, "matrix", in: keys) else { return nil }
    var known: Set<String> = []
    let rows = items.compactMap { node, path -> MatrixRow? in
      guard var row = keys.mapping(node, path: path) else { return nil }
      let measure = MeasureWord.read(&row)
      let named = row.keys.contains("name") ? row.names() : nil
      row.finish(alsoAllowed: [KnownKey("name", zh: "名称")])
      guard let measure else { return nil }
      if !known.insert(measure.id).inserted {
        desk.report(
          .duplicateID,
          at: desk[node].span,
          "the measure \(Visible.quoted(measure.id)) is a line already",
          key: row.path(of: "measure"),
          help: "name every measure once"
        )
      }
      return MatrixRow(measure: measure.id, zh: named?.0 ?? measure.zh, en: named?.1 ?? measure.en)
    }
    return rows.count == items.count ? rows : nil
  }

  /// The items of a list that must have some.
  private func items(
    _ entry: Entry?,
    of count: ClosedRange<Int>,
    _ key: String,
    in keys: MappingReader
  ) -> [(NodeID, String)]? {
    guard let entry, let items = keys.items(entry) else { return nil }
    guard count.contains(items.count) else {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        "the list has \(items.count) items",
        key: key,
        expected: "\(count.lowerBound) to \(count.upperBound)"
      )
      return nil
    }
    return items.map { ($0.0, $0.1) }
  }
}
