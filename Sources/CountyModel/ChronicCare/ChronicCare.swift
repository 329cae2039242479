import Engine
import Geography
import Probability

/// The registers of hypertension and diabetes: who is found, followed up, and brought to target.
///
/// Refills and follow-ups fall due person by person on days that the register lays out month by
/// month. A refill is a need like any other: the person chooses where to go. A follow-up is a call
/// to the person's own village clinic or township centre, where it waits in line and takes a
/// doctor's time. It counts as a visit; its share of all visits is reported.
struct ChronicCare: ~Copyable {
  /// What can fall due here.
  enum Event: BitwiseCopyable {
    /// The calls of the day go out.
    case duesFall
    /// Somebody who was called in reaches the clinic.
    case arrives(EpisodeID)

    var word: UInt64 {
      switch self {
      case .duesFall: 0
      case .arrives(let patient): 1 << 48 | UInt64(patient.row)
      }
    }
  }

  private let lent = LentInPlace()
  let inputs: ChronicCareInputs
  let levers: ChronicCareLevers
  let course: ChronicCourse
  /// Own village clinic and township centre of each settlement.
  let homes: Range<Int>
  let townshipClinics: [ClinicID]
  let hours: HourlyProfile
  /// Minutes of a doctor's day at the grassroots.
  let sessionMinutes: Double
  let refillCondition: UInt8
  var calendar: DueCalendar
  /// People on a register, as last counted.
  var registered = 0
  /// Follow-ups of this month: called in, and done.
  var called = 0
  var done = 0
  /// Share of calls that led to a follow-up, last month.
  var keptShare: Double
  /// Follow-ups done away from the clinics since the last midnight.
  var outreach = 0
  /// Registrations of the whole run, for the books.
  var register = RegisterBooks()

  init(_ plan: CountyPlan, in world: inout World) {
    inputs = plan.inputs.chronicCare
    levers = plan.levers.chronicCare
    course = ChronicCourse(inputs)
    homes = plan.map.settlements.indices
    townshipClinics = plan.facilities.townships.compactMap {
      plan.facilities.clinic(at: $0, for: 0)
    }
    hours = HourlyProfile(hourWeights: plan.inputs.firstContact.grassrootsHours)
    let edges = plan.inputs.clinics.grassrootsSessions
    sessionMinutes = edges[1] - edges[0] + edges[3] - edges[2]
    let refillName = plan.inputs.chronicCare.refillCondition
    refillCondition = UInt8(plan.conditions.all.firstIndex { $0.id == refillName } ?? 0)
    calendar = DueCalendar(plan)
    keptShare = inputs.attendance
    drawCensus(in: &world)
  }

  /// The calls of the first day.
  mutating func open(in world: inout World) {
    world.schedule(.chronicCare(.duesFall), for: .chronicDues, at: callTime(world.today.midnight))
  }

  /// What follow-ups cost today and how the registers stand.
  mutating func turnDay(in world: inout World) {
    if outreach > 0 {
      // Doctors who follow people up in the villages are missing at their centre.
      let away = Double(outreach) * inputs.outreachMinutes / max(1, sessionMinutes)
      for clinic in townshipClinics {
        world.notices.postings.physicians[clinic.row] -= away / Double(townshipClinics.count)
      }
      outreach = 0
    }
    for disease in ChronicDisease.allCases {
      for state in ChronicState.allCases {
        let lane = Int(disease.rawValue) * 8 + Int(state.rawValue)
        world.ledger.add(.chronicDays, lane: lane, Int64(world.residents.count(disease, state)))
      }
    }
    world.ledger.add(.registerDays, Int64(registered))
  }

  mutating func handle(_ event: Event, in world: inout World) {
    switch event {
    case .duesFall: duesFall(in: &world)
    case .arrives(let patient): world.handOff(.presentedAtClinic(patient))
    }
  }

  /// When the calls of a day go out.
  func callTime(_ midnight: SimInstant) -> SimInstant { midnight + .minutes(inputs.callTime) }

  /// Who is ill today, and who knows; visitors too, whose diseases are looked after elsewhere.
  private mutating func drawCensus(in world: inout World) {
    for home in homes.indices {
      for band in 0..<AgeBand.count {
        let census = inputs.census(band)
        for row in world.residents.rows(in: home, band: band, newYears: 0) {
          let registered = draw(row, from: home, census, in: &world)
          register.atStart += registered
        }
        for row in world.residents.visitors.rows(in: home, band: band, newYears: 0) {
          _ = draw(row, from: home, census, in: &world)
        }
      }
    }
  }

  /// Draws where somebody stands with each disease; returns on how many registers.
  private func draw(
    _ row: Int,
    from home: Int,
    _ census: ChronicCensus,
    in world: inout World
  ) -> Int64 {
    let person = PersonID(row: row)
    let name = world.residents.luck(of: person, in: SettlementID(row: home))
    let words = world.streams.words(at: Purpose.chronicCensus.at(name))
    var registered: Int64 = 0
    for disease in ChronicDisease.allCases {
      var luck = RandomStreams.unit(words[Int(disease.rawValue)])
      let state = ChronicState.allCases.first {
        luck -= census.share(disease, $0)
        return luck < 0
      }
      world.residents.turn(person, disease, to: state ?? .none)
      if state?.isManaged == true { registered += 1 }
    }
    return registered
  }
}
