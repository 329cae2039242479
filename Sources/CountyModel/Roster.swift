import Engine

/// The departments of the county.
///
/// A new department gets its lines here and its arrows in `Pathways`; the compiler points at
/// whatever is still missing.
struct Departments: ~Copyable {
  var population: Population
  var firstContact: FirstContact
  var clinics: Clinics
  var referral: Referral
  var beds: Beds
  var emergency: EmergencyDepartment
  var ambulance: Ambulance
  var workforce: Workforce
  var familyDoctors: FamilyDoctors
  var finance: Finance
  var chronicCare: ChronicCare
  var diagnostics: Diagnostics
  var communities: Communities
  var facilities: Facilities

  init(_ plan: CountyPlan, in world: inout World) {
    population = Population(plan, in: &world)
    firstContact = FirstContact(plan, streams: world.streams)
    clinics = Clinics(plan, streams: world.streams)
    referral = Referral(plan)
    beds = Beds(plan)
    emergency = EmergencyDepartment(plan)
    ambulance = Ambulance(plan)
    workforce = Workforce(plan)
    familyDoctors = FamilyDoctors(plan, in: world)
    finance = Finance(plan, streams: world.streams)
    chronicCare = ChronicCare(plan, in: &world)
    diagnostics = Diagnostics(plan, streams: world.streams)
    communities = Communities(plan)
    facilities = Facilities(plan)
  }

  /// Opens the county on its first day.
  mutating func open(in world: inout World) {
    turnDay(in: &world)
    population.open(in: &world)
    clinics.open(in: &world)
    beds.open(in: &world)
    ambulance.open(in: &world)
    chronicCare.open(in: &world)
  }

  /// Everything that changes at midnight, in one fixed order: levers first, then what reads them.
  mutating func turnDay(in world: inout World) {
    beds.settle(at: world.now, in: &world)
    clinics.settle(at: world.now, in: &world)
    ambulance.settle(at: world.now, in: &world)
    diagnostics.settle(at: world.now, in: &world)
    world.turnDay()
    beds.announceOccupancy(in: &world)
    facilities.turnDay(in: &world)
    population.turnDay(in: &world)
    communities.turnDay(in: &world)
    familyDoctors.turnDay(in: &world)
    referral.turnDay(in: &world)
    workforce.turnDay(in: &world)
    chronicCare.turnDay(in: &world)
    finance.turnDay(in: &world)
    diagnostics.turnDay(in: &world)
    clinics.turnDay(in: &world)
    emergency.turnDay(in: &world)
    firstContact.turnDay(in: &world)
    beds.turnDay(in: &world)
    ambulance.turnDay(in: &world)
    world.schedule(.dayTurns, for: .dayTurns, at: world.today.nextMidnight)
  }

  /// Gives an event to the department it belongs to.
  mutating func handle(_ event: CountyEvent, in world: inout World) {
    switch event {
    case .dayTurns: turnDay(in: &world)
    case .population(let event): population.handle(event, in: &world)
    case .firstContact(let event): firstContact.handle(event, in: &world)
    case .clinics(let event): clinics.handle(event, in: &world)
    case .beds(let event): beds.handle(event, in: &world)
    case .emergency(let event): emergency.handle(event, in: &world)
    case .ambulance(let event): ambulance.handle(event, in: &world)
    case .chronicCare(let event): chronicCare.handle(event, in: &world)
    case .diagnostics(let event): diagnostics.handle(event, in: &world)
    }
  }
}
