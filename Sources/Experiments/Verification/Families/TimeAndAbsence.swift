internal import Engine
internal import NetworkModel
internal import Probability

extension VerificationFamily {
  /// Rates that change with time, transients, servers that are away, unequal or shared, batches.
  static let timeAndAbsence: [VerificationFamily] = [
    VerificationFamily("M(t)/M/inf", "M(t)/G/inf") { verification, _ in
      [.network(try ChangingRate(verification).probe(verification))]
    },
    VerificationFamily("transient") { verification, _ in
      let station = StationText(
        gap: .exponential(mean: 1 / (try verification.number("arrival_rate"))),
        service: .exponential(mean: 1 / (try verification.number("service_rate"))),
        servers: try verification.whole("servers"),
        room: nil
      )
      let moments = Moments(verification.rows) { name in
        name.hasPrefix("L_at_") ? Double(name.dropFirst(5)) : nil
      }
      return [
        .network(
          NetworkProbe(
            caseID: verification.id,
            text: station.text,
            warmUp: 0,
            length: .each(
              (moments.times.last ?? 1) * 1.01,
              replications: verification.replications
            ),
            observeAt: moments.times,
            rows: verification.rows.compactMap { exact in
              moments.row(of: exact).map { row in
                ProbeRow(exact) { Double($0.observations[row].present[0]) }
              }
            }
          )
        )
      ]
    },
    VerificationFamily("Poisson splitting and merging") { verification, _ in
      [.network(try SplitStreams(verification).probe(verification))]
    },
    VerificationFamily("M/G/1 with vacations") { verification, profile in
      guard let service = verification.inputs["service"],
        let vacation = verification.inputs["vacation"]
      else { throw CaseProblem.input("vacation", caseID: verification.id) }
      let law = try LawText(service, in: verification)
      let away = try LawText(vacation, in: verification).text
      let station = StationText(
        gap: .exponential(mean: 1 / (try verification.number("arrival_rate"))),
        service: law,
        servers: 1,
        room: nil,
        more: ["vacations: {length: \(away), repeat: multiple}"]
      )
      let mean = try law.law().mean
      return [.network(try station.probe(verification, profile, meanService: mean))]
    },
    VerificationFamily("server with absences") { verification, profile in
      let mean = 1 / (try verification.number("service_rate"))
      let up = LawText.exponential(mean: 1 / (try verification.number("on_to_off_rate"))).text
      let down = LawText.exponential(mean: 1 / (try verification.number("off_to_on_rate"))).text
      let interrupted = verification.inputs["interrupted_service"]?.text ?? "resume"
      let station = StationText(
        gap: .exponential(mean: 1 / (try verification.number("arrival_rate"))),
        service: .exponential(mean: mean),
        servers: verification.inputs["servers"]?.whole ?? 1,
        room: nil,
        more: ["breakdowns: {up: \(up), down: \(down), interrupted: \(interrupted)}"]
      )
      return [.network(try station.probe(verification, profile, meanService: mean))]
    },
    VerificationFamily("unequal servers") { verification, profile in
      [.network(try UnequalServers(verification).probe(verification, profile))]
    },
    VerificationFamily("batch arrivals") { verification, profile in
      let mean = 1 / (try verification.number("service_rate"))
      var station = StationText(
        gap: .exponential(mean: 1 / (try verification.number("batch_rate"))),
        service: .exponential(mean: mean),
        servers: verification.inputs["servers"]?.whole ?? 1,
        room: nil
      )
      station.batch = try BatchSize.law(of: verification)
      return [.network(try station.probe(verification, profile, meanService: mean))]
    },
    VerificationFamily("processor sharing") { verification, profile in
      let mean = try verification.number("mean_service")
      let labels = verification.inputs["services_to_run"]?.list?.compactMap(\.text) ?? []
      return try labels.map { label in
        let station = StationText(
          gap: .exponential(mean: 1 / (try verification.number("arrival_rate"))),
          service: try LawText(label: label, mean: mean, in: verification),
          servers: 1,
          room: nil,
          more: ["kind: sharing"]
        )
        let probe = try station.probe(verification, profile, label: label, meanService: mean)
        return .network(probe)
      }
    },
  ]
}

extension AnalyticCase {
  /// How many replications the case asks for.
  var replications: Int { run["replications"]?.whole ?? 1000 }
}

/// The law of a batch's size.
private enum BatchSize {
  /// A text such as `1..5 equally likely`, or lists of values and weights.
  static func law(of verification: AnalyticCase) throws -> LawText {
    let stated = verification.inputs["batch_size"]
    if let values = stated?["values"]?.numbers, let weights = stated?["weights"]?.numbers {
      return .discrete(values: values, weights: weights)
    }
    let ends = (stated?.text ?? "").split { !$0.isNumber }.compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1] else {
      throw CaseProblem.input("batch_size", caseID: verification.id)
    }
    let values = (ends[0]...ends[1]).map(Double.init)
    return .discrete(values: values, weights: values.map { _ in 1 })
  }
}

/// Servers of different speed.
private struct UnequalServers {
  let arrivalRate: Double
  let rates: [Double]

  init(_ verification: AnalyticCase) throws {
    arrivalRate = try verification.number("arrival_rate")
    rates = try verification.numbers("service_rates")
  }

  func probe(_ verification: AnalyticCase, _ profile: VerificationProfile) throws -> NetworkProbe {
    let servers = rates.indices.map { "{id: server\($0 + 1), speed: \(rates[$0])}" }
    let text = """
      sources:
        arrivals: {gap: \(LawText.exponential(mean: 1 / arrivalRate).text), to: station}
      nodes:
        station:
          servers: [\(servers.joined(separator: ", "))]
          service: {law: exponential, mean: 1}
      """
    let total = try verification.totalTime(for: profile)
    let answers = StationAnswers(servers: rates.count, arrivalRate: arrivalRate)
    let limits = WaitLimits([], meanSojourn: nil, meanService: 1)
    let bySpeed = rates.indices.sorted { rates[$0] > rates[$1] }
    return NetworkProbe(
      caseID: verification.id,
      text: text,
      warmUp: verification.warmUp,
      length: .shared(total),
      rows: verification.rows.flatMap { exact -> [ProbeRow] in
        switch exact.name {
        case "util_fast": return [ProbeRow(exact) { $0.nodes[0].serverUse[bySpeed[0]] }]
        case "util_slow":
          return [ProbeRow(exact) { $0.nodes[0].serverUse[bySpeed[bySpeed.count - 1]] }]
        default: return answers.rows(exact, limits: limits, time: total)
        }
      }
    )
  }
}
