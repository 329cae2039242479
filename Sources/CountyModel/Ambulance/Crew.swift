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

  /// When a crew is on duty.
  enum Shift { case dayAndNight, dayOnly }

  /// All crews, station by station; the first station is the one at the general hospital.
  static func all(map: CountyMap, inputs: AmbulanceInputs) -> [CrewPost] {
    let stations = map.stations + map.candidateStations
    return stations.indices.flatMap { station -> [CrewPost] in
      let crews = station == 0 ? inputs.crewsAtSeat : inputs.crewsPerStation
      let night = max(1, Int((Double(crews) * inputs.nightShare).rounded()))
      return (0..<crews).map { crew in
        CrewPost(
          station: station,
          settlement: SettlementID(row: stations[station].settlement),
          candidate: max(0, station - map.stations.count + 1),
          shift: crew < night ? .dayAndNight : .dayOnly
        )
      }
    }
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
  case handover(at: SettlementID)
  case turnaround(at: SettlementID)
}
