internal import CountyModel
internal import Engine
internal import Experiments

/// A goal file and everything it names, read.
struct GoalFile {
  let id: String
  let zh: String
  let en: String
  let note: String
  let study: StudyFile
  /// Targets of the study that the goal is about, in the order of the study.
  let targets: [Target]
  let levers: [LeverRange]
  let probability: Double
  let indifference: Double
  let confidence: Double
  let budget: Int
  let finalists: Int
  let test: LeverGoal.Test
  let firstRuns: Int
  let searchEnd: CivilDate?
}

/// Reads goal files: which targets to reach by which levers, how surely and at what cost.
struct GoalReader {
  let library: Library
  private var desk: Desk { library.desk }

  init(_ library: Library) { self.library = library }

  /// Reads a goal and every file it names; nothing when something that matters is missing.
  func read(_ document: DocumentReader.Document) -> GoalFile? {
    guard let root = document.root else { return nil }
    var keys = MappingReader(desk, root, path: "", places: .goal)
    guard SchemaKind.read(&keys, allowed: [.goal]) != nil else { return nil }
    let id = keys.id()
    let (zh, en) = keys.names()
    let note = keys.note()
    let study = StudyReader(library).named(by: &keys)?.file
    let targets = targets(of: study, &keys)
    let from = keys.date("from", zh: "起始日期")
    let probability = share("probability", zh: "达标概率", 0.5...0.99, &keys)
    let indifference = share("indifference", zh: "无差异区", 0.001...0.4, &keys)
    let confidence = ConfidenceWord.read(&keys)
    let budget = whole("budget", zh: "搜索次数", 10...1_000_000, &keys)
    let finalists = whole("finalists", zh: "决选数", 1...50, &keys)
    let test = test(&keys)
    let effort = GoalSearchReader(desk).read(&keys, over: study?.period, targets ?? [])
    let levers = levers(&keys, from: from, study)
    keys.finish()
    checkZone(probability, indifference, in: keys)
    guard let id, let study, let targets, let probability, let indifference, let confidence,
      let budget, let finalists, let levers, let test, let effort, desk.errorCount == 0
    else { return nil }
    return GoalFile(
      id: id,
      zh: zh,
      en: en,
      note: note,
      study: study,
      targets: targets,
      levers: levers,
      probability: probability,
      indifference: indifference,
      confidence: confidence,
      budget: budget,
      finalists: finalists,
      test: test,
      firstRuns: effort.runs,
      searchEnd: effort.until
    )
  }

  /// How finalists are judged; by years when nothing is said.
  private func test(_ keys: inout MappingReader) -> LeverGoal.Test? {
    guard let entry = keys.optional("test", zh: "检验") else { return .years }
    let words = LeverGoal.Test.allCases.map(\.rawValue)
    return keys.word(entry, among: words).map { LeverGoal.Test.allCases[$0] }
  }

  /// The targets that are named by id; all of the study when none is.
  private func targets(of study: StudyFile?, _ keys: inout MappingReader) -> [Target]? {
    let entry = keys.optional("targets", zh: "目标")
    guard let study else { return nil }
    let ids = study.targets.map(\.id)
    guard let entry else {
      if !ids.isEmpty { return study.targets }
      desk.report(
        .wrongCount,
        at: desk[keys.node].span,
        "the study has no target to reach",
        key: "targets",
        expected: "a study with at least 1 target"
      )
      return nil
    }
    var wanted: Set<String> = []
    for (name, node) in keys.texts(entry) {
      guard ids.contains(name) else {
        desk.report(
          .unknownName,
          at: desk[node].span,
          "the study has no target \(Visible.quoted(name))",
          key: "targets",
          expected: "one of " + Suggestions.list(ids),
          help: Suggestions.didYouMean(name, among: ids)
        )
        continue
      }
      wanted.insert(name)
    }
    let found = study.targets.filter { wanted.contains($0.id) }
    return found.isEmpty ? nil : found
  }

  private func share(
    _ key: String,
    zh: String,
    _ range: ClosedRange<Double>,
    _ keys: inout MappingReader
  ) -> Double? {
    let wanted = QuantityGrammar.wanted(.share)
    let entry = keys.required(key, zh: zh, expected: wanted)
    let value = keys.read(entry, expected: wanted) { scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: .share)
    }
    return checked(value, entry, range, keys)
  }

  private func whole(
    _ key: String,
    zh: String,
    _ range: ClosedRange<Double>,
    _ keys: inout MappingReader
  ) -> Int? {
    let entry = keys.required(key, zh: zh, expected: "a whole number")
    let value = keys.read(entry, expected: "a whole number", by: NumberGrammar.whole)
    return checked(value.map { Double($0) }, entry, range, keys).map { Int($0) }
  }

  private func checked(
    _ value: Double?,
    _ entry: Entry?,
    _ range: ClosedRange<Double>,
    _ keys: MappingReader
  ) -> Double? {
    guard let value, let entry, !range.contains(value) else { return value }
    // Shares are often written as the number before a per cent sign that is not there.
    let meant = value / 100
    let isShare = range.upperBound < 1 && range.contains(meant)
    desk.report(
      .outOfRange,
      at: desk[entry.value].span,
      "\(Visible.quoted(desk.text(of: entry.value))) is out of range",
      key: keys.path(of: entry.key),
      expected: QuantityGrammar.text(range, in: .number),
      help: isShare ? "did you mean \(QuantityGrammar.text(meant, in: .number))?" : nil
    )
    return nil
  }

  /// The zone lies above the probability and below certainty.
  private func checkZone(_ probability: Double?, _ indifference: Double?, in keys: MappingReader) {
    guard let probability, let indifference, probability + indifference >= 1 else { return }
    desk.report(
      .outOfRange,
      at: desk[keys.node].span,
      "probability plus indifference reach 1, which no number of runs can show",
      key: "indifference",
      expected: "below \(QuantityGrammar.text(1 - probability, in: .number))"
    )
  }

  private func levers(
    _ keys: inout MappingReader,
    from day: CivilDate?,
    _ study: StudyFile?
  ) -> [LeverRange]? {
    let entry = keys.required("levers", zh: "政策杠杆", expected: "a list of levers with limits")
    guard let rows = keys.items(entry), let entry else { return nil }
    if rows.isEmpty {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        "the list is empty",
        key: "levers",
        expected: "at least 1 lever"
      )
    }
    let startDay = day.flatMap { day in study.map { day.days(since: $0.period.runStart) } }
    var places: [String: Position] = [:]
    let ranges = rows.compactMap { node, path in
      keys.mapping(node, path: path).flatMap { row in
        GoalLeverReader(desk, row, startDay: startDay ?? 0).read(&places)
      }
    }
    return ranges.count == rows.count && !ranges.isEmpty ? ranges : nil
  }
}
