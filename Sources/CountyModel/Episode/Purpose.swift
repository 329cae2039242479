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
  /// Whether a transfer goes by ambulance, and whether a crew heads for a capable door.
  case conveyance = 55
  case capableDoor = 56
  case observation = 57
  /// Whether a patient may lie in any ward, pays a deposit, is offered a bed elsewhere in the
  /// county, lies at home, comes by day, or goes to a joint ward.
  case pooling = 58
  case deposit = 59
  case countySearch = 60
  case homeBed = 61
  case dayCare = 62
  case jointWard = 63
  case birth = 35
  case death = 36
  case leaving = 37
  case comingBack = 38
  case fatality = 39
  case thinning = 40
  case chronicCensus = 41
  case chronicCourse = 42
  case chronicCalendar = 43
  case followUp = 44
  case medicalAid = 30
  case designation = 31
  case bill = 32
  case booking = 45
  case test = 46
  case testTime = 47
  case recognition = 48
  case process = 49
  case online = 50
  case gate = 51
  case nest = 52
  case rollout = 53
  case testReturn = 54
  case stepwise = 65
  case afterHospital = 66
  case greenChannel = 67
  case audit = 68
  case leave = 69
  case training = 70
  case substitute = 71
  /// Whether a township admits somebody whom an ordinary township could not, and further needs in a
  /// surge.
  case beyondTownship = 73
  case surge = 74
  /// In which fifth of income a person stands.
  case income = 75
  /// How long a shared centre's reader takes for a test.
  case reading = 76
  /// Whether a patient is offered the beds of the hospital's own community first.
  case communityBed = 77
  /// Whether a need in the festival week is that of somebody who has come home.
  case visitor = 78

  /// The address of a draw of this purpose for one entity.
  func at(_ entity: UInt64, _ occurrence: UInt8 = 0) -> DrawAddress {
    DrawAddress(purpose: rawValue, entity: entity, occurrence: UInt16(occurrence))
  }

  /// The address of a draw of this purpose beside another one: for the same entity and occurrence.
  func address(like other: DrawAddress) -> DrawAddress {
    DrawAddress(purpose: rawValue, entity: other.entity, occurrence: other.occurrence)
  }
}
