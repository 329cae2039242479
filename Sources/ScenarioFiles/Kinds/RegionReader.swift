internal import CountyModel
internal import Geography

/// Reads region files: several counties of one city.
struct RegionReader {
  let library: Library
  private var desk: Desk { library.desk }

  /// Most counties of a region.
  private static let most = 30
  /// Farthest that a county may lie from the middle of its region, kilometres.
  private static let farthest = 1000.0

  init(_ library: Library) { self.library = library }

  /// Reads a region and every county it names; nothing when something that matters is missing.
  func region(_ document: DocumentReader.Document) -> RegionFile? {
    guard let root = document.root else { return nil }
    var keys = MappingReader(desk, root, path: "", places: .region)
    guard SchemaKind.read(&keys, allowed: [.region]) != nil else { return nil }
    let (zh, en) = keys.names()
    _ = keys.note()
    let hasOutside = keys.keys.contains("outside")
    let outside = outside(keys.mapping(keys.optional("outside", zh: "区域外需求")))
    let entry = keys.required("counties", zh: "县", expected: "a list of counties")
    let members = members(keys, entry)
    keys.finish()
    guard let members, !hasOutside || outside != nil else { return nil }
    if outside != nil { checkCity(of: members) }
    return RegionFile(zh: zh, en: en, counties: members, outside: outside)
  }

  private func outside(_ mapping: MappingReader?) -> RegionFile.Outside? {
    guard var keys = mapping else { return nil }
    let visits = figure(
      keys.required("visits", zh: "门诊人次/日", expected: "visits a day"),
      in: keys,
      .number,
      0...1_000_000
    )
    let beds = figure(
      keys.required("beds", zh: "占床比例", expected: "a share of the city's beds"),
      in: keys,
      .share,
      0...1
    )
    _ = keys.note()
    keys.finish()
    guard let visits, let beds else { return nil }
    return RegionFile.Outside(visits: visits, bedShare: beds)
  }

  private func members(_ keys: MappingReader, _ entry: Entry?) -> [RegionFile.Member]? {
    guard let entry, let items = keys.items(entry) else { return nil }
    guard (1...RegionReader.most).contains(items.count) else {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        "a region of \(items.count) counties",
        key: "counties",
        expected: "1 to \(RegionReader.most)"
      )
      return nil
    }
    var places: [String: Position] = [:]
    let members = items.compactMap { node, path in
      keys.mapping(node, path: path).flatMap { member($0, at: node, &places) }
    }
    return members.count == items.count ? members : nil
  }

  private func member(
    _ mapping: MappingReader,
    at node: NodeID,
    _ places: inout [String: Position]
  ) -> RegionFile.Member? {
    var keys = mapping
    let range = -RegionReader.farthest...RegionReader.farthest
    let path = keys.required("county", zh: "县", expected: "the path of a county file")
    let east = figure(
      keys.required("east", zh: "向东", expected: "kilometres"),
      in: keys,
      .kilometres,
      range
    )
    let north = figure(
      keys.required("north", zh: "向北", expected: "kilometres"),
      in: keys,
      .kilometres,
      range
    )
    keys.finish()
    guard let path, let reference = keys.text(path) else { return nil }
    let key = keys.path(of: "county")
    let document = library.open(reference, at: path.value, key: key, reach: .anywhere)
    guard let document, let file = CountyReader(library).county(document) else { return nil }
    let name = file.inputs.facts.nameEn
    if let first = places[name] {
      desk.report(
        .duplicateID,
        at: desk[path.value].span,
        "the county \(Visible.quoted(name)) is here and at \(first.lineAndColumn)",
        key: key,
        help: "name every county once"
      )
    }
    places[name] = desk[path.value].span.start
    guard let east, let north else { return nil }
    return RegionFile.Member(
      file: file,
      place: Point(x: east, y: north),
      span: desk[path.value].span
    )
  }

  /// Counties that share the city's hospitals must agree on how large they are.
  private func checkCity(of members: [RegionFile.Member]) {
    for path in ["beds.city", "clinics.cityPhysicians"] {
      let values = members.map { member in member.file.values.first { $0.path == path }?.text }
      for (member, value) in zip(members, values) where value != values[0] {
        desk.report(
          .conflict,
          at: member.span,
          "`\(path)` is \(Visible.quoted(value ?? "")) here and "
            + "\(Visible.quoted(values[0] ?? "")) in the first county",
          key: "counties",
          help: "linked counties share the city's hospitals: give the same figure"
        )
      }
    }
  }

  private func figure(
    _ entry: Entry?,
    in keys: MappingReader,
    _ unit: FigureUnit,
    _ range: ClosedRange<Double>
  ) -> Double? {
    let value = keys.read(entry, expected: QuantityGrammar.wanted(unit)) {
      scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: unit)
    }
    guard let entry, let value, !range.contains(value) else { return value }
    desk.report(
      .outOfRange,
      at: desk[entry.value].span,
      "\(Visible.quoted(desk.text(of: entry.value))) is out of range",
      key: keys.path(of: entry.key),
      expected: QuantityGrammar.text(range, in: unit)
    )
    return nil
  }
}
