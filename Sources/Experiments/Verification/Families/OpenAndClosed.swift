internal import Engine
internal import NetworkModel

extension VerificationFamily {
  /// Networks of several stations, open and closed.
  static let openAndClosed: [VerificationFamily] = [
    VerificationFamily("Jackson network") { verification, profile in
      [.network(try JacksonText(tandem: verification).probe(verification, profile))]
    },
    VerificationFamily("Jackson network with feedback") { verification, profile in
      let network =
        verification.inputs["feedback_prob"] == nil
        ? try JacksonText(routing: verification) : try JacksonText(feedback: verification)
      return [.network(try network.probe(verification, profile))]
    },
    VerificationFamily("closed Jackson network") { verification, profile in
      let demands = try verification.numbers("demands")
      let servers = try verification.numbers("servers")
      let population = try verification.whole("population")
      var lines = ["census:", "  - {node: n1, class: customer, count: \(population)}", "nodes:"]
      for row in demands.indices {
        let law = LawText.exponential(mean: demands[row]).text
        let next = "n\(row + 2 > demands.count ? 1 : row + 2)"
        lines.append(
          "  n\(row + 1): {servers: \(Int(servers[row])), service: \(law), next: \(next)}"
        )
      }
      return [
        .network(
          NetworkProbe(
            caseID: verification.id,
            text: lines.joined(separator: "\n"),
            warmUp: verification.warmUp,
            length: .shared(try verification.totalTime(for: profile)),
            rows: verification.rows.compactMap { NumberedNode.row($0, nodes: demands.count) }
          )
        )
      ]
    },
  ]
}

/// Rows that carry the number of a node: `L2`, `util1`.
enum NumberedNode {
  static func row(_ exact: ExactRow, nodes: Int) -> ProbeRow? {
    if exact.name == "throughput" {
      return ProbeRow(exact) { Double($0.nodes[0].all.completed) / $0.length }
    }
    let digits = exact.name.reversed().prefix { $0.isNumber }.reversed()
    guard let number = Int(String(digits)), (1...nodes).contains(number) else { return nil }
    return NodeAnswer.row(exact, String(exact.name.dropLast(digits.count)), node: number - 1)
  }
}

/// Rows of one node of several: `L`, `Wq`, `util`, `throughput`, `visits`.
enum NodeAnswer {
  static func row(_ exact: ExactRow, _ quantity: String, node: Int) -> ProbeRow? {
    switch quantity {
    case "L": ProbeRow(exact) { $0.nodes[node].present.mean }
    case "Lq": ProbeRow(exact) { $0.nodes[node].all.meanWaiting }
    case "W": ProbeRow(exact) { $0.scale.mean($0.nodes[node].all.sojourns) }
    case "Wq": ProbeRow(exact) { $0.scale.mean($0.nodes[node].all.waits) }
    case "util": ProbeRow(exact) { $0.nodes[node].servers?.utilisation }
    case "throughput": ProbeRow(exact) { Double($0.nodes[node].all.completed) / $0.length }
    case "visits":
      ProbeRow(exact) { run in
        run.all.arrived > 0 ? Double(run.nodes[node].all.arrived) / Double(run.all.arrived) : nil
      }
    default: nil
    }
  }
}

/// An open network of stations with exponential services.
private struct JacksonText {
  let names: [String]
  let external: [Double]
  let meanServices: [Double]
  let servers: [Int]
  /// By node the chances of going to each node next.
  let routing: [[Double]]

  init(tandem verification: AnalyticCase) throws {
    let stations = verification.inputs["stations"]?.list ?? []
    meanServices = stations.compactMap { $0["mu"]?.number }.map { 1 / $0 }
    servers = stations.compactMap { $0["c"]?.whole }
    let count = stations.count
    guard count > 0, meanServices.count == count, servers.count == count else {
      throw CaseProblem.input("stations", caseID: verification.id)
    }
    names = (1...count).map { "station\($0)" }
    external = [try verification.number("arrival_rate")] + Array(repeating: 0, count: count - 1)
    routing = (0..<count).map { from in (0..<count).map { $0 == from + 1 ? 1 : 0 } }
  }

  init(feedback verification: AnalyticCase) throws {
    names = ["station1"]
    external = [try verification.number("external_rate")]
    meanServices = [1 / (try verification.number("service_rate"))]
    servers = [verification.inputs["servers"]?.whole ?? 1]
    routing = [[try verification.number("feedback_prob")]]
  }

