import Engine
import Geography
import Glibc

/// Postings: who is away, where they help, and what the donor lacks.
struct Workforce {
  private let inputs: WorkforceInputs
  private let levers: WorkforceLevers
  private let clinics: [FacilityTable.Clinic]
  private let townships: [FacilityID]
  private let countyPhysicians: Double
  /// Largest posting so far at a township centre: what was learnt stays in part.
  private var learnt = 0.0

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.workforce
    levers = plan.levers.workforce
    clinics = plan.facilities.clinics
    townships = plan.facilities.townships
    countyPhysicians = plan.facilities.clinics.reduce(0) { sum, clinic in
      clinic.kind.tier == .county ? sum + clinic.physicians : sum
    }
  }

  /// Announces what the postings of the day change.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    let county = levers.countyPosted.value(onDay: day)
    let cityDays = levers.cityPostedDays.value(onDay: day) / 5
    let city = levers.cityPosted.value(onDay: day) * cityDays
    let backfill = levers.backfill.value(onDay: day)
    let away = levers.postedAway.map { $0.value(onDay: day) }
    world.ledger.set(.posted, lane: 0, to: Int64((county * Double(townships.count)).rounded()))
    world.ledger.set(.posted, lane: 1, to: Int64((city * Double(townships.count)).rounded()))
    announce(presence: county + city, in: &world)
    let added = (county + city) * inputs.postedClinicShare
    let taken = inputs.donorClinicShare * (1 - backfill) * Double(townships.count)
    for (row, clinic) in clinics.enumerated() {
      var change = 0.0
      switch clinic.kind.tier {
      case .township:
        change += added
      case .county:
        change -= county * taken * clinic.physicians / max(1, countyPhysicians)
        if let specialty = clinic.specialty {
          change -= clinic.physicians * away[specialty] * (1 - backfill)
        }
      case .city:
        change -= city * taken
      case .village, .privateClinic, .outOfCity:
        break
      }
      world.notices.postings.physicians[row] = change
    }
  }

  /// The first posted doctor changes most: utility and skill grow with log2(1 + n).
  private mutating func announce(presence: Double, in world: inout World) {
    learnt = max(learnt, presence)
    let strength = max(log2(1 + presence), inputs.residual * log2(1 + learnt))
    for township in townships {
      world.notices.postings.shift[township.row] = inputs.postedShift * strength
      world.notices.postings.skill[township.row] = min(1, inputs.postedSkill * strength)
    }
  }
}
