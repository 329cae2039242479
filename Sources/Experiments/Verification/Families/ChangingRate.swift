internal import Engine
internal import Glibc
internal import NetworkModel
internal import Probability

/// A rate that swings with the hour of the day, and a server for everybody.
struct ChangingRate {
  let mean: Double
  let amplitude: Double
  let period: Double
  let service: LawText

  /// Reads `10*(1+0.8*sin(2*pi*t/24)) per hour`.
  init(_ verification: AnalyticCase) throws {
    let text = verification.inputs["rate"]?.text ?? ""
    let numbers = text.split { !($0.isNumber || $0 == ".") }.compactMap { Double($0) }
    // The mean, the 1 of the bracket, the amplitude, the 2 of 2 pi, the period.
    guard numbers.count >= 5, text.contains("sin(2*pi*t/") else {
      throw CaseProblem.input("rate", caseID: verification.id)
    }
    (mean, amplitude, period) = (numbers[0], numbers[2], numbers[4])
    if let law = verification.inputs["service"] {
      service = try LawText(law, in: verification)
    } else {
      service = .exponential(mean: 1 / (try verification.number("service_rate")))
    }
  }

  func probe(_ verification: AnalyticCase) throws -> NetworkProbe {
    // Numbers present in a system without waiting are Poisson: a mean and a variance to test.
    let meanService = try service.law().mean
    // Long after the beginning nothing is left of the empty start.
    let late = (20 * meanService / period).rounded(.up) * period
    let round = (0..<ChangingRate.points).map {
      late + Double($0) * period / Double(ChangingRate.points)
    }
    let asksForRound = verification.rows.contains {
      ["steady_mean", "peak_hour", "peak_lag_after_arrivals"].contains($0.name)
    }
    let moments = Moments(verification.rows, besides: asksForRound ? round : []) { name in
      if name.hasPrefix("mean_at_"), name.hasSuffix("h") {
        return Double(name.dropFirst(8).dropLast())
      }
      return steadyMoment(name, verification.rows, late)
    }
    let last = moments.times.last ?? 1
    return NetworkProbe(
      caseID: verification.id,
      text: """
        sources:
          arrivals:
            rate: {mean: \(mean), amplitude: \(amplitude), period: \(period), phase: 0}
            to: room
        nodes:
          room: {servers: unlimited, service: \(service.text)}
        """,
      warmUp: 0,
      length: .each(last + period, replications: verification.replications),
      observeAt: moments.times,
      rows: verification.rows.flatMap { exact -> [ProbeRow] in
        guard let row = moments.row(of: exact) else {
          return other(exact, round.compactMap { moments.times.firstIndex(of: $0) })
        }
        let read: @Sendable (NetworkReadings) -> [Double]? = {
          [Double($0.observations[row].present[0])]
        }
        return [
          ProbeRow(exact, by: .mean, read),
          ProbeRow(
            ExactRow(name: exact.name + " dispersion", value: 1),
            by: .formula(Dispersion.estimate),
            read
          ),
        ]
      }
    )
  }

  /// The moments of the steady state's peak and trough.
  private func steadyMoment(_ name: String, _ rows: [ExactRow], _ late: Double) -> Double? {
    guard let peak = rows.first(where: { $0.name == "peak_hour" })?.value else { return nil }
    switch name {
    case "steady_peak": return late + peak
    case "steady_trough": return late + peak + period / 2
    default: return nil
    }
  }

  /// How many moments of a period are observed.
  private static let points = 12

  /// Rows of the steady state: its mean over a period, and the hour of its peak.
  private func other(_ exact: ExactRow, _ round: [Int]) -> [ProbeRow] {
    guard round.count == ChangingRate.points else { return [] }
    let read: @Sendable (NetworkReadings) -> [Double]? = { run in
      round.map { Double(run.observations[$0].present[0]) }
    }
    let period = period
    switch exact.name {
    case "steady_mean":
      return [
        ProbeRow(exact) { run in
          round.reduce(0) { $0 + Double(run.observations[$1].present[0]) } / Double(round.count)
        }
      ]
    case "peak_hour":
      return [
        ProbeRow(exact, by: .formula { ChangingRate.peakHour($0, period: period) }, read)
      ]
    case "peak_lag_after_arrivals":
      // The rate itself peaks after a quarter of its period.
      let peak: @Sendable ([[Double]]) -> (estimate: Double, error: Double)? = { rounds in
        ChangingRate.peakHour(rounds, period: period).map { ($0.estimate - period / 4, $0.error) }
      }
      return [ProbeRow(exact, by: .formula(peak), read)]
    default: return []
    }
  }

  /// The hour of the peak, by the first harmonic of 40 groups of replications.
  @Sendable
  private static func peakHour(
    _ rounds: [[Double]],
    period: Double
  ) -> (estimate: Double, error: Double)? {
    let size = rounds.count / 40
    guard size > 0 else { return nil }
    var tally = Tally()
    for group in 0..<40 {
      var (cosine, sine) = (0.0, 0.0)
      for round in rounds[group * size..<(group + 1) * size] {
        for point in round.indices {
          let angle = 2 * Double.pi * Double(point) / Double(points)
          cosine += round[point] * cos(angle)
          sine += round[point] * sin(angle)
        }
      }
      let hour = atan2(sine, cosine) / (2 * Double.pi) * period
      tally.add(hour < 0 ? hour + period : hour)
    }
    return tally.estimate
  }
}
