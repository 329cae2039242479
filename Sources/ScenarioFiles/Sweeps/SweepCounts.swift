internal import CountyModel
internal import Experiments

/// Reads how many points, outer points and replications a sweep has.
struct SweepCounts {
  let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// The counts of a sweep.
  struct Counts {
    /// Points, trajectories or base points of a design that is drawn.
    let points: Int
    /// Levels of a `morris` design.
    let levels: Int
    let outer: Int
    /// Replications of each point and policy; `nil` for those of the study.
    let replications: Int?
    let precision: SweepManifest.Precision?
    let best: SweepFile.ReadBest?
  }

  /// Reads `points` (or `trajectories` or `base`), `levels`, `outer`, `replications`, `precision` and
  /// `best`.
  func read(_ keys: inout MappingReader, _ kind: SweepDesign.Kind?) -> Counts? {
    let isSampled = kind?.isSampled == true
    let points = draws(&keys, kind)
    let levels = levels(&keys, kind)
    let outerEntry = keys.optional("outer", zh: "外层点数")
    let outer = keys.whole(outerEntry, 2...1000)
    if outerEntry == nil, keys.keys.contains("uncertain") {
      _ = keys.required("outer", zh: "外层点数", expected: "a whole number, 2 to 1000")
    }
    if let outerEntry, !keys.keys.contains("uncertain") { refuseOuter(outerEntry) }
    let repeats = keys.optional("replications", zh: "重复次数")
    let replications = keys.whole(repeats, 1...100_000)
    let rule = keys.optional("precision", zh: "精度")
    if let repeats, let rule {
      keys.conflict(repeats, rule, because: "the number is fixed or follows from the precision")
    }
    let precision = precision(keys.mapping(rule))
    let choice = keys.optional("best", zh: "选优")
    let best = BestReader(desk).read(choice, in: keys, kind)
    if let choice {
      let because = "the number is fixed or follows from the choice of the best"
      if let repeats { keys.conflict(repeats, choice, because: because) }
      if let rule { keys.conflict(rule, choice, because: "a sweep goes on by one rule") }
    }
    warn(repeats, replications)
    guard !isSampled || points != nil, let levels, rule == nil || precision != nil,
      choice == nil || best != nil
    else { return nil }
    return Counts(
      points: points ?? 1,
      levels: levels,
      outer: outer ?? 1,
      replications: precision?.from ?? best?.rule.from ?? replications,
      precision: precision,
      best: best
    )
  }

  /// Words for the number of draws of a design.
  private static let draws = [
    (key: "points", zh: "点数"), (key: "trajectories", zh: "轨迹数"), (key: "base", zh: "基点数"),
  ]

  /// How many draws a design has, under the name that belongs to its kind.
  private func draws(_ keys: inout MappingReader, _ kind: SweepDesign.Kind?) -> Int? {
    var count: Int?
    for (key, zh) in Self.draws {
      guard let kind, key == kind.drawsAre else {
        if let entry = keys.optional(key, zh: zh) { refuse(entry, kind) }
        continue
      }
      let entry = keys.required(key, zh: zh, expected: "a whole number, 1 or more")
      count = keys.whole(entry, 1...SweepDesign.mostPoints)
    }
    return count
  }

  private func refuse(_ entry: Entry, _ kind: SweepDesign.Kind?) {
    guard let kind else { return }
    desk.report(
      .conflict,
      at: entry.keySpan,
      kind.drawsAre == nil
        ? "the points of a `\(kind.rawValue)` design follow from its values"
        : "a `\(kind.rawValue)` design has no `\(entry.key)`",
      key: entry.key,
      help: kind.drawsAre.map { "write `\($0)`" }
        ?? "leave `\(entry.key)` out, or choose `latin-hypercube` or `sobol`"
    )
  }

  private func refuseOuter(_ entry: Entry) {
    desk.report(
      .conflict,
      at: entry.keySpan,
      "outer points are drawn over what is `uncertain`, and nothing is",
      key: entry.key,
      help: "leave `outer` out, or name figures under `uncertain`"
    )
  }

  /// Levels of a `morris` design, even; nothing when they cannot be.
  private func levels(_ keys: inout MappingReader, _ kind: SweepDesign.Kind?) -> Int? {
    guard let entry = keys.optional("levels", zh: "水平数") else { return SweepDesign.morrisLevels }
    if let kind, kind != .morris {
      desk.report(
        .conflict,
        at: entry.keySpan,
        "a `\(kind.rawValue)` design has no `levels`",
        key: entry.key,
        help: "leave `levels` out, or choose `morris`"
      )
      return nil
    }
    guard let levels = keys.whole(entry, 2...100) else { return nil }
    guard levels.isMultiple(of: 2) else {
      desk.report(
        .outOfRange,
        at: desk[entry.value].span,
        "\(levels) levels: trajectories move by half the range and a bit, which needs an even number",
        key: entry.key,
        expected: "an even number, such as 4"
      )
      return nil
    }
    return levels
  }

  private func warn(_ entry: Entry?, _ replications: Int?) {
    guard let entry, replications == 1 else { return }
    desk.report(
      .oneReplication,
      at: desk[entry.value].span,
      "no interval from one run",
      key: "replications",
      help: "use 2 or more to see how sure the results are"
    )
  }

  private func precision(_ mapping: MappingReader?) -> SweepManifest.Precision? {
    guard var keys = mapping else { return nil }
    let measure = MeasureWord.read(&keys)
    let relative = share(
      keys.required("relative", zh: "相对半宽", expected: "a share such as `2%`"),
      in: keys
    )
    let range = ReplicationRange.read(&keys)
    guard let measure, let relative, let range else { return nil }
    return SweepManifest.Precision(
      measure: measure.id,
      relative: relative,
      from: range.from,
      to: range.to
    )
  }

  private func share(_ entry: Entry?, in keys: MappingReader) -> Double? {
    let value = keys.read(entry, expected: QuantityGrammar.wanted(.share)) {
      scalar throws(ScalarProblem) in
      try QuantityGrammar.value(scalar, in: .share)
    }
    guard let entry, let value else { return nil }
    guard value > 0, value < 1 else {
      desk.report(
        .outOfRange,
        at: desk[entry.value].span,
        value == 0 ? "a half width of 0 is never reached" : "a half width cannot be that",
        key: keys.path(of: entry.key),
        expected: "above 0 and below 1, such as `2%`"
      )
      return nil
    }
    return value
  }
}
