internal import Engine
internal import NetworkModel

/// Units that answer calls from zones by a list of preferences.
struct HypercubeText {
  private let rates: [Double]
  private let serviceRates: [Double]
  private let travel: [[Double]]
  private let order: [[Int]]
  private let waits: Bool
  private let limits: [Double]

  init(_ verification: AnalyticCase) throws {
    let rates = try verification.numbers("zone_call_rates_per_h")
    let serviceRates = try verification.numbers("unit_service_rates_per_h")
    let units = serviceRates.count
    // A row for each unit and a column for each zone.
    let byUnit = verification.inputs["travel_min"]?.list?.compactMap(\.numbers) ?? []
    let orders = verification.inputs["dispatch_order_by_zone"]?.list?.compactMap(\.numbers) ?? []
    guard byUnit.count == units, byUnit.allSatisfy({ $0.count == rates.count }),
      orders.count == rates.count
    else { throw CaseProblem.input("travel_min", caseID: verification.id) }
    self.rates = rates
    self.serviceRates = serviceRates
    travel = byUnit
    order = orders.map { $0.map { Int($0) } }
    let busy = verification.inputs["when_all_busy"]?.text ?? "lost"
    waits = !busy.hasPrefix("lost")
    limits = verification.rows.compactMap { row in
      row.name.hasPrefix("P_travel_le_") ? Double(row.name.dropFirst(12)) : nil
    }
  }

  /// Hours are the unit of the file; travel is recorded in minutes as the case has it, for it does
  /// not prolong the service.
  private var text: String {
    let zones = rates.indices.map { "zone\($0 + 1)" }
    let units = serviceRates.indices.map { "u\($0 + 1)" }
    var lines = ["classes: {\(zones.map { $0 + ": {}" }.joined(separator: ", "))}", "sources:"]
    for (row, zone) in zones.enumerated() {
      let gap = LawText.exponential(mean: 1 / rates[row]).text
      lines.append("  \(zone): {class: \(zone), gap: \(gap), to: fleet}")
    }
    lines += ["nodes:", "  fleet:", "    kind: dispatch"]
    lines.append("    units: [\(units.joined(separator: ", "))]")
    lines.append("    zones:")
    for (row, zone) in zones.enumerated() {
      let names = order[row].map { "u\($0)" }.joined(separator: ", ")
      let times = units.indices.map { "\(units[$0]): \(travel[$0][row])" }.joined(separator: ", ")
      lines.append("      \(zone): {order: [\(names)], travel: {\(times)}}")
    }
    lines.append("    service:")
    lines.append("      byUnit:")
    for (row, unit) in units.enumerated() {
      lines.append("        \(unit): \(LawText.exponential(mean: 1 / serviceRates[row]).text)")
    }
    lines += ["    travel: recorded", "    whenAllBusy: \(waits ? "wait" : "lost")"]
    if !limits.isEmpty { lines.append("    travelLimits: \(limits)") }
    return lines.joined(separator: "\n")
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
    let name = exact.name
    if name.hasPrefix("P_state_") {
      // The name is a binary number: its last digit is the first unit, as the state's lowest bit is.
      let state = name.dropFirst(8).reversed().enumerated().reduce(0) { state, digit in
        digit.element == "1" ? state | 1 << digit.offset : state
      }
      return ProbeRow(exact) { $0.nodes[0].dispatch?.states[state] }
    }
    if name.hasPrefix("workload_unit"), let unit = Int(name.dropFirst(13)) {
      return ProbeRow(exact) { $0.nodes[0].serverUse[unit - 1] }
    }
    if name.hasPrefix("f_unit") {
      let numbers = name.split(separator: "_").compactMap { part in
        Int(String(part.filter(\.isNumber)))
      }
      guard numbers.count == 2 else { return nil }
      return answered(exact) { $0.sent[numbers[0] - 1][numbers[1] - 1] }
    }
    if name.hasPrefix("mean_travel_zone"), let zone = Int(name.dropFirst(16)) {
      return ProbeRow(exact) { $0.nodes[0].dispatch?.travel[zone - 1].mean }
    }
    if name.hasPrefix("P_travel_le_"), let limit = Double(name.dropFirst(12)),
      let row = limits.firstIndex(of: limit)
    {
      return answered(exact) { $0.withinLimit[row] }
    }
    switch name {
    case "p_lost": return ProbeRow(exact) { $0.nodes[0].all.shareRefused }
    case "p_wait": return ProbeRow(exact) { $0.nodes[0].all.shareDelayed }
    case "Wq": return ProbeRow(exact) { $0.scale.mean($0.nodes[0].all.waits) }
    case "Lq": return ProbeRow(exact) { $0.nodes[0].all.meanWaiting }
    case "mean_travel_min": return ProbeRow(exact) { $0.nodes[0].dispatch?.allTravel.mean }
    case "interdistrict_fraction": return answered(exact) { $0.byOther }
    default: return nil
    }
  }

  /// A share of the calls that were answered.
  private func answered(
    _ exact: ExactRow,
    _ count: @escaping @Sendable (DispatchReadings) -> Int
  ) -> ProbeRow {
    ProbeRow(exact) { run in
      guard let dispatch = run.nodes[0].dispatch, dispatch.allTravel.count > 0 else { return nil }
      return Double(count(dispatch)) / Double(dispatch.allTravel.count)
    }
  }
}
