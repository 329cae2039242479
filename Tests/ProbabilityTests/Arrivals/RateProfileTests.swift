import Glibc
import Probability
import Testing

@Suite("Arrivals whose rate changes with time")
struct RateProfileTests {
  /// Ten an hour on average, 18 at six in the morning, 2 at six in the evening.
  private static func wave() throws -> RateProfile {
    try .sinusoidal(mean: 10, amplitude: 0.8, period: 24)
  }

  /// Nothing at night, a rush in the morning, a slow afternoon.
  private static func day() throws -> RateProfile {
    try .steps(starts: [0, 8, 11, 14, 17], rates: [0, 12, 0, 3, 0], cycle: 24)
  }

  static func profiles() throws -> [RateProfile] {
    [try .constant(2.5), try wave(), try day(), try .steps(starts: [0, 100], rates: [0.5, 4])]
  }

  /// The arrivals of a stream up to a time, each at its own address.
  private func arrivals(_ profile: RateProfile, until end: Double, seed: UInt64 = 31) -> [Double] {
    var streams = RandomStreams(seed: seed, replication: 0)
    var times: [Double] = []
    var time = 0.0
    while let next = profile.next(
      after: time,
      streams: &streams,
      at: DrawAddress(purpose: 4, entity: UInt64(times.count))
    ), next < end {
      times.append(next)
      time = next
    }
    return times
  }

  @Test("The integral of the rate is exact")
  func integral() throws {
    let day = try Self.day()
    #expect(day.expected(from: 0, to: 24) == 45)
    #expect(day.expected(from: 9, to: 15) == 27)
    #expect(abs(day.expected(from: 9, to: 24 * 10 + 9.5) - 456) < 1e-9)
    #expect(day.rate(at: 8) == 12 && day.rate(at: 11) == 0 && day.rate(at: 24 * 7 + 10.9) == 12)
    let wave = try Self.wave()
    #expect(abs(wave.expected(from: 0, to: 24) - 240) < 1e-10)
    // Half a period: 120 on average, and 10 * 0.8 * 24 / pi more.
    #expect(abs(wave.expected(from: 0, to: 12) - (120 + 192 / Double.pi)) < 1e-10)
    #expect(abs(wave.expected(from: 6, to: 6 + 0x1p-30) - 18 * 0x1p-30) < 1e-20)
    #expect(wave.rate(at: 6) == 18 && wave.peak == 18)
    let open = try RateProfile.steps(starts: [0, 5], rates: [1, 2])
    #expect(open.expected(from: 3, to: 9) == 10)
  }

  @Test(
    "Rescaled by the expected count, the gaps are exponential of mean 1",
    arguments: try profiles()
  )
  func timeRescaling(profile: RateProfile) {
    let times = arrivals(profile, until: 8000)
    var last = 0.0
    let inOrder = times.map { time in
      defer { last = time }
      return profile.expected(from: last, to: time)
    }
    let gaps = inOrder.sorted()
    let count = Double(gaps.count)
    let distance = gaps.enumerated().reduce(0.0) { widest, gap in
      let expected = -expm1(-gap.element)
      return max(
        widest,
        abs(expected - Double(gap.offset) / count),
        abs(Double(gap.offset + 1) / count - expected)
      )
    }
    #expect(distance * count.squareRoot() < 2.7)
    // A Poisson count has its mean for variance.
    let expected = profile.expected(from: 0, to: 8000)
    #expect(abs(count - expected) < 5 * expected.squareRoot())
    // Neighbouring gaps are independent: their correlation is within 5 standard errors of 0.
    let products = zip(inOrder, inOrder.dropFirst()).reduce(0) { $0 + ($1.0 - 1) * ($1.1 - 1) }
    #expect(abs(products) / count <= 5 / count.squareRoot())
  }

  @Test(
    "Each hour of the day gets its share, peaks included, and counts spread as Poisson counts do"
  )
  func hours() throws {
    let days = 500
    for profile in [try Self.wave(), try Self.day()] {
      var counts = Array(repeating: Array(repeating: 0.0, count: days), count: 24)
      for time in arrivals(profile, until: Double(days) * 24) {
        counts[Int(time.truncatingRemainder(dividingBy: 24))][Int(time / 24)] += 1
      }
      for (hour, days) in counts.enumerated() {
        let expected = profile.expected(from: Double(hour), to: Double(hour + 1))
        let size = Double(days.count)
        let mean = days.reduce(0, +) / size
        #expect(abs(mean - expected) <= 5 * (expected / size).squareRoot())
        guard expected > 0 else { continue }
        // Variance over mean, whose standard error over n Poisson counts is the root of 2 / n.
        let variance = days.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (size - 1)
        #expect(abs(variance / mean - 1) <= 5 * (2 / size).squareRoot() + 1 / (expected * size))
      }
    }
  }

