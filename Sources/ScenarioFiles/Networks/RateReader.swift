internal import NetworkModel
internal import Probability

/// Reads the rate of a Poisson source: a number, steps, or a wave.
struct RateReader {
  let desk: NetworkDesk

  private static let expected =
    "a number per unit of time, `{steps: [{from: …, rate: …}], cycle: …}`, or "
    + "`{mean: …, amplitude: …, period: …}`"

  /// The rate of an entry; what cannot be is reported.
  func rate(_ entry: Entry, in keys: MappingReader) -> RateProfile? {
    let path = keys.path(of: entry.key)
    switch desk.desk[entry.value].content {
    case .scalar:
      guard let rate = desk.value(entry.value, path: path, .notNegative) else { return nil }
      return make(path, in: [("rate", entry.value, path)]) { () throws(DistributionError) in
        try .constant(rate)
      }
    case .list:
      let found = "expected a rate, found a list"
      desk.report(.wrongValue, entry.value, found, path, expected: RateReader.expected)
      return nil
    case .mapping(let parts):
      guard let own = keys.mapping(entry) else { return nil }
      return parts.contains { $0.key == "steps" } ? steps(own) : wave(own)
    }
  }

  private func steps(_ section: MappingReader) -> RateProfile? {
    var keys = section
    let stepsEntry = keys.optional("steps", zh: "时段")
    let cycleEntry = keys.optional("cycle", zh: "周期")
    keys.finish(alsoAllowed: [.note])
    let cycle = desk.value(cycleEntry, in: keys, .positiveLength)
    guard let stepsEntry, cycleEntry == nil || cycle != nil,
      let items = desk.items(
        stepsEntry.value,
        path: keys.path(of: stepsEntry.key),
        expected: "a list of `{from: …, rate: …}`"
      )
    else { return nil }
    var places: [Place] = []
    var (starts, rates): ([Double], [Double]) = ([], [])
    for (row, item) in items.enumerated() {
      guard var step = desk.mapping(item.node, path: item.path) else { return nil }
      let from = step.required("from", zh: "从", expected: desk.time.wanted)
      let rate = step.required("rate", zh: "速率", expected: "a number per unit of time")
      step.finish(alsoAllowed: [.note])
      let start = desk.value(from, in: step, .length)
      let height = desk.value(rate, in: step, .notNegative)
      guard let start, let height, let from, let rate else { continue }
      starts.append(start)
      rates.append(height)
      places.append(("starts[\(row)]", from.value, step.path(of: "from")))
      places.append(("rates[\(row)]", rate.value, step.path(of: "rate")))
    }
    guard rates.count == items.count else { return nil }
    if let cycleEntry { places.append(("cycle", cycleEntry.value, keys.path(of: "cycle"))) }
    places.append(("starts", stepsEntry.value, keys.path(of: "steps")))
    return make(keys.path, in: places) { () throws(DistributionError) in
      try .steps(starts: starts, rates: rates, cycle: cycle)
    }
  }

  private func wave(_ section: MappingReader) -> RateProfile? {
    var keys = section
    let mean = keys.required("mean", zh: "平均", expected: "a number per unit of time")
    let amplitude = keys.required("amplitude", zh: "振幅", expected: "a number from -1 to 1")
    let period = keys.required("period", zh: "周期", expected: desk.time.wanted)
    let phase = keys.optional("phase", zh: "相位")
    keys.finish(alsoAllowed: [.note])
    let height = desk.value(mean, in: keys, .notNegative)
    let swing = desk.value(amplitude, in: keys, .number)
    let length = desk.value(period, in: keys, .positiveLength)
    let anyLength = NumberRule(kind: .length, bound: .none)
    let shift = phase == nil ? 0 : desk.value(phase, in: keys, anyLength)
    guard let height, let swing, let length, let shift else { return nil }
    let places = [mean, amplitude, period, phase].compactMap { entry in
      entry.map { (name: $0.key, node: $0.value, path: keys.path(of: $0.key)) }
    }
    return make(keys.path, in: places) { () throws(DistributionError) in
      try .sinusoidal(mean: height, amplitude: swing, period: length, phase: shift)
    }
  }

  /// Where a parameter of the profile stands in the file.
  private typealias Place = (name: String, node: NodeID, path: String)

  /// The profile, or a report at the parameter that it refuses.
  private func make(
    _ path: String,
    in places: [Place],
    _ profile: () throws(DistributionError) -> RateProfile
  ) -> RateProfile? {
    do {
      return try profile()
    } catch {
      let place = places.first { $0.name == error.parameter } ?? places.last
      guard let place else { return nil }
      desk.report(
        .law,
        place.node,
        "the rate's \(error.parameter) is \(error.found)",
        place.path,
        expected: error.allowed
      )
      return nil
    }
  }
}
