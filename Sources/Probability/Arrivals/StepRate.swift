/// A rate that is constant on each of several stretches of time, once or over and over.
struct StepRate: Hashable, Sendable {
  /// When each stretch begins; the first begins at 0.
  let starts: [Double]
  let rates: [Double]
  /// After how long the stretches begin anew; `nil` if the last one lasts for ever.
  let cycle: Double?
  /// The arrivals expected before each stretch, and before the end of the cycle.
  let before: [Double]

  init(starts: [Double], rates: [Double], cycle: Double?) throws(DistributionError) {
    let law = "steps"
    try NumberList("starts", of: law, starts).notEmpty()
    try NumberList("rates", of: law, rates).count(starts.count, as: "starts")
    _ = try Parameter("starts[0]", of: law, starts[0]).within(0...0)
    for index in starts.indices.dropFirst() {
      _ = try Parameter("starts[\(index)]", of: law, starts[index]).above(starts[index - 1])
    }
    _ = try NumberList("rates", of: law, rates).each { (rate) throws(DistributionError) in
      try rate.notNegative()
    }
    if let cycle { _ = try Parameter("cycle", of: law, cycle).above(starts[starts.count - 1]) }
    self.starts = starts
    self.rates = rates
    self.cycle = cycle
    var before = [0.0]
    for index in rates.indices {
      let end = index + 1 < starts.count ? starts[index + 1] : cycle ?? starts[index]
      before.append(before[index] + rates[index] * (end - starts[index]))
    }
    _ = try Parameter("arrivals expected in all", of: law, before[rates.count]).finite()
    self.before = before
  }

  /// The highest rate.
  var peak: Double { rates.max() ?? 0 }

  /// The rate at a time of 0 or more.
  func rate(at time: Double) -> Double { rates[stretch(at: split(time).rest)] }

  /// The arrivals expected from 0 to a time of 0 or more.
  func expected(until time: Double) -> Double {
    let (rounds, rest) = split(time)
    return rounds * before[rates.count] + expected(within: rest)
  }

  /// The time at which as many more arrivals as said are expected; `nil` if they never are.
  ///
  /// The answer lies in a stretch of positive rate.
  func time(after time: Double, expecting arrivals: Double) -> Double? {
    let (rounds, rest) = split(time)
    var target = expected(within: rest) + arrivals
    guard let cycle else { return self.time(expecting: target).map { max($0, time) } }
    let perCycle = before[rates.count]
    guard perCycle > 0 else { return nil }
    let more = (target / perCycle).rounded(.down)
    // Rounding may leave the rest a digit outside the cycle.
    target = min(max(target - more * perCycle, 0), perCycle.nextDown)
    return self.time(expecting: target).map { max((rounds + more) * cycle + $0, time) }
  }

  /// Whole cycles passed, and the time since the last one began.
  private func split(_ time: Double) -> (rounds: Double, rest: Double) {
    guard let cycle else { return (0, time) }
    let rounds = (time / cycle).rounded(.down)
    return (rounds, min(max(time - rounds * cycle, 0), cycle.nextDown))
  }

  private func stretch(at time: Double) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= time { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func expected(within time: Double) -> Double {
    let index = stretch(at: time)
    return before[index] + rates[index] * (time - starts[index])
  }

  /// The time within the cycle by which a number of arrivals is expected.
  private func time(expecting target: Double) -> Double? {
    // The first stretch that ends above the target has a positive rate, since it begins at or
    // below the target.
    var (low, high) = (0, rates.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if before[middle + 1] > target { high = middle } else { low = middle + 1 }
    }
    guard rates[low] > 0 else { return nil }
    let time = starts[low] + max(target - before[low], 0) / rates[low]
    let end = low + 1 < starts.count ? starts[low + 1] : cycle
    return min(time, end?.nextDown ?? .infinity)
  }
}
