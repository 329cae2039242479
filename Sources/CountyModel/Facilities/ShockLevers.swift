/// What may befall a county for a while; closed facilities are `facilities.closed` with an end.
struct ShockLevers {
  /// Minutes of journeys that leave or enter a town against today's.
  let roads: PlacedTimeline
  /// Needs against today's.
  let needs: Timeline

  init(from levers: inout some LeverReader) {
    roads = levers.lever(
      "shocks.roads",
      .number,
      1...50,
      neutral: 1,
      reach: .towns,
      zh: "出入乡镇的行程时间倍数（不点名时为县城以外各乡镇）",
      en: "Journeys into and out of towns, multiplier; without names all but the seat",
      plan: []
    )
    needs = levers.lever(
      "shocks.needs",
      .number,
      1...10,
      neutral: 1,
      zh: "就诊需要倍数",
      en: "Needs for care, multiplier",
      plan: []
    )
  }
}
