import Engine
import Geography

/// Ward rounds: what those in the beds take from physicians who also see outpatients.
///
/// The rounds of a facility fall on its clinics by their physicians, whatever the ward: a physician
/// of any specialty has beds to look after.
struct WardRounds {
  /// Physicians whom one taken bed keeps from a clinic's sessions of a day, by clinic.
  private let perBed: [Double]
  private let facilities: [FacilityID]

  init(_ plan: CountyPlan) {
    let clinics = plan.facilities.clinics
    let minutes = plan.inputs.workforce.roundMinutes
    let sessions = plan.inputs.clinics
    var physicians = [Double](repeating: 0, count: plan.map.facilities.count)
    for clinic in clinics { physicians[clinic.facility.row] += clinic.physicians }
    facilities = clinics.map(\.facility)
    perBed = clinics.map { clinic in
      let (round, day): (Double, Double) =
        switch clinic.kind.tier {
        case .township: (minutes[0], Self.length(of: sessions.grassrootsSessions))
        case .county: (minutes[1], Self.length(of: sessions.hospitalSessions))
        case .village, .privateClinic, .city, .outOfCity: (0, 0)
        }
      guard round > 0, day > 0 else { return 0 }
      return round / day * clinic.physicians / physicians[clinic.facility.row]
    }
  }

  /// Announces who is on the wards today and not at the desks.
  func announce(in world: inout World) {
    for (row, share) in perBed.enumerated() where share > 0 {
      let beds = world.notices.occupancy.taken[facilities[row].row]
      world.notices.staffing.rounds[row] = share * Double(beds)
    }
  }

  /// Minutes of a day's two sessions.
  private static func length(of edges: [Double]) -> Double {
    edges[1] - edges[0] + edges[3] - edges[2]
  }
}
