/// Everything that can fall due in the county, department by department; one word.
enum CountyEvent: BitwiseCopyable {
  case dayTurns
  case population(Population.Event)
  case firstContact(FirstContact.Event)
  case clinics(Clinics.Event)
  case beds(Beds.Event)
  case emergency(EmergencyDepartment.Event)
  case ambulance(Ambulance.Event)
  case chronicCare(ChronicCare.Event)
  case diagnostics(Diagnostics.Event)

  /// The event as a word for the fingerprint: kind and who it concerns.
  var word: UInt64 {
    switch self {
    case .dayTurns: 0
    case .population(let event): 1 << 56 | event.word
    case .firstContact(let event): 2 << 56 | event.word
    case .clinics(let event): 3 << 56 | event.word
    case .beds(let event): 4 << 56 | event.word
    case .emergency(let event): 5 << 56 | event.word
    case .ambulance(let event): 6 << 56 | event.word
    case .chronicCare(let event): 7 << 56 | event.word
    case .diagnostics(let event): 8 << 56 | event.word
    }
  }
}
