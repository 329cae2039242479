internal import Engine
internal import NetworkModel

/// Variance over mean of counts.
enum Dispersion {
  /// 1 for Poisson counts, with the error that the chi-square law of the variance gives.
  @Sendable
  static func estimate(_ counts: [[Double]]) -> (estimate: Double, error: Double)? {
    var tally = Tally()
    for count in counts { tally.add(count[0]) }
    guard let mean = tally.mean, mean > 0, let variance = tally.variance else { return nil }
    let freedom = Double(counts.count - 1)
    // A Poisson count's own excess widens the spread of the variance a little.
    return (variance / mean, ((2 + 1 / mean) / freedom).squareRoot())
  }
}

/// Poisson streams that merge and split again.
struct SplitStreams {
  let rates: [Double]
  let shares: [Double]
  let horizon: Double

  init(_ verification: AnalyticCase) throws {
    rates = try verification.numbers("rates")
    shares = try verification.numbers("split")
    horizon = try verification.number("horizon")
  }

  func probe(_ verification: AnalyticCase) throws -> NetworkProbe {
    var lines = ["sources:"]
    for (row, rate) in rates.enumerated() {
      lines.append("  source\(row + 1): {rate: \(rate), to: merged}")
    }
    let ways = shares.indices.map { "stream\($0 + 1): \(shares[$0])" }.joined(separator: ", ")
    let none = LawText.deterministic(0).text
    lines += ["nodes:"]
    lines.append(
      "  merged: {servers: unlimited, service: \(none), next: {split: {\(ways)}}}"
    )
    for row in shares.indices {
      lines.append("  stream\(row + 1): {servers: unlimited, service: \(none)}")
    }
    let rows = verification.rows.flatMap { exact -> [ProbeRow] in
      let node = exact.name == "merged" ? 0 : Int(exact.name.dropFirst(6))
      guard let node, (0...shares.count).contains(node) else { return [] }
      let read: @Sendable (NetworkReadings) -> [Double]? = { [Double($0.nodes[node].all.arrived)] }
      return [
        ProbeRow(exact, by: .mean, read),
        ProbeRow(
          ExactRow(name: exact.name + " dispersion", value: 1),
          by: .formula(Dispersion.estimate),
          read
        ),
      ]
    }
    return NetworkProbe(
      caseID: verification.id,
      text: lines.joined(separator: "\n"),
      warmUp: 0,
      length: .each(horizon, replications: verification.replications),
      rows: rows + correlations
    )
  }

  /// Split streams know nothing of each other.
  private var correlations: [ProbeRow] {
    shares.indices.dropLast().map { row in
      ProbeRow(
        ExactRow(name: "correlation of streams \(row + 1) and \(row + 2)", value: 0),
        by: .formula(Correlation.estimate)
      ) { run in
        [Double(run.nodes[row + 1].all.arrived), Double(run.nodes[row + 2].all.arrived)]
      }
    }
  }
}

/// The correlation of two numbers.
enum Correlation {
  /// Its estimate, and its error where there is none.
  @Sendable
  static func estimate(_ pairs: [[Double]]) -> (estimate: Double, error: Double)? {
    let count = Double(pairs.count)
    let first = pairs.reduce(0) { $0 + $1[0] } / count
    let second = pairs.reduce(0) { $0 + $1[1] } / count
    var (both, one, other) = (0.0, 0.0, 0.0)
    for pair in pairs {
      both += (pair[0] - first) * (pair[1] - second)
      one += (pair[0] - first) * (pair[0] - first)
      other += (pair[1] - second) * (pair[1] - second)
    }
    guard one > 0, other > 0 else { return nil }
    return (both / (one * other).squareRoot(), 1 / count.squareRoot())
  }
}
