import Engine
import Geography

extension Beds {
  /// Unplanned county patients who find their ward full, by ward kind, beside the delay formula at
  /// each ward's mean load; wards are weighted by those who ask.
  ///
  /// The formula knows neither overflow nor the hour of discharge; a margin of fifteen points is
  /// left for that.
  func shadows(at end: SimInstant) -> [Readings.Shadow] {
    let time = Double((end - .start).milliseconds)
    return WardKind.allCases.compactMap { kind in
      var (asked, boarded, waiting) = (Int64(0), Int64(0), 0.0)
      for row in table.indices where table[row].kind.tier == .county && table[row].ward == kind {
        let ward = wards[WardID(row: row)]
        let chance = ErlangShadow.delay(
          offered: Double(ward.takenTime) / time,
          servers: Double(ward.openTime) / time
        )
        asked += Int64(ward.asked)
        boarded += Int64(ward.boarded)
        waiting += Double(ward.asked) * chance
      }
      guard asked > 0 else { return nil }
      return Readings.Shadow(
        id: "ward.\(kind.rawValue)",
        zh: "县级\(WardKind.names[kind.index].zh)等床占比 = 排队公式",
        en: "county \(WardKind.names[kind.index].en) patients who wait for a bed = delay formula",
        hits: boarded,
        trials: asked,
        chance: waiting / Double(asked),
        margin: 0.15
      )
    }
  }
}
