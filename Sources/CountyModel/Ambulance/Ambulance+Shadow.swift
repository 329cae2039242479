import Engine

extension Ambulance {
  /// Calls that find no crew free, by shift, beside the delay formula at the crews' mean load.
  ///
  /// The formula knows neither the hour nor the road; a margin of five points is left for that.
  func shadows(over counts: borrowing Ledger, days: Double) -> [Readings.Shadow] {
    let night = (inputs.nightHours[1] - inputs.nightHours[0] + 1440)
      .truncatingRemainder(dividingBy: 1440)
    return [(lane: 0, minutes: 1440 - night), (lane: 1, minutes: night)].compactMap { shift in
      let time = days * shift.minutes * 60_000
      let handled = counts.total(of: .callsHandled, lane: shift.lane)
      guard time > 0, handled > 0 else { return nil }
      let busy = Double(counts.total(of: .missionTime, lane: shift.lane)) / time
      let crews = Double(counts.total(of: .crewTime, lane: shift.lane)) / time
      return Readings.Shadow(
        id: shift.lane == 0 ? "crews.day" : "crews.night",
        zh: shift.lane == 0 ? "白班无车可派占比 = 排队公式" : "夜班无车可派占比 = 排队公式",
        en: shift.lane == 0
          ? "calls that find no crew, by day = delay formula"
          : "calls that find no crew, at night = delay formula",
        hits: counts.total(of: .callsQueued, lane: shift.lane),
        trials: handled,
        independent: Double(handled),
        chance: ErlangShadow.delay(offered: busy, servers: crews),
        margin: 0.05
      )
    }
  }
}
