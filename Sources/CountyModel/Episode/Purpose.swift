import Probability

/// What a draw is for; part of its address, so that one purpose never moves another's luck.
///
/// Numbers are for ever: renumbering changes every result.
enum Purpose: UInt16 {
  case traits = 1
  case dayFactor = 2
  case gap = 3
  case need = 4
  case luck = 5
  case choice = 6
  case visitHour = 7
  case consultation = 8
  case patience = 9
  case disposition = 10
  case attendance = 11
  case referralChoice = 12
  case stay = 13
  case discharge = 14
  case electiveDay = 15
  case census = 16
  case bayStay = 17
  case handling = 18
  case chute = 19
  case travelNoise = 20
  case scene = 21
  case handover = 22
  case staffing = 23
  case giveUp = 24
  case stepDown = 25
  case returnVisit = 26

  /// The address of a draw of this purpose for one entity.
  func at(_ entity: UInt64, _ occurrence: UInt8 = 0) -> DrawAddress {
    DrawAddress(purpose: rawValue, entity: entity, occurrence: UInt16(occurrence))
  }
}
