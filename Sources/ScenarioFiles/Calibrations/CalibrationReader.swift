internal import CountyModel
internal import Engine
internal import Experiments

/// A calibration file and everything it names, read.
struct CalibrationFile {
  let id: String
  let zh: String
  let en: String
  let note: String
  let study: StudyFile
  /// The document of the study.
  let studySource: SourceID
  let inputs: [SweepFile.ReadAxis]
  let observed: [ObservedValue]
  let method: InputCalibration.Method
  let points: Int
  let replications: Int

  /// First day after the last period that was observed: nothing later needs to be run.
  func lastDay(within study: StudyPeriod) -> CivilDate {
    let periods = MeasuredPeriods(from: study.start, to: study.end)
    return observed.compactMap { periods.end(of: $0.period) }.max() ?? study.end
  }
}

/// Reads calibration files: which inputs are not known, and what was observed.
struct CalibrationReader {
  let library: Library
  private var desk: Desk { library.desk }

  init(_ library: Library) { self.library = library }

  /// Reads a calibration; nothing when something that matters is missing.
  func read(_ document: DocumentReader.Document) -> CalibrationFile? {
    guard let root = document.root else { return nil }
    var keys = MappingReader(desk, root, path: "", places: .calibration)
    guard SchemaKind.read(&keys, allowed: [.calibration]) != nil else { return nil }
    let id = keys.id()
    let (zh, en) = keys.names()
    let note = keys.note()
    let study = StudyReader(library).named(by: &keys)
    let method = method(&keys)
    let points = keys.whole(
      keys.required("points", zh: "点数", expected: "a whole number"),
      2...100_000
    )
    let replications = keys.whole(
      keys.required("replications", zh: "重复次数", expected: "a whole number"),
      1...10_000
    )
    let inputs = inputs(&keys, study?.file, points)
    let entry = keys.required("observed", zh: "观测值", expected: "a list, or a table by name")
    let observed = study.flatMap {
      ObservationReader(library, $0.file.period).read(entry, in: keys)
    }
    keys.finish()
    guard let id, let study, let method, let points, let replications, let inputs, let observed
    else { return nil }
    return CalibrationFile(
      id: id,
      zh: zh,
      en: en,
      note: note,
      study: study.file,
      studySource: study.source,
      inputs: inputs,
      observed: observed,
      method: method,
      points: points,
      replications: replications
    )
  }

  /// The method, and which points a rejection keeps.
  private func method(_ keys: inout MappingReader) -> InputCalibration.Method? {
    let words = ["simplex", "abc"]
    let entry = keys.required("method", zh: "方法", expected: "one of " + Suggestions.list(words))
    let place = keys.word(entry, among: words)
    let within = keys.optional("tolerance", zh: "容差")
    let share = keys.optional("accept", zh: "接受比例")
    guard let entry, let place else { return nil }
    if place == 0 {
      for extra in [within, share].compactMap(\.self) {
        keys.conflict(entry, extra, because: "a simplex keeps its best point only")
      }
      return within == nil && share == nil ? .simplex : nil
    }
    if let within, let share {
      keys.conflict(within, share, because: "points are kept by distance or by rank")
      return nil
    }
    if let within {
      let most = keys.read(within, expected: "a number", by: NumberGrammar.number)
      return checked(most, 0, 1e6, within, keys).map { .within($0) }
    }
    guard let share else {
      desk.report(
        .missingKey,
        at: entry.keySpan,
        "nothing says which points are kept",
        key: "accept",
        expected: "`accept: 10%`, or `tolerance:` in the errors of the observations"
      )
      return nil
    }
    let wanted = QuantityGrammar.wanted(.share)
    let part = keys.read(share, expected: wanted) { scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: .share)
    }
    return checked(part, 0, 1, share, keys).map { .nearest($0) }
  }

  /// A number above `least`, and at most `most`.
  private func checked(
    _ value: Double?,
    _ least: Double,
    _ most: Double,
    _ entry: Entry,
    _ keys: MappingReader
  ) -> Double? {
    guard let value, value <= least || value > most else { return value }
    desk.report(
      .outOfRange,
      at: desk[entry.value].span,
      "\(Visible.quoted(desk.text(of: entry.value))) is out of range",
      key: keys.path(of: entry.key),
      expected: "above \(QuantityGrammar.text(least, in: .number)), at most "
        + QuantityGrammar.text(most, in: .number)
    )
    return nil
  }

  private func inputs(
    _ keys: inout MappingReader,
    _ study: StudyFile?,
    _ points: Int?
  ) -> [SweepFile.ReadAxis]? {
    let entry = keys.required("inputs", zh: "输入", expected: "inputs by path, each with a range")
    guard let entry, let study, let mapping = keys.mapping(entry),
      let inputs = AxisReader(library, study).uncertain(mapping)
    else { return nil }
    guard !inputs.isEmpty, inputs.count < points ?? .max else {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        inputs.isEmpty
          ? "nothing is to be calibrated" : "there are too few points for so many inputs",
        key: "inputs",
        expected: inputs.isEmpty ? "at least 1 input" : "more than \(inputs.count) `points`"
      )
      return nil
    }
    return inputs
  }
}
