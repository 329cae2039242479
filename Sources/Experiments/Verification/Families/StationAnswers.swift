internal import Engine
internal import NetworkModel

/// The quantities of a single station that cases ask for, read off a network.
struct StationAnswers: Sendable {
  /// Which node of the network.
  var node = 0
  let servers: Int
  /// Customers per unit of time, those who are turned away included.
  let arrivalRate: Double
  /// How many may be present, where that is limited.
  var room: Int?

  /// The ways to estimate a row in a run of some length; none when the row is not known.
  ///
  /// Probabilities that Poisson arrivals see as time averages do are tested both ways.
  func rows(_ exact: ExactRow, limits: WaitLimits, time: Double) -> [ProbeRow] {
    if let row = limits.row(exact, node: node) { return [row] }
    let node = node
    switch exact.name {
    case "p_wait": return delayed(exact)
    case "blocking", "p_block": return blocking(exact)
    case "p0", "p_empty":
      let sightings = exact.value * arrivalRate * time
      return [ProbeRow(exact, sightings: sightings) { $0.nodes[node].present.share(exactly: 0) }]
    default:
      if let level = level(in: exact.name, after: "P_N_ge_") {
        return [ProbeRow(exact) { $0.nodes[node].present.share(atLeast: level) }]
      }
      return StationAnswers.plain[exact.name].map { read in
        [ProbeRow(exact) { read($0.nodes[node], $0) }]
      } ?? []
    }
  }

  private func level(in name: String, after prefix: String) -> Int? {
    name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
  }

  private func delayed(_ exact: ExactRow) -> [ProbeRow] {
    let (node, servers) = (node, servers)
    return [
      ProbeRow(exact, suffix: " of arrivals") { $0.nodes[node].all.shareDelayed },
      ProbeRow(exact, suffix: " of time") { $0.nodes[node].present.share(atLeast: servers) },
    ]
  }

  private func blocking(_ exact: ExactRow) -> [ProbeRow] {
    let (node, room) = (node, room ?? servers)
    return [
      ProbeRow(exact, suffix: " of arrivals") { $0.nodes[node].all.shareRefused },
      ProbeRow(exact, suffix: " of time") { $0.nodes[node].present.share(atLeast: room) },
    ]
  }

  private typealias Read = @Sendable (NodeReadings, NetworkReadings) -> Double?

  private static let plain: [String: Read] = [
    "L": { node, _ in node.present.mean },
    "Lq": { node, _ in node.all.meanWaiting },
    "W": { node, run in run.scale.mean(node.all.sojourns) },
    "W_admitted": { node, run in run.scale.mean(node.all.sojourns) },
    "Wq": { node, run in run.scale.mean(node.all.waits) },
    "Wq_admitted": { node, run in run.scale.mean(node.all.waits) },
    "Wq_all": { node, run in node.all.meanWaitOfAll(run.scale) },
    "Wq_given_wait": { node, run in node.all.meanWaitGivenWait(run.scale) },
    "sd_W": { node, run in run.scale.standardDeviation(node.all.sojourns) },
    "sd_Wq": { node, run in run.scale.standardDeviation(node.all.waits) },
    "q95_W": { node, run in node.all.sojournTimes.percentile(0.95).map(run.scale.units) },
    "q95_Wq": { node, run in node.all.waitTimes.percentile(0.95).map(run.scale.units) },
    "p1": { node, _ in node.present.share(exactly: 1) },
    "p_wait_arrival": { node, _ in node.all.shareDelayed },
    // The chance that an arrival waits, where arrivals are not Poisson.
    "sigma": { node, _ in node.all.shareDelayed },
    "p_abandon": { node, _ in node.all.shareReneged },
    "utilisation": { node, _ in node.servers?.utilisation },
    "occupancy_rate": { node, _ in node.servers?.utilisation },
    "rho": { node, _ in node.servers?.utilisation },
    "mean_occupied": { node, _ in node.servers?.meanBusy },
    "sd_occupied": { node, _ in node.present.standardDeviation },
    "refused_rate": { node, run in Double(node.all.refused) / run.length },
    "effective_arrival_rate": { node, run in Double(node.all.arrived) / run.length },
    "throughput": { node, run in Double(node.all.arrived) / run.length },
    "call_congestion": { node, _ in node.all.shareRefused },
    "mean_busy_period": { node, _ in node.busyPeriods.mean },
    "var_busy_period": { node, _ in node.busyPeriods.variance },
    "fraction_away": { node, _ in node.awayShare },
    "fraction_available": { node, _ in 1 - node.awayShare },
    "P_empty_and_available": { node, _ in node.idleAndAvailable },
    "cv_service": { node, run in
      guard let mean = run.scale.mean(node.all.services), mean > 0 else { return nil }
      return run.scale.standardDeviation(node.all.services).map { $0 / mean }
    },
  ]
}

extension FlowReadings {
  /// The share of arrivals who found every server busy.
  var shareDelayed: Double? { share(foundBusy) }
  /// The share of arrivals who found no room.
  var shareRefused: Double? { share(refused) }

  /// The share of those whose wait ended in giving up.
  var shareReneged: Double? {
    let all = waits.count + reneged
    return all > 0 ? Double(reneged) / Double(all) : nil
  }

  /// The mean wait of the served and of those who gave up.
  func meanWaitOfAll(_ scale: TimeScale) -> Double? {
    var all = waits
    all.merge(wastedWaits)
    return scale.mean(all)
  }

  /// The mean wait of those who waited at all.
  func meanWaitGivenWait(_ scale: TimeScale) -> Double? {
    waited > 0 ? scale.units(waits.sum) / Double(waited) : nil
  }

  private func share(_ count: Int) -> Double? {
    arrived > 0 ? Double(count) / Double(arrived) : nil
  }
}
