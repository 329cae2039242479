import Geography
import Probability

/// What is rolled out over a share of the facilities, one after another.
///
/// Each has an order of its own. Numbers are for ever: they are part of the addresses of draws.
enum Rollout: UInt8 {
  case bigOutpatient = 0
  case centralPharmacy = 1
  case diagnosisCentre = 2
  case equipment = 3

  /// Where in the order each facility stands, 0 to 1, by the luck of its name: a policy reaches those
  /// below its share, and facilities added to the list move nobody's place.
  func ranks(of facilities: [Facility], _ streams: borrowing RandomStreams) -> [Double] {
    facilities.map {
      streams.uniform(at: Purpose.rollout.at(StableName.number(of: $0.id), rawValue))
    }
  }
}
