import Engine
import Geography
import Glibc

/// Postings, sessions, absence, rounds and establishment: who is where today, and what the donor
/// lacks.
struct Workforce: ~Copyable {
  private let lent = LentInPlace()
  let inputs: WorkforceInputs
  let levers: WorkforceLevers
  let clinics: [FacilityTable.Clinic]
  let townships: [FacilityID]
  /// Share of its physicians on duty that a lead centre does not lend.
  let centreKeeps: Double
  private let residents: Double
  private let absence: StaffAbsence
  private let rounds: WardRounds
  private var plan: PostingPlan
  /// What those posted to each facility today bring, in full-time physicians of the middle grade.
  private var presence: [Double]
  /// What each township has learnt from those who were there, as a share of their strength.
  private var learnt: [Double]

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.workforce
    levers = plan.levers.workforce
    clinics = plan.facilities.clinics
    townships = plan.facilities.townships
    centreKeeps = plan.inputs.facilities.centreKeeps
    residents = Double(plan.map.settlements.reduce(0) { $0 + $1.residents })
    absence = StaffAbsence(plan)
    rounds = WardRounds(plan)
    self.plan = PostingPlan(plan)
    presence = Array(repeating: 0, count: plan.map.facilities.count)
    learnt = Array(repeating: 0, count: plan.map.facilities.count)
  }

  /// Announces who is where today.
  mutating func turnDay(in world: inout World) {
    for row in clinics.indices { world.notices.postings.physicians[row] = 0 }
    for row in presence.indices { presence[row] = 0 }
    post(in: &world)
    holdSessions(in: &world)
    sendAway(in: &world)
    announceEffects(in: &world)
    announceStaff(in: &world)
    rounds.announce(in: &world)
  }

  // MARK: Postings

  private mutating func post(in world: inout World) {
    let day = world.today.day
    var long = 0.0
    for programme in Posting.Programme.allCases {
      let order = levers.order(programme, onDay: day, gap: Int(inputs.postingGap.rounded()))
      let table = world.notices.communities.table
      let found = plan.postings(programme, order, onDay: day) { township in
        guard let community = table.community(of: township), let lead = table.lead(of: community),
          lead != township, world.facilities.kind(lead).tier == .county
        else { return nil }
        return lead
      }
      var posted = 0.0
      for case let posting? in found {
        take(posting, in: &world)
        posted += posting.presence
        if posting.isLong { long += posting.weight }
      }
      world.ledger.add(.postDays, lane: programme.rawValue, Int64(found.count))
      world.ledger.add(
        .emptyPostDays,
        lane: programme.rawValue,
        Int64(found.count { $0 == nil })
      )
      world.ledger.set(.posted, lane: programme.rawValue, to: Int64((posted * 1000).rounded()))
    }
    let intensity = long / max(1, residents) * 10_000
    world.ledger.set(.postingIntensity, to: Int64((intensity * 10_000).rounded()))
  }

  /// A posted physician is at the township, and the clinic of the same specialty lacks one.
  private mutating func take(_ posting: Posting, in world: inout World) {
    presence[posting.to.row] += posting.presence * inputs.gradeSkill[posting.grade.rawValue]
    world.ledger.add(
      .gradeDays,
      lane: posting.grade.rawValue,
      Int64((posting.presence * 1000).rounded())
    )
    let place = world.notices.services.successor[posting.to.row]
    if let clinic = world.facilities.clinic(at: place, for: posting.specialty) {
      world.notices.postings.physicians[clinic.row] += posting.presence * inputs.postedClinicShare
    }
    if let clinic = world.facilities.clinic(at: posting.from, for: posting.specialty) {
      world.notices.postings.physicians[clinic.row] -=
        posting.presence * inputs.donorClinicShare * (1 - posting.backfill)
    }
  }

  /// Experts who come for a day: a session at each township in turn, and at county hospitals by
  /// physicians from outside the county.
  private mutating func holdSessions(in world: inout World) {
    let day = world.today.day
    let backfill = levers.backfill.value(onDay: day)
    let yearly = levers.sessionDays.value(onDay: day)
    if yearly > 0, let general = world.facilities.hospitals.first {
      let calendar = VisitCalendar(cycle: max(1, Int((365 / yearly).rounded())), visits: [0])
      for (row, township) in townships.enumerated() {
        // Townships are served on different days.
        let moment = Double(day + row)
        guard calendar.wait(from: moment) == 0 else { continue }
        presence[township.row] += 1
        world.ledger.add(.sessions)
        add(1, at: township, specialty: row, in: &world)
        add(-(1 - backfill), at: general, specialty: row, in: &world)
      }
    }
    let paired = levers.hospitalSessionDays.value(onDay: day)
    guard paired > 0, world.today.isWorkday else { return }
    for (row, clinic) in clinics.enumerated() where clinic.kind == .countyGeneral {
      world.notices.postings.physicians[row] += paired / inputs.workingDays
    }
  }

  /// Adds physicians of a specialty to the clinic that sees it, if the facility has one.
  private func add(
    _ physicians: Double,
    at facility: FacilityID,
    specialty: Int,
    in world: inout World
  ) {
    let place = specialty % Specialty.allCases.count
    guard let clinic = world.facilities.clinic(at: facility, for: place) else { return }
    world.notices.postings.physicians[clinic.row] += physicians
  }

  /// A share of one specialty that leaves the county.
  private func sendAway(in world: inout World) {
    let day = world.today.day
    let backfill = levers.backfill.value(onDay: day)
    for (row, clinic) in clinics.enumerated() where clinic.kind.tier == .county {
      guard let specialty = clinic.specialty else { continue }
      let away = levers.postedAway[specialty].value(onDay: day)
      world.notices.postings.physicians[row] -= clinic.physicians * away * (1 - backfill)
    }
  }

  // MARK: Effects

  /// The first posted doctor changes most: utility and skill grow with log2(1 + n), where n counts
  /// each by what their grade is worth; an expert who comes for a day is one of the middle grade.
  ///
  /// What was learnt grows while they are there and fades when they have gone.
  private mutating func announceEffects(in world: inout World) {
    let day = world.today.day
    let licensed = max(0, levers.licensed.value(onDay: day) - inputs.licensedShare)
    let trained = levers.trainedYearly.value(onDay: day)
    let appeal = inputs.postedShift * levers.postedAppeal.value(onDay: day)
    for township in townships {
      let row = township.row
      let here = log2(1 + presence[row])
      if here >= learnt[row] {
        learnt[row] += (here - learnt[row]) / max(1, inputs.learningTime)
      } else {
        learnt[row] -= (learnt[row] - here) / max(1, inputs.forgettingTime)
      }
      let strength = max(here, inputs.residual * learnt[row])
      let schooling = min(1, inputs.trainingSkill * trained / max(1, Double(townships.count)))
      let place = world.notices.services.successor[row].row
      world.notices.postings.shift[place] = appeal * strength
      world.notices.postings.skill[place] = min(1, inputs.postedSkill * strength + schooling)
    }
    for clinic in clinics where clinic.kind.tier == .village {
      world.notices.postings.shift[clinic.facility.row] = licensed * inputs.licensedShift
      world.notices.postings.skill[clinic.facility.row] = min(1, licensed * inputs.licensedSkill)
    }
    let share = max(inputs.licensedShare, levers.licensed.value(onDay: day))
    world.ledger.set(.licensed, to: Int64((share * 10_000).rounded()))
  }

  // MARK: Staff

  /// Who is present, who stands in, and how many there are to be.
  private func announceStaff(in world: inout World) {
    let day = world.today.day
    let trained = levers.trainedYearly.value(onDay: day)
    let days = levers.villageTraining.value(onDay: day)
    let substitute = levers.villageSubstitute.value(onDay: day)
    for (row, clinic) in clinics.enumerated() {
      world.notices.staffing.presence[row] = absence.presence(
        ofClinic: row,
        trained: trained,
        on: world.today,
        streams: world.streams
      )
      world.notices.staffing.establishment[row] = establishment(of: clinic, onDay: day)
      let closed = absence.closes(
        clinic: row,
        days: days,
        substitute: substitute,
        on: world.today,
        streams: world.streams
      )
      let standIn = closed ? world.notices.services.standIn[clinic.facility.row] : nil
      if let standIn {
        world.notices.services.physicians[standIn.row] -= world.notices.services.standInCost
      }
      world.notices.staffing.closed[row] = closed && standIn == nil
      if clinic.kind.tier == .village {
        world.ledger.add(.villageDays)
        if closed, standIn == nil { world.ledger.add(.villageClosed) }
      }
    }
    standIn(in: &world)
    let perThousand = max(inputs.physiciansPerThousand, levers.physicians.value(onDay: day))
    world.ledger.set(.physiciansPerThousand, to: Int64((perThousand * 1000).rounded()))
    let physicians = perThousand * Double(world.residents.present)
    world.ledger.add(.physicianDays, Int64(physicians.rounded()))
  }

  /// Physicians there should be against today, by the ratios of the plans.
  private func establishment(of clinic: FacilityTable.Clinic, onDay day: Int) -> Double {
    switch clinic.kind.tier {
    case .village:
      max(1, levers.villageDoctors.value(onDay: day) / inputs.villageDoctorsPerThousand)
    case .township: max(1, levers.townshipStaff.value(onDay: day) / inputs.townshipStaffPerThousand)
    case .county: max(1, levers.physicians.value(onDay: day) / inputs.physiciansPerThousand)
    case .privateClinic, .city, .outOfCity: 1
    }
  }
}
