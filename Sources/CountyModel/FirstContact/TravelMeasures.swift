import Geography

extension FirstContact {
  /// Minutes on the way to care.
  static let travelMeasures: [Measure] = [
    travel(
      "visits.travel.all",
      "首诊单程路途时间",
      "Mean journey to a first contact",
      FacilityKind.allCases.map(\.lane)
    ),
    travel(
      "visits.travel.grassroots",
      "基层首诊单程路途时间",
      "Mean journey to a first contact at grassroots",
      FacilityKind.grassrootsLanes
    ),
    travel(
      "visits.travel.hospital",
      "县级医院首诊单程路途时间",
      "Mean journey to a first contact at county hospitals",
      FacilityKind.hospitalLanes
    ),
  ]

  private static func travel(_ id: String, _ zh: String, _ en: String, _ lanes: [Int]) -> Measure {
    Measure(
      id,
      zh: zh,
      en: en,
      unit: .minutes,
      better: .lower,
      means: "Minutes from home to the first door of an episode, one way and by the patient's own "
        + "means, mean over those who arrive",
      formula: .ratio(
        [Series(.journeyTime, lanes)],
        over: [Series(.journeys, lanes)],
        times: 1.0 / 60_000
      )
    )
  }
}

extension World {
  /// Books the journey of somebody who has just reached a first contact.
  ///
  /// Who booked days ago and no longer considers the facility, since another has opened nearer by, is
  /// left out.
  mutating func bookJourney(of episode: Episode, to kind: FacilityKind) {
    guard let minutes = choice.minutes(from: episode.settlement, to: episode.facility) else {
      return
    }
    ledger.add(.journeys, lane: kind.lane)
    ledger.add(.journeyTime, lane: kind.lane, Int64((minutes * 60_000).rounded()))
  }
}