  init(routing verification: AnalyticCase) throws {
    external = try verification.numbers("external_rates")
    meanServices = try verification.numbers("service_rates").map { 1 / $0 }
    servers = try verification.numbers("servers").map { Int($0) }
    let rows = verification.inputs["routing"]?.list?.compactMap(\.numbers) ?? []
    let stated = verification.inputs["nodes"]?.list?.compactMap(\.text) ?? []
    names = stated.isEmpty ? external.indices.map { "station\($0 + 1)" } : stated
    let byColumn = verification.inputs["routing_row"]?.text == "to"
    routing =
      byColumn ? rows.indices.map { from in rows.map { $0[from] } } : rows
    guard rows.count == external.count, names.count == external.count else {
      throw CaseProblem.input("routing", caseID: verification.id)
    }
  }

  private var text: String {
    let sources = names.indices.filter { external[$0] > 0 }.map { row in
      let gap = LawText.exponential(mean: 1 / external[row]).text
      return "  from_\(names[row]): {gap: \(gap), to: \(names[row])}"
    }
    let nodes = names.indices.map { row -> String in
      let law = LawText.exponential(mean: meanServices[row]).text
      let ways = names.indices.filter { routing[row][$0] > 0 }.map { to in
        "\(names[to]): \(routing[row][to])"
      }
      let next = ways.isEmpty ? "exit" : "{split: {\(ways.joined(separator: ", "))}}"
      return "  \(names[row]): {servers: \(servers[row]), service: \(law), next: \(next)}"
    }
    return (["sources:"] + sources + ["nodes:"] + nodes).joined(separator: "\n")
  }

  func probe(_ verification: AnalyticCase, _ profile: VerificationProfile) throws -> NetworkProbe {
    let rows = verification.rows
    return NetworkProbe(
      caseID: verification.id,
      text: text,
      warmUp: verification.warmUp,
      length: .shared(try verification.totalTime(for: profile)),
      keepsVisits: rows.contains { $0.name.hasPrefix("var_W") },
      rows: rows.compactMap { row($0) }
    )
  }

  private func row(_ exact: ExactRow) -> ProbeRow? {
    switch exact.name {
    case "L_total", "L": return ProbeRow(exact) { $0.present.mean }
    case "W_total", "W": return ProbeRow(exact) { $0.scale.mean($0.all.sojourns) }
    case "P_all_empty": return ProbeRow(exact) { $0.present.share(exactly: 0) }
    case "mean_visits": return ProbeRow(exact) { $0.all.meanVisits }
    case "throughput":
      return ProbeRow(exact) { Double($0.nodes[0].all.completed) / $0.length }
    default: break
    }
    if exact.name.hasPrefix("P_visits_ge_"), let least = Int(exact.name.dropFirst(12)) {
      return ProbeRow(exact) { run in
        let counts = run.all.visitCounts
        let all = counts.reduce(0, +)
        return all > 0 ? Double(counts[least...].reduce(0, +)) / Double(all) : nil
      }
    }
    if exact.name.hasPrefix("var_W") {
      let nodes = exact.name.dropFirst(4).split(separator: "_").compactMap { part in
        part.hasPrefix("W") ? Int(part.dropFirst()) : nil
      }
      return ProbeRow(exact) { SojournSum.variance(of: nodes.map { $0 - 1 }, in: $0.visits) }
    }
    for (node, name) in names.enumerated() where exact.name.hasSuffix("_" + name) {
      return NodeAnswer.row(exact, String(exact.name.dropLast(name.count + 1)), node: node)
    }
    return NumberedNode.row(exact, nodes: names.count)
  }
}

/// The sum of a customer's sojourns at some nodes.
private enum SojournSum {
  /// Its variance over customers who were seen at all the nodes.
  static func variance(of nodes: [Int], in visits: [VisitRecord]) -> Double? {
    var open: [UInt64: (sum: Double, seen: Int)] = [:]
    var tally = Tally()
    for visit in visits where nodes.contains(Int(visit.node)) {
      let before = open[visit.number] ?? (0, 0)
      let now = (sum: before.sum + visit.left - visit.arrived, seen: before.seen + 1)
      if now.seen == nodes.count {
        open[visit.number] = nil
        tally.add(now.sum)
      } else {
        open[visit.number] = now
      }
    }
    return tally.variance
  }
}
