internal import NetworkModel

/// Reads how long, how often, and what to keep.
struct RunReader {
  let desk: NetworkDesk

  private static let records: [(word: String, value: RunInputs.Records)] = [
    ("none", .none), ("visits", .visits),
  ]
  private static let deadlocks: [(word: String, value: RunInputs.Deadlock)] = [
    ("stop", .stop), ("swap", .swap),
  ]

  init(_ desk: NetworkDesk) { self.desk = desk }

  /// The section `run`.
  func read(_ section: MappingReader) -> RunInputs? {
    var keys = section
    let duration = desk.time.wanted
    let warmUp = keys.required("warmUp", zh: "预热", expected: duration)
    let length = keys.required("length", zh: "时长", expected: duration)
    let count = keys.required("replications", zh: "重复次数", expected: "a whole number, 1 or more")
    let seed = keys.read(
      keys.required("seed", zh: "随机种子", expected: "a whole number"),
      expected: "a whole number",
      by: NumberGrammar.seed
    )
    let observeAt = desk.values(keys.optional("observeAt", zh: "观察时刻"), in: keys, .length)
    let waitLimits = desk.values(keys.optional("waitLimits", zh: "等候上限"), in: keys, .length)
    let percentiles = keys.optional("percentiles", zh: "百分位")
    let percents = desk.values(
      percentiles,
      in: keys,
      NumberRule(kind: .number, bound: .within(0...100))
    )
    let records = keys.chosen("records", zh: "记录", RunReader.records)
    let deadlock = keys.chosen("deadlock", zh: "死锁", RunReader.deadlocks)
    keys.finish(alsoAllowed: [.note])
    let warm = desk.value(warmUp, in: keys, .length)
    let long = desk.value(length, in: keys, .positiveLength)
    let replications = replications(count, in: keys)
    guard let warm, let long, let replications, let seed, let records, let deadlock else {
      return nil
    }
    return RunInputs(
      warmUp: warm,
      length: long,
      replications: replications,
      seed: seed,
      observeAt: observeAt,
      waitLimits: waitLimits,
      percentiles: percentiles == nil ? [50, 90, 95] : percents,
      records: records,
      deadlock: deadlock
    )
  }

  private func replications(_ entry: Entry?, in keys: MappingReader) -> Int? {
    let rule = NumberRule(kind: .whole, bound: .within(1...100_000))
    guard let entry, let count = desk.value(entry, in: keys, rule) else { return nil }
    if count == 1 {
      desk.report(
        .oneReplication,
        entry.value,
        "no interval from one run",
        keys.path(of: entry.key),
        help: "use 2 or more to see how sure the results are"
      )
    }
    return Int(count)
  }
}
