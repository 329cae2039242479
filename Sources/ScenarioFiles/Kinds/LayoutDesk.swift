internal import CountyModel
internal import Geography

/// Reports why a county cannot be laid out, at the figure that is in the way.
struct LayoutDesk {
  private let desk: Desk
  private let county: CountyFile
  private var facts: CountyFacts { county.inputs.facts }

  init(_ desk: Desk, _ county: CountyFile) {
    self.desk = desk
    self.county = county
  }

  /// Reports an error at the key of its figure; at the section when no single figure is wrong.
  func report(_ error: GenerationError) {
    let key = key(of: error) ?? "geography"
    desk.report(.outOfRange, at: county.span(of: key, on: desk), error.description, key: key)
  }

  private func key(of error: GenerationError) -> String? {
    switch error {
    case .outOfRange(let figure, _, _): keysByFigure[figure]
    case .repeatedTown(let name):
      facts.towns.lastIndex { $0.nameEn == name }.map { "geography.towns[\($0)].nameEn" }
    case .seats: "geography.towns"
    case .townOutsideCounty(let name):
      facts.towns.firstIndex { $0.nameEn == name }.map { "geography.towns[\($0)].east" }
    case .areaMismatch: "geography.area"
    case .urbanShareTooHigh: "geography.settlements.urbanShare"
    case .tooFewSettlements: "geography.settlements.total"
    case .townWithoutSettlements, .settlementsOutOfOrder, .unreachable, .journeyTooLong: nil
    }
  }

  /// Keys by the words in which the layout calls their figures, for all that a file can get wrong;
  /// what lies outside its declared range has been refused on reading.
  private var keysByFigure: [String: String] {
    var keys = [
      "number of towns": "geography.towns",
      "number of corners of the outline": "geography.border",
      "residents": "geography.residents",
      "neighbourhoods": "geography.settlements.neighbourhoods",
      "rank-size exponent": "geography.settlements.rankSizeExponent",
      "ambulance stations": "geography.ambulances.stations",
      "candidate stations": "geography.ambulances.candidates",
    ]
    for (kind, name) in LayoutDesk.counts {
      keys["number of \(kind)"] = "geography.facilities.\(name)"
    }
    for (row, hospital) in facts.distantHospitals.enumerated() {
      let path = "geography.distantHospitals[\(row)]"
      if hospital.kilometresFromSeat <= 0 {
        keys["kilometres to \(hospital.nameEn)"] = "\(path).distance"
      }
      if hospital.minutesFromSeat <= 0 {
        keys["minutes to \(hospital.nameEn)"] = "\(path).drive"
      }
    }
    return keys
  }

  /// Keys of the numbers of facilities.
  private static let counts: [(kind: FacilityKind, name: String)] = [
    (.villageClinic, "villageClinics"), (.communityStation, "communityStations"),
    (.privateClinic, "privateClinics"), (.townshipCentre, "townshipCentres"),
    (.townshipBranch, "townshipBranches"), (.communityCentre, "communityCentres"),
    (.countyGeneral, "countyGeneral"), (.countyTCM, "countyTCM"), (.countyMCH, "countyMCH"),
  ]
}
