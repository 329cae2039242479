internal import Engine
internal import NetworkModel

/// Wards whose refused patients try another ward.
enum OverflowText {
  /// One ward that overflows into a smaller one; and into one without limit, where the stream that
  /// overflows shows its mean and variance.
  static func one(
    _ verification: AnalyticCase,
    _ profile: VerificationProfile
  ) throws -> [CaseWork] {
    let first = try verification.whole("primary_beds")
    let second = try verification.whole("secondary_beds")
    let mean = try verification.number("mean_stay")
    let rate = try verification.number("arrival_rate")
    let total = try verification.totalTime(for: profile)
    func probe(_ secondary: String, _ label: String, _ rows: [ProbeRow]) -> CaseWork {
      let law = LawText.exponential(mean: mean).text
      let text = """
        sources:
          patients: {gap: \(LawText.exponential(mean: 1 / rate).text), to: first}
        nodes:
          first: {servers: \(first), room: \(first), whenFull: {overflow: [second]}, service: \(law)}
          second: {\(secondary), service: \(law)}
        """
      return .network(
        NetworkProbe(
          caseID: verification.id,
          label: label,
          text: text,
          warmUp: verification.warmUp,
          length: .shared(total),
          rows: rows
        )
      )
    }
    let load = rate * mean
    var limited: [ProbeRow] = []
    var unlimited: [ProbeRow] = []
    var formulas: [CaseWork] = []
    for exact in verification.rows {
      switch exact.name {
      case "p_overflow":
        limited.append(ProbeRow(exact) { $0.nodes[0].all.shareRefused })
      case "p_lost_total":
        limited.append(
          ProbeRow(exact) { run in
            run.all.arrived > 0 ? Double(run.all.refused) / Double(run.all.arrived) : nil
          }
        )
      case "p_lost_given_overflow":
        limited.append(ProbeRow(exact) { $0.nodes[1].all.shareRefused })
      case "overflow_mean": unlimited.append(ProbeRow(exact) { $0.nodes[1].present.mean })
      case "overflow_var":
        unlimited.append(
          ProbeRow(exact) { run in
            run.nodes[1].present.standardDeviation.map { $0 * $0 }
          }
        )
      case "peakedness":
        unlimited.append(
          ProbeRow(exact) { run in
            guard let mean = run.nodes[1].present.mean, mean > 0 else { return nil }
            return run.nodes[1].present.standardDeviation.map { $0 * $0 / mean }
          }
        )
      case "wrong_poisson_answer":
        // What a simulator would find for `p_lost_given_overflow` that took the overflow for
        // Poisson.
        let refused = Erlang.blocking(offered: load, servers: first)
        let wrong = Erlang.blocking(offered: load * refused, servers: second)
        let row = RowName(caseID: verification.id, label: exact.name)
        formulas.append(.direct { rule, _ in [rule.judge(exact.value, of: row, byFormula: wrong)] })
      default: break
      }
    }
    return [
      probe("servers: \(second), room: \(second)", "", limited),
      probe("servers: unlimited", "endless second ward", unlimited),
    ] + formulas
  }

  /// Two wards that overflow into one they share.
  static func two(
    _ verification: AnalyticCase,
    _ profile: VerificationProfile
  ) throws -> [CaseWork] {
    let wards = try ["primary1", "primary2"].map { name in
      guard let rate = verification.inputs[name]?["arrival_rate"]?.number,
        let beds = verification.inputs[name]?["beds"]?.whole
      else { throw CaseProblem.input(name, caseID: verification.id) }
      return (rate: rate, beds: beds)
    }
    let shared = try verification.whole("shared_beds")
    let mean = try verification.number("mean_stay")
    let law = LawText.exponential(mean: mean).text
    var lines = ["classes: {stream1: {}, stream2: {}}", "sources:"]
    for (row, ward) in wards.enumerated() {
      let gap = LawText.exponential(mean: 1 / ward.rate).text
      lines.append("  stream\(row + 1): {class: stream\(row + 1), gap: \(gap), to: ward\(row + 1)}")
    }
    lines.append("nodes:")
    for (row, ward) in wards.enumerated() {
      lines.append(
        "  ward\(row + 1): {servers: \(ward.beds), room: \(ward.beds), "
          + "whenFull: {overflow: [shared]}, service: \(law)}"
      )
    }
    lines.append("  shared: {servers: \(shared), room: \(shared), service: \(law)}")
    return [
      .network(
        NetworkProbe(
          caseID: verification.id,
          text: lines.joined(separator: "\n"),
          warmUp: verification.warmUp,
          length: .shared(try verification.totalTime(for: profile)),
          rows: verification.rows.compactMap { sharedRow($0) }
        )
      ),
      .direct { rule, _ in
        EquivalentRandom.judge(
          verification,
          wards.map { (offered: $0.rate * mean, servers: $0.beds) },
          shared,
          by: rule
        )
      },
    ]
  }

  private static func sharedRow(_ exact: ExactRow) -> ProbeRow? {
    switch exact.name {
    case "p_overflow_1": ProbeRow(exact) { $0.nodes[0].all.shareRefused }
    case "p_overflow_2": ProbeRow(exact) { $0.nodes[1].all.shareRefused }
    case "p_lost_1": lost(exact) { $0.classes[0] }
    case "p_lost_2": lost(exact) { $0.classes[1] }
    case "p_lost_total": lost(exact) { $0.all }
    case "mean_shared_busy": ProbeRow(exact) { $0.nodes[2].present.mean }
    default: nil
    }
  }

  private static func lost(
    _ exact: ExactRow,
    _ passage: @escaping @Sendable (NetworkReadings) -> PassageReadings
  ) -> ProbeRow {
    ProbeRow(exact) { run in
      let passage = passage(run)
      return passage.arrived > 0 ? Double(passage.refused) / Double(passage.arrived) : nil
    }
  }
}
