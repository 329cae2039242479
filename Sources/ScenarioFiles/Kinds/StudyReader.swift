internal import CountyModel
internal import Engine
internal import Experiments
internal import Geography

/// Reads study files.
struct StudyReader {
  let library: Library
  private var desk: Desk { library.desk }

  init(_ library: Library) { self.library = library }

  /// Reads the study that the key `study` of another file names.
  ///
  /// - Returns: The study and its document; nothing when either could not be read.
  func named(by keys: inout MappingReader) -> (file: StudyFile, source: SourceID)? {
    let entry = keys.required("study", zh: "研究", expected: "the path of a study file")
    guard let document = document(of: entry, in: keys), let file = read(document) else {
      return nil
    }
    return (file, document.source)
  }

  /// Reads a study and every file it names; nothing when something that matters is missing.
  func read(_ document: DocumentReader.Document) -> StudyFile? {
    guard let root = document.root else { return nil }
    var keys = MappingReader(desk, root, path: "", places: .study)
    guard SchemaKind.read(&keys, allowed: [.study]) != nil else { return nil }
    let id = keys.id()
    let (zh, en) = keys.names()
    let note = keys.note()
    let place = place(&keys)
    let policies = policies(&keys)
    let shocks = ShockReader(library).read(keys.texts(keys.optional("shocks", zh: "冲击")))
    let period = PeriodReader(desk).read(&keys)
    let replications = replications(&keys)
    let seed = keys.read(
      keys.required("seed", zh: "随机种子", expected: "a whole number"),
      expected: "a whole number",
      by: NumberGrammar.seed
    )
    let targets = TargetReader(desk: desk, years: period?.years)
      .read(keys.optional("targets", zh: "目标"), in: keys)
    keys.finish()
    if let place, let policies {
      checkCounties(of: policies + shocks.map(\.shock), against: place)
    }
    if let policies, let period {
      _ = ShockReader(library).policies(policies, under: shocks, in: period)
    }
    guard let id, let place, let policies, let period, let replications, let seed else {
      return nil
    }
    return StudyFile(
      id: id,
      zh: zh,
      en: en,
      note: note,
      county: place.county,
      region: place.region,
      policies: policies,
      shocks: shocks,
      period: period,
      replications: replications,
      seed: seed,
      targets: targets
    )
  }

  /// A county, or a region with its first county.
  private typealias Place = (county: CountyFile, region: RegionFile?)

  private func place(_ keys: inout MappingReader) -> Place? {
    guard keys.keys.contains("region") else {
      let entry = keys.required("county", zh: "县", expected: "the path of a county file")
      _ = keys.optional("region", zh: "地区")
      let document = document(of: entry, in: keys)
      return document.flatMap { CountyReader(library).county($0) }.map { ($0, nil) }
    }
    let region = keys.optional("region", zh: "地区")
    if let region, let county = keys.optional("county", zh: "县") {
      keys.conflict(region, county, because: "a study is of one county or of one region")
    }
    let file = document(of: region, in: keys).flatMap { RegionReader(library).region($0) }
    return file.flatMap { file in file.counties.first.map { ($0.file, file) } }
  }

  private func document(of entry: Entry?, in keys: MappingReader) -> DocumentReader.Document? {
    guard let entry, let reference = keys.text(entry) else { return nil }
    return library.open(reference, at: entry.value, key: entry.key, reach: .anywhere)
  }

  /// In a region every county that a policy names must be there.
  private func checkCounties(of policies: [PolicyFile], against place: Place) {
    guard let region = place.region else { return }
    let known = region.counties.map(\.file.inputs.facts.nameEn)
    var told: Set<String> = []
    for setting in policies.flatMap(\.settings) {
      for name in setting.counties where !known.contains(name) && told.insert(name).inserted {
        desk.report(
          .unknownName,
          at: setting.span,
          "no county of the region is called \(Visible.quoted(name))",
          key: "counties",
          expected: "one of " + Suggestions.list(known),
          help: Suggestions.didYouMean(name, among: known)
        )
      }
    }
  }

  private func policies(_ keys: inout MappingReader) -> [PolicyFile]? {
    let entry = keys.required(
      "policies",
      zh: "政策",
      expected: "a list of policy files, the baseline first"
    )
    guard let entry else { return nil }
    let references = keys.texts(entry)
    if references.isEmpty, keys.items(entry)?.isEmpty == true {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        "the list is empty",
        key: "policies",
        expected: "at least 1: the baseline"
      )
    }
    var places: [String: Position] = [:]
    var policies: [PolicyFile] = []
    for (place, (reference, node)) in references.enumerated() {
      let key = "policies[\(place)]"
      let document = library.open(reference, at: node, key: key, reach: .anywhere)
      guard let document, let policy = PolicyFileReader(library).read(document) else { continue }
      if place == 0 { checkBaseline(policy, at: node) }
      checkRepeated(policy, at: node, key: key, &places)
      policies.append(policy)
    }
    return policies.count == references.count && !policies.isEmpty ? policies : nil
  }

  private func checkBaseline(_ policy: PolicyFile, at node: NodeID) {
    guard let setting = policy.settings.first else { return }
    desk.report(
      .conflict,
      at: desk[node].span,
      "the first policy is the baseline, and this one pulls `\(setting.lever.path)`",
      key: "policies[0]",
      help: "put a policy without levers first"
    )
  }

  private func checkRepeated(
    _ policy: PolicyFile,
    at node: NodeID,
    key: String,
    _ places: inout [String: Position]
  ) {
    let span = desk[node].span
    guard let first = places[policy.id] else {
      places[policy.id] = span.start
      return
    }
    desk.report(
      .duplicateID,
      at: span,
      "the policy \(Visible.quoted(policy.id)) is here and at \(first.lineAndColumn)",
      key: key,
      help: "name every policy once"
    )
  }

  private func replications(_ keys: inout MappingReader) -> Int? {
    let entry = keys.required("replications", zh: "重复次数", expected: "a whole number, 1 or more")
    let count = keys.read(entry, expected: "a whole number", by: NumberGrammar.whole)
    guard let entry, let count else { return nil }
    guard (1...100_000).contains(count) else {
      desk.report(
        .outOfRange,
        at: desk[entry.value].span,
        "a study needs replications",
        key: "replications",
        expected: "1 to 100000"
      )
      return nil
    }
    if count == 1 {
      desk.report(
        .oneReplication,
        at: desk[entry.value].span,
        "no interval from one run",
        key: "replications",
        help: "use 2 or more to see how sure the results are"
      )
    }
    return Int(count)
  }
}
