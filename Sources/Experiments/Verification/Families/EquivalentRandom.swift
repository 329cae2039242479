internal import NetworkModel

/// Rows that a calculator answers: Wilkinson's equivalent random method.
enum EquivalentRandom {
  /// Judges the `ert_*` rows of wards that overflow into so many shared beds.
  static func judge(
    _ verification: AnalyticCase,
    _ wards: [(offered: Double, servers: Int)],
    _ shared: Int,
    by rule: PassRule
  ) -> [JudgedRow] {
    let streams = wards.map { ward in
      Wilkinson.overflow(offered: ward.offered, servers: Double(ward.servers))
    }
    let both = streams.dropFirst().reduce(streams[0], +)
    let group = Wilkinson.equivalent(of: both)
    let offered = wards.reduce(0) { $0 + $1.offered }
    let answers: [(name: String, value: Double?)] = [
      ("ert_mean", both.mean),
      ("ert_var", both.variance),
      ("ert_equivalent_load", group?.offered),
      ("ert_equivalent_beds", group?.servers),
      ("ert_p_lost_total", group.map { $0.lost(behind: Double(shared)) / offered }),
    ]
    return verification.rows.compactMap { exact in
      guard let answer = answers.first(where: { $0.name == exact.name }) else { return nil }
      let row = RowName(caseID: verification.id, label: exact.name)
      return rule.judge(exact.value, of: row, byFormula: answer.value ?? .nan)
    }
  }
}
