internal import Engine
internal import NetworkModel
internal import Probability

extension VerificationFamily {
  /// Stations with several classes, and stations whose customers give up.
  static let classesAndPatience: [VerificationFamily] = [
    VerificationFamily("priority queue") { verification, profile in
      [.network(try PriorityText(verification).probe(verification, profile))]
    },
    VerificationFamily("M/M/c+M (Erlang A)", "M/M/c+G reneging") { verification, profile in
      let mean = 1 / (try verification.number("service_rate"))
      let patience: LawText =
        if let stated = verification.inputs["patience"] {
          try LawText(stated, in: verification)
        } else {
          .exponential(mean: 1 / (try verification.number("abandonment_rate")))
        }
      let station = StationText(
        gap: .exponential(mean: 1 / (try verification.number("arrival_rate"))),
        service: .exponential(mean: mean),
        servers: try verification.whole("servers"),
        room: nil,
        more: ["patience: \(patience.text)"]
      )
      return [.network(try station.probe(verification, profile, meanService: mean))]
    },
  ]
}

/// One server and classes of which lower ones go first.
private struct PriorityText {
  let rates: [Double]
  let services: [LawText]
  let meanServices: [Double]
  let servers: Int
  let preemption: String

  init(_ verification: AnalyticCase) throws {
    rates = try verification.numbers("arrival_rates")
    servers = verification.inputs["servers"]?.whole ?? 1
    preemption = verification.inputs["preemption"]?.text ?? "none"
    if let laws = verification.inputs["services"]?.list {
      services = try laws.map { try LawText($0, in: verification) }
      meanServices = try services.map { try $0.law().mean }
    } else {
      meanServices = try verification.numbers("mean_services")
      services = meanServices.map { .exponential(mean: $0) }
    }
    guard services.count == rates.count else {
      throw CaseProblem.input("services", caseID: verification.id)
    }
  }

  private var text: String {
    let classes = rates.indices.map { "  class\($0 + 1): {priority: \($0 + 1)}" }
    let sources = rates.indices.map { row in
      let gap = LawText.exponential(mean: 1 / rates[row]).text
      return "  source\(row + 1): {class: class\(row + 1), gap: \(gap), to: station}"
    }
    let laws = services.indices.map { "        class\($0 + 1): \(services[$0].text)" }
    return
      (["classes:"] + classes + ["sources:"] + sources + [
        "nodes:", "  station:", "    servers: \(servers)", "    discipline: priority",
        "    preemption: \(preemption)", "    service:", "      byClass:",
      ] + laws).joined(separator: "\n")
  }

  func probe(_ verification: AnalyticCase, _ profile: VerificationProfile) throws -> NetworkProbe {
    NetworkProbe(
      caseID: verification.id,
      text: text,
      warmUp: verification.warmUp,
      length: .shared(try verification.totalTime(for: profile)),
      rows: verification.rows.compactMap { row($0) }
    )
  }

  private func row(_ exact: ExactRow) -> ProbeRow? {
    let loads = rates.indices.map { rates[$0] * meanServices[$0] }
    switch exact.name {
    case "L_total", "L": return ProbeRow(exact) { $0.nodes[0].present.mean }
    case "weighted_sum":
      // Kleinrock's conservation law: loads times waits do not depend on the order of service.
      return ProbeRow(exact) { run in
        loads.indices.reduce(0.0 as Double?) { sum, row in
          guard let sum, let wait = run.scale.mean(run.nodes[0].classes[row].waits) else {
            return nil
          }
          return sum + loads[row] * wait
        }
      }
    default:
      // Names such as `Wq_class2`.
      let parts = exact.name.split(separator: "_")
      guard parts.count == 2, parts[1].hasPrefix("class"), let number = Int(parts[1].dropFirst(5)),
        (1...rates.count).contains(number)
      else { return nil }
      let row = number - 1
      switch parts[0] {
      case "Wq": return ProbeRow(exact) { $0.scale.mean($0.nodes[0].classes[row].waits) }
      case "W": return ProbeRow(exact) { $0.scale.mean($0.nodes[0].classes[row].sojourns) }
      case "L": return ProbeRow(exact) { $0.nodes[0].classes[row].meanPresent }
      case "Lq": return ProbeRow(exact) { $0.nodes[0].classes[row].meanWaiting }
      default: return nil
      }
    }
  }
}
