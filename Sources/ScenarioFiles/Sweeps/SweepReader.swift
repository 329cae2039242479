internal import CountyModel
internal import Engine
internal import Experiments

/// Reads sweep files.
struct SweepReader {
  let library: Library
  /// What the command line varies, one `path=…` each.
  private let vary: [String]
  private var desk: Desk { library.desk }

  init(_ library: Library, vary: [String] = []) {
    self.library = library
    self.vary = vary
  }

  /// Reads a sweep and every file it names; nothing when something that matters is missing.
  func read(_ document: DocumentReader.Document) -> SweepFile? {
    guard let root = document.root else { return nil }
    var keys = MappingReader(desk, root, path: "", places: .sweep)
    guard SchemaKind.read(&keys, allowed: [.sweep]) != nil else { return nil }
    let id = keys.id()
    let (zh, en) = keys.names()
    let note = keys.note()
    let study = StudyReader(library).named(by: &keys)
    if let study { PolicyDesk(library).check(study.file, in: study.source) }
    let measures = measures(&keys)
    let details = Shard.Detail.allCases
    let detail = keys.word(keys.optional("detail", zh: "最短时段"), among: details.map(\.rawValue))
    let kind = kind(&keys)
    let count = SweepCounts(desk).read(&keys, kind)
    let place = study.map { AxisReader(library, $0.file) }
    let axes = axes(keys.optional("vary", zh: "变动"), in: keys, kind, place)
    let unknown = uncertain(keys.optional("uncertain", zh: "不确定"), in: keys, place)
    let constants = constants(&keys)
    let run = keys.optional("run", zh: "运行的政策")
    keys.finish()
    guard let id, let study, let kind, let count, let axes, let unknown else { return nil }
    checkTwice(axes, unknown)
    let policies = policies(run, in: keys, study.file, axes)
    let file = SweepFile(
      id: id,
      zh: zh,
      en: en,
      note: note,
      study: study.file,
      studySource: study.source,
      measures: measures,
      detail: detail.map { details[$0] } ?? .quarters,
      kind: kind,
      axes: axes,
      uncertain: unknown,
      points: count.points,
      levels: count.levels,
      outer: count.outer,
      replications: count.replications ?? study.file.replications,
      precision: count.precision,
      best: count.best,
      constants: constants,
      run: policies
    )
    return checkSize(of: file, at: desk[root].span) ? file : nil
  }

  private func checkSize(of file: SweepFile, at span: Span) -> Bool {
    let design = SweepDesign(
      kind: file.kind,
      axes: file.axes.map(\.axis),
      uncertain: file.uncertain.map(\.axis),
      sampled: file.points,
      levels: file.levels,
      outer: file.outer,
      seed: file.study.seed
    )
    guard design.count == nil else { return true }
    desk.report(
      .tooManyPoints,
      at: file.axes.first?.span ?? span,
      "the design has more than \(SweepDesign.mostPoints) points",
      key: "vary",
      help: "use fewer values, or a `latin-hypercube` or `sobol` design"
    )
    return false
  }

  private func measures(_ keys: inout MappingReader) -> [String] {
    keys.texts(keys.optional("measures", zh: "指标")).compactMap { text, node in
      if Measure.named(text) != nil { return text }
      MeasureWord.report(text, at: node, key: "measures", on: desk)
      return nil
    }
  }

  private func kind(_ keys: inout MappingReader) -> SweepDesign.Kind? {
    let words = SweepDesign.Kind.allCases.map(\.rawValue)
    let expected = "one of " + Suggestions.list(words)
    return keys.word(keys.required("design", zh: "设计", expected: expected), among: words)
      .map { SweepDesign.Kind.allCases[$0] }
  }

  /// Which constants of the choice hold at an outer point: solved anew unless the file says else.
  private func constants(_ keys: inout MappingReader) -> SweepFile.Constants {
    let words = SweepFile.Constants.allCases.map(\.rawValue)
    guard let entry = keys.optional("constants", zh: "选择常数") else { return .solved }
    if !keys.keys.contains("uncertain") {
      desk.report(
        .conflict,
        at: entry.keySpan,
        "constants are solved at outer points, and there are none without `uncertain`",
        key: entry.key,
        help: "leave `constants` out"
      )
    }
    return keys.word(entry, among: words).map { SweepFile.Constants.allCases[$0] } ?? .solved
  }