  @Test("An arrival is a pure function of its address")
  func purity() throws {
    var streams = RandomStreams(seed: 2, replication: 0)
    let address = DrawAddress(purpose: 4, entity: 9)
    for profile in try Self.profiles() {
      let alone = profile.next(after: 3, streams: &streams, at: address)
      _ = profile.next(after: 3, streams: &streams, at: DrawAddress(purpose: 4, entity: 10))
      #expect(profile.next(after: 3, streams: &streams, at: address) == alone)
    }
  }

  @Test("A rate of zero for ever has no next arrival")
  func never() throws {
    var streams = RandomStreams(seed: 2, replication: 0)
    let address = DrawAddress(purpose: 4, entity: 9)
    let silent: [RateProfile] = [
      try .constant(0), try .sinusoidal(mean: 0, amplitude: 1, period: 24),
      try .steps(starts: [0, 4], rates: [0, 0], cycle: 8), try .steps(starts: [0], rates: [0]),
    ]
    for profile in silent {
      #expect(profile.next(after: 0, streams: &streams, at: address) == nil)
    }
    let once = try RateProfile.steps(starts: [0, 10], rates: [1e9, 0])
    #expect(once.next(after: 0, streams: &streams, at: address) != nil)
    #expect(once.next(after: 10, streams: &streams, at: address) == nil)
    #expect(once.next(after: 50, streams: &streams, at: address) == nil)
  }

  @Test("A stretch without arrivals is passed over, however late in the run")
  func silence() throws {
    let day = try Self.day()
    var streams = RandomStreams(seed: 8, replication: 0)
    for entity in 0..<UInt64(20_000) {
      let start = Double(entity) * 1.37
      let address = DrawAddress(purpose: 4, entity: entity)
      let next = try #require(day.next(after: start, streams: &streams, at: address))
      #expect(next >= start && day.rate(at: next) > 0)
    }
    // Rare arrivals skip many cycles at once.
    let rare = try RateProfile.steps(starts: [0, 1], rates: [1e-6, 0], cycle: 2)
    let next = try #require(
      rare.next(after: 0.5, streams: &streams, at: DrawAddress(purpose: 4, entity: 1))
    )
    #expect(next > 1000 && rare.rate(at: next) > 0)
  }

  @Test("Days and weeks of hours keep their arrivals")
  func weeks() throws {
    let hours = HourlyProfile(hourWeights: (0..<24).map { $0 < 8 ? 0 : Double($0) })
    let daily = try RateProfile.daily(hours, perDay: 30, hour: 60)
    #expect(abs(daily.expected(from: 0, to: 1440) - 30) < 1e-9)
    #expect(daily.rate(at: 479) == 0 && daily.rate(at: 480) > 0)
    let week = try PiecewiseRate(dayWeights: [2, 2, 2, 2, 2, 1, 1], hours: hours)
    let weekly = try RateProfile.weekly(week, perDay: 30, hour: 1)
    #expect(abs(weekly.expected(from: 0, to: 168) - 210) < 1e-9)
    #expect(abs(weekly.expected(from: 144, to: 168) - 17.5) < 1e-9)
  }

  @Test("A rate that cannot be is refused by name")
  func refusals() {
    let said = { (make: () throws(DistributionError) -> RateProfile) -> String in
      do throws(DistributionError) {
        _ = try make()
        return "allowed"
      } catch { return "\(error.parameter) is \(error.found)" }
    }
    #expect(said { () throws(DistributionError) in try .constant(-1) } == "rate is -1.0")
    #expect(
      said { () throws(DistributionError) in
        try .sinusoidal(mean: 1, amplitude: 1.2, period: 24)
      } == "amplitude is 1.2"
    )
    #expect(
      said { () throws(DistributionError) in try .steps(starts: [1], rates: [1]) }
        == "starts[0] is 1.0"
    )
    #expect(
      said { () throws(DistributionError) in try .steps(starts: [0, 0], rates: [1, 2]) }
        == "starts[1] is 0.0"
    )
    #expect(
      said { () throws(DistributionError) in try .steps(starts: [0, 5], rates: [1]) }
        == "rates is a list of 1"
    )
    #expect(
      said { () throws(DistributionError) in try .steps(starts: [0, 5], rates: [1, 2], cycle: 5) }
        == "cycle is 5.0"
    )
    #expect(
      said { () throws(DistributionError) in try .steps(starts: [0], rates: [.nan]) }
        == "rates[0] is nan"
    )
  }
}
