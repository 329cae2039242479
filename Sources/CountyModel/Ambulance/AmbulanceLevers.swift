/// Levers on ambulances.
struct AmbulanceLevers {
  /// Stations added, in the order of the county's candidate list.
  let stationsAdded: Timeline

  init(from levers: inout some LeverReader) {
    stationsAdded = levers.lever(
      "ambulance.stationsAdded",
      .count,
      0...50,
      neutral: 0,
      zh: "新增急救站点数",
      en: "Ambulance stations added",
      plan: ["BZ-31"]
    )
  }
}
