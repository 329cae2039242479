import Engine
import Geography

/// Where a crew belongs: one row per vehicle of every open and candidate station.
struct CrewPost {
  let station: Int
  let settlement: SettlementID
  /// Place of the station among the candidates, from 1; 0 for stations open today.
  let candidate: Int
  /// Whether the crew also works at night.
  let shift: Shift
  let vehicle: Vehicle

  /// When a crew is on duty.
  enum Shift { case dayAndNight, dayOnly }

  /// What it drives or flies.
  enum Vehicle { case ambulance, helicopter }

  /// All crews, station by station; the first station is the one at the general hospital.
  ///
  /// The helicopter comes last, so that it moves nobody else's number.
  static func all(map: CountyMap, inputs: AmbulanceInputs) -> [CrewPost] {
    let stations = map.stations + map.candidateStations
    let crews = stations.indices.flatMap { station -> [CrewPost] in
      let crews = station == 0 ? inputs.crewsAtSeat : inputs.crewsPerStation
      let night = max(1, Int((Double(crews) * inputs.nightShare).rounded()))
      return (0..<crews).map { crew in
        CrewPost(
          station: station,
          settlement: SettlementID(row: stations[station].settlement),
          candidate: max(0, station - map.stations.count + 1),
          shift: crew < night ? .dayAndNight : .dayOnly,
          vehicle: .ambulance
        )
      }
    }
    let seat = SettlementID(row: stations[0].settlement)
    let air = CrewPost(
      station: 0,
      settlement: seat,
      candidate: 0,
      shift: .dayOnly,
      vehicle: .helicopter
    )
    return crews + [air]
  }
}

/// What a crew is doing.
enum CrewStatus: BitwiseCopyable {
  case offDuty
  case standby(at: SettlementID)
  case returning(from: SettlementID)
  case responding(EpisodeID)
  case onScene(EpisodeID)
  case conveying(EpisodeID)
  /// Waiting at the door for a bay, with the patient.
  case atDoor(EpisodeID)
  /// Handing over at the bedside; the patient is in the bay's care.
  case handover(at: FacilityID)
  case turnaround(at: SettlementID)

  /// Whether the crew has a mission.
  var isBusy: Bool {
    switch self {
    case .offDuty, .standby, .returning: false
    case .responding, .onScene, .conveying, .atDoor, .handover, .turnaround: true
    }
  }
}

/// The drive that a crew is on, or was on last.
struct CrewLeg {
  var from = SettlementID(row: 0)
  var to = SettlementID(row: 0)
  /// When the wheels turn.
  var begins = SimInstant.start
  var ends = SimInstant.start

  /// The end of the leg that the crew is nearer to.
  func nearerEnd(at instant: SimInstant) -> SettlementID {
    (instant - begins).inMinutes * 2 < (ends - begins).inMinutes ? from : to
  }

  /// Minutes until the wheels turn.
  func minutesToStart(at instant: SimInstant) -> Double {
    max(0, (begins - instant).inMinutes)
  }
}
