internal import Engine
internal import NetworkModel
internal import Probability

extension VerificationFamily {
  /// One station with one line, first come first served.
  static let stations: [VerificationFamily] = [
    VerificationFamily("M/M/1", "M/M/c (Erlang C)", "M/D/1") { try single($0, $1) },
    VerificationFamily("M/G/1 (Pollaczek-Khinchine)") { try single($0, $1) },
    VerificationFamily("G/M/1") { try single($0, $1) },
    VerificationFamily("M/G/c/c (Erlang B)") { verification, profile in
      if case .fields(let table)? = verification.expected["table"] {
        return [.direct { rule, _ in try ErlangTable.judge(table, of: verification, by: rule) }]
      }
      let labels = verification.inputs["stay_distributions_to_run"]?.list ?? []
      let mean = try verification.number("mean_stay")
      let beds = try verification.whole("beds")
      let laws = try labels.compactMap(\.text).map {
        ($0, try LawText(label: $0, mean: mean, in: verification))
      }
      return try (laws.isEmpty ? [("", .exponential(mean: mean))] : laws).map { label, law in
        let station = StationText(
          gap: .exponential(mean: 1 / (try verification.number("arrival_rate"))),
          service: law,
          servers: beds,
          room: beds
        )
        return .network(try station.probe(verification, profile, label: label, meanService: mean))
      }
    },
    VerificationFamily("M/M/c/K") { verification, profile in
      let mean = 1 / (try verification.number("service_rate"))
      let station = StationText(
        gap: .exponential(mean: 1 / (try verification.number("arrival_rate"))),
        service: .exponential(mean: mean),
        servers: try verification.whole("servers"),
        room: try verification.whole("system_capacity")
      )
      return [.network(try station.probe(verification, profile, meanService: mean))]
    },
  ]

  /// A station whose line is never refused anybody.
  private static func single(
    _ verification: AnalyticCase,
    _ profile: VerificationProfile
  ) throws -> [CaseWork] {
    let rate = try verification.number("arrival_rate")
    let service = try verification.inputs["service"].map { try LawText($0, in: verification) }
    let gap = try verification.inputs["interarrival"].map { try LawText($0, in: verification) }
    let stated = verification.inputs["service"]?["mean"]?.number
    let mean = try stated ?? 1 / verification.number("service_rate")
    let station = StationText(
      gap: gap ?? .exponential(mean: 1 / rate),
      service: service ?? .exponential(mean: mean),
      servers: verification.inputs["servers"]?.whole ?? 1,
      room: nil
    )
    let probe = try station.probe(verification, profile, meanService: mean)
    return [.network(probe)] + (try moments(of: station.service, verification))
  }

  /// What a formula says of the law of service itself.
  private static func moments(
    of service: LawText,
    _ verification: AnalyticCase
  ) throws -> [CaseWork] {
    guard let exact = verification.rows.first(where: { $0.name == "third_moment_S" }) else {
      return []
    }
    let moment = try service.law().thirdMoment
    let row = RowName(caseID: verification.id, label: exact.name)
    return [
      .direct { rule, _ in
        [rule.judge(exact.value, of: row, byFormula: moment ?? .infinity)]
      }
    ]
  }
}

/// The text of a network of one station.
struct StationText: Sendable {
  let gap: LawText
  let service: LawText
  let servers: Int
  let room: Int?
  /// Further keys of the node.
  var more: [String] = []
  /// How many come together.
  var batch: LawText?

  /// The sections of the network file but for its run.
  var text: String {
    var lines = ["sources:", "  arrivals:", "    gap: \(gap.text)"]
    if let batch { lines.append("    batch: \(batch.text)") }
    lines += ["    to: station", "nodes:", "  station:", "    servers: \(servers)"]
    lines.append("    service: \(service.text)")
    if let room { lines.append("    room: \(room)") }
    lines += more.map { "    " + $0 }
    return lines.joined(separator: "\n")
  }

  /// The probe of a case that asks for the usual quantities of a station.
  func probe(
    _ verification: AnalyticCase,
    _ profile: VerificationProfile,
    label: String = "",
    meanService: Double
  ) throws -> NetworkProbe {
    let rate =
      try verification.inputs["arrival_rate"]?.number
      ?? verification.number("batch_rate")
    let total = try verification.totalTime(for: profile)
    let rows = verification.rows
    let sojourn = rows.first { $0.name == "W" }?.value
    let limits = WaitLimits(
      rows,
      meanSojourn: sojourn ?? 1 / max(Double(servers) / meanService - rate, 1e-12),
      meanService: meanService
    )
    let answers = StationAnswers(servers: servers, arrivalRate: rate, room: room)
    return NetworkProbe(
      caseID: verification.id,
      label: label,
      text: text,
      warmUp: verification.warmUp,
      length: .shared(total),
      waitLimits: limits.values,
      rows: rows.flatMap { exact in
        special(exact, rows, rate: rate, meanService: meanService)
          ?? answers.rows(exact, limits: limits, time: total)
      }
    )
  }

  /// Rows whose estimators need what the case knows besides.
  private func special(
    _ exact: ExactRow,
    _ rows: [ExactRow],
    rate: Double,
    meanService: Double
  ) -> [ProbeRow]? {
    let thirdMoment = rows.first { $0.name == "third_moment_S" }?.value
    switch exact.name {
    case "third_moment_S": return []
    case "sd_Wq":
      guard servers == 1, let thirdMoment else { return nil }
      let spread = WaitSpread(
        arrivalRate: rate,
        meanService: meanService,
        thirdMoment: thirdMoment
      )
      return [
        ProbeRow(exact, by: .jackknife(WaitSpread.deviation)) { run in
          let flow = run.nodes[0].all
          guard let mean = run.scale.mean(flow.waits), flow.completed > 0,
            let deviation = run.scale.standardDeviation(flow.waits)
          else { return nil }
          return spread.contribution(
            meanWait: mean,
            variance: deviation * deviation,
            meanCube: flow.serviceCubes / Double(flow.completed)
          )
        }
      ]
    case "P_W_gt_mean":
      guard let sojourn = rows.first(where: { $0.name == "W" })?.value else { return nil }
      return [
        ProbeRow(exact) { run in
          run.nodes[0].all.sojournTimes.share(above: run.scale.duration(sojourn))
        }
      ]
    default: return nil
    }
  }
}