  // MARK: Axes

  private func axes(
    _ entry: Entry?,
    in keys: MappingReader,
    _ kind: SweepDesign.Kind?,
    _ reader: AxisReader?
  ) -> [SweepFile.ReadAxis]? {
    guard let reader, let kind else { return nil }
    let typed = CommandLineAxes(library).read(vary, reader, kind)
    guard let typed else { return nil }
    guard let entry else {
      return checkShape(of: typed, for: kind, at: desk[keys.node].span) ? typed : nil
    }
    guard let mapping = keys.mapping(entry) else { return nil }
    let written = reader.axes(mapping, for: kind, except: Set(typed.map(\.path)))
    guard let written else { return nil }
    let axes = written + typed
    return checkShape(of: axes, for: kind, at: desk[entry.value].span) ? axes : nil
  }

  private func uncertain(
    _ entry: Entry?,
    in keys: MappingReader,
    _ reader: AxisReader?
  ) -> [SweepFile.ReadAxis]? {
    guard let reader else { return nil }
    guard let entry else { return [] }
    return keys.mapping(entry).flatMap(reader.uncertain)
  }

  /// Whether the axes fit the design.
  private func checkShape(
    of axes: [SweepFile.ReadAxis],
    for kind: SweepDesign.Kind,
    at span: Span
  ) -> Bool {
    if let most = kind.mostAxes, !(1...most).contains(axes.count) {
      desk.report(
        .wrongCount,
        at: span,
        "a `\(kind.rawValue)` design over \(axes.count) axes",
        key: "vary",
        expected: "1 to \(most)"
      )
      return false
    }
    guard kind == .list, let first = axes.first else { return true }
    for axis in axes where axis.count != first.count {
      desk.report(
        .wrongCount,
        at: axis.span,
        "\(axis.count) values, while `\(first.path)` has \(first.count)",
        key: "vary.\(axis.path)",
        expected: "lists of equal length, read side by side"
      )
      return false
    }
    return true
  }

  /// A path may be varied or uncertain, not both.
  private func checkTwice(_ axes: [SweepFile.ReadAxis], _ others: [SweepFile.ReadAxis]) {
    for other in others {
      guard let first = axes.first(where: { $0.path == other.path }) else { continue }
      desk.report(
        .conflict,
        at: other.span,
        "`\(other.path)` is varied at \(first.span.start.lineAndColumn) and uncertain here",
        key: "uncertain.\(other.path)",
        help: "keep one of the two"
      )
    }
  }

  // MARK: Policies

  /// The policies that every point runs.
  private func policies(
    _ entry: Entry?,
    in keys: MappingReader,
    _ study: StudyFile,
    _ axes: [SweepFile.ReadAxis]
  ) -> [String] {
    let pulls = axes.contains { $0.axis.axis.kind != .input }
    let known = study.policies.map(\.id) + (pulls ? [VariedPolicy.id] : [])
    guard let entry else {
      return pulls ? [known[0], VariedPolicy.id] : known
    }
    let asked = keys.texts(entry)
    var names: [String] = []
    for (name, node) in asked {
      guard known.contains(name) else {
        desk.report(
          .unknownName,
          at: desk[node].span,
          "no policy of the study is called \(Visible.quoted(name))",
          key: "run",
          expected: "one of " + Suggestions.list(known),
          help: Suggestions.didYouMean(name, among: known)
        )
        continue
      }
      if names.contains(name) {
        desk.report(
          .duplicateID,
          at: desk[node].span,
          "the policy \(Visible.quoted(name)) is named twice",
          key: "run"
        )
      }
      names.append(name)
    }
    if asked.isEmpty {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        "the list is empty",
        key: "run",
        expected: "at least 1 of " + Suggestions.list(known)
      )
    }
    return names
  }
}

extension SweepFile.ReadAxis {
  /// Values of a listed axis; 2 of a range.
  var count: Int {
    if case .values(let values) = axis.spread { return values.count }
    return 2
  }
}
