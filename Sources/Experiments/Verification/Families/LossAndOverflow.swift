internal import Engine
internal import NetworkModel

extension VerificationFamily {
  /// Finite sources, overflow between stations, reserved servers, units sent to zones.
  static let lossAndOverflow: [VerificationFamily] = [
    VerificationFamily("finite source (machine repair)") { verification, profile in
      let servers = try verification.whole("servers")
      let rate = try verification.number("failure_rate_each")
      let network = FiniteSource(
        size: try verification.whole("population"),
        meanAway: 1 / rate,
        meanService: 1 / (try verification.number("service_rate")),
        servers: servers,
        room: nil
      )
      let answers = StationAnswers(servers: servers, arrivalRate: rate * Double(network.size))
      return [.network(try network.probe(verification, profile) { answers.row(of: $0) })]
    },
    VerificationFamily("Engset loss") { verification, profile in
      let beds = try verification.whole("beds")
      let network = FiniteSource(
        size: try verification.whole("sources"),
        meanAway: 1 / (try verification.number("rate_each")),
        meanService: try verification.number("mean_stay"),
        servers: beds,
        room: beds
      )
      let answers = StationAnswers(servers: beds, arrivalRate: 1, room: beds)
      return [
        .network(
          try network.probe(verification, profile) { exact in
            exact.name == "time_congestion"
              ? [ProbeRow(exact) { $0.nodes[0].present.share(atLeast: beds) }]
              : answers.row(of: exact)
          }
        )
      ]
    },
    VerificationFamily("overflow between tiers (exact)") { try OverflowText.one($0, $1) },
    VerificationFamily("overflow between tiers (exact and ERT)") { try OverflowText.two($0, $1) },
    VerificationFamily("bed reservation") { verification, profile in
      let mean = try verification.number("mean_stay")
      let beds = try verification.whole("beds")
      let law = LawText.exponential(mean: mean).text
      let kinds = ["emergency", "elective"]
      let sources = try kinds.map { kind in
        let gap = LawText.exponential(mean: 1 / (try verification.number(kind + "_rate"))).text
        return "  \(kind): {class: \(kind), gap: \(gap), to: ward}"
      }
      let reserved = try verification.whole("reserved_for_emergency")
      let text =
        (["classes: {emergency: {}, elective: {}}", "sources:"] + sources + [
          "nodes:", "  ward:", "    servers: \(beds)", "    room: \(beds)",
          "    service: \(law)", "    keepFree: {elective: \(reserved)}",
        ]).joined(separator: "\n")
      return [
        .network(
          NetworkProbe(
            caseID: verification.id,
            text: text,
            warmUp: verification.warmUp,
            length: .shared(try verification.totalTime(for: profile)),
            rows: verification.rows.compactMap { exact in
              kinds.firstIndex { exact.name == "p_refuse_" + $0 }.map { kind in
                ProbeRow(exact) { $0.nodes[0].classes[kind].shareRefused }
              }
            }
          )
        )
      ]
    },
    VerificationFamily("Larson hypercube") { verification, profile in
      [.network(try HypercubeText(verification).probe(verification, profile))]
    },
  ]
}

extension StationAnswers {
  /// A row without limits of waits.
  func row(of exact: ExactRow) -> [ProbeRow] {
    rows(exact, limits: WaitLimits([], meanSojourn: nil, meanService: 1), time: 1)
      .map { row in
        var row = row
        row.expectedSightings = nil
        return row
      }
  }
}

/// Customers who come back a while after they left.
private struct FiniteSource {
  let size: Int
  let meanAway: Double
  let meanService: Double
  let servers: Int
  let room: Int?

  func probe(
    _ verification: AnalyticCase,
    _ profile: VerificationProfile,
    rows: (ExactRow) -> [ProbeRow]
  ) throws -> NetworkProbe {
    let away = LawText.exponential(mean: meanAway).text
    var lines = [
      "sources:", "  people: {population: {size: \(size), away: \(away)}, to: station}",
      "nodes:", "  station:", "    servers: \(servers)",
      "    service: \(LawText.exponential(mean: meanService).text)",
    ]
    if let room { lines.append("    room: \(room)") }
    return NetworkProbe(
      caseID: verification.id,
      text: lines.joined(separator: "\n"),
      warmUp: verification.warmUp,
      length: .shared(try verification.totalTime(for: profile)),
      rows: verification.rows.flatMap(rows)
    )
  }
}
