import Engine
import Geography
import Glibc
import Probability

/// The multinomial logit by which people choose where to go.
///
/// Utilities follow `model.md` §4; each alternative's Gumbel term has its own word of chance, so
/// that re-pricing one facility changes only the choices that should change.
struct FacilityChoice: ~Copyable {
  private var alternatives: Column<AlternativeID, Alternative>
  private let inputs: FirstContactInputs
  private let solved: SolvedConstants
  private let treats: ConditionTable
  /// Whether a facility sees a specialty at all, `[facility][specialty]`.
  private let offers: [Bool]
  /// Utility that depends on kind and severity only, with and without a need for a bed.
  private let attraction: [Double]
  /// Whether the shift for guidance is in force, and how large it is.
  private var guidance = 0.0
  /// Log of hospital against clinic weekday weight, today.
  private var weekdayTerm = 0.0
  private let weekdayTerms: [Double]

  init(_ plan: CountyPlan) {
    let all = plan.alternatives()
    alternatives = Column(repeating: all[0], count: all.count)
    for (row, one) in all.enumerated() { alternatives[AlternativeID(row: row)] = one }
    inputs = plan.inputs.firstContact
    solved = plan.inputs.solved
    treats = plan.conditions
    let facilities = plan.facilities
    offers = plan.map.facilities.indices.flatMap { row in
      Specialty.allCases.indices.map { specialty in
        let id = FacilityID(row: row)
        return facilities.kind(id) == .outOfCity || facilities.clinic(at: id, for: specialty) != nil
      }
    }
    attraction = Self.attraction(inputs, solved)
    weekdayTerms = Self.weekdayTerms(plan.inputs)
  }

  /// Who may be chosen.
  enum Scope {
    /// Self-care and every facility.
    case everywhere
    /// Hospitals only: at night, or when a hospital is what the doctor ordered.
    case hospitals
    /// Beyond the county only.
    case beyond
  }

  /// The outcome of a choice.
  enum Outcome {
    case selfCare
    case facility(AlternativeID)
  }

  /// Sets what holds for the day.
  mutating func turnDay(weekday: Int, guidance: Double) {
    self.guidance = guidance
    weekdayTerm = weekdayTerms[weekday]
  }

  /// One alternative.
  subscript(_ id: AlternativeID) -> Alternative { alternatives[id] }

  /// Lets a settlement learn from a wait: E[W] ← (1 − a) E[W] + a W.
  mutating func learn(_ wait: SimDuration, at facility: FacilityID, from home: SettlementID) {
    guard inputs.learningRate > 0 else { return }
    for place in 0..<CountyPlan.mostAlternatives {
      let id = AlternativeID(row: home.row * CountyPlan.mostAlternatives + place)
      guard alternatives[id].facility == facility else { continue }
      let rate = Float(inputs.learningRate)
      let expected = alternatives[id].expectedWait
      alternatives[id].expectedWait = expected + rate * (Float(wait.inMinutes) - expected)
    }
  }

  /// Draws a choice by the largest of utility plus Gumbel term.
  func choose(
    for episode: Episode,
    within scope: Scope,
    avoiding avoided: FacilityID?,
    usual: FacilityID?,
    at address: DrawAddress,
    notices: borrowing Notices,
    streams: borrowing RandomStreams
  ) -> Outcome {
    let person = Chooser(episode, usual: usual, treats: treats)
    let specialty = treats.specialty[Int(episode.condition)]
    var choice = LogitChoice()
    var outcome = Outcome.selfCare
    var words = SIMD4<UInt32>()
    for place in 0..<CountyPlan.mostAlternatives {
      if place & 3 == 0 { words = streams.words(at: address, block: UInt32(place / 4)) }
      let id = AlternativeID(row: episode.settlement.row * CountyPlan.mostAlternatives + place)
      let one = alternatives[id]
      guard one.standing == .considered, one.facility != avoided,
        person.mayChoose(one, within: scope),
        offers[one.facility.row * Specialty.allCases.count + specialty]
      else { continue }
      let worth = utility(of: one, for: person, notices: notices)
      if choice.prefers(worth, luck: words[place & 3]) { outcome = .facility(id) }
    }
    guard scope == .everywhere else { return outcome }
    let last = streams.words(at: address, block: 3)
    let selfCare = utilityOfSelfCare(for: person)
    return choice.prefers(selfCare, luck: last.x) ? .selfCare : outcome
  }

  /// Utility of a facility for a person; see `FirstContactInputs` for the terms.
  private func utility(
    of one: Alternative,
    for person: Chooser,
    notices: borrowing Notices
  ) -> Double {
    let kind = one.kind.lane
    let severity = person.severity
    var utility = attraction[(kind * 3 + severity) * 2 + (person.needsBed ? 1 : 0)]
    utility += inputs.travel[severity] * Double(one.minutes)
    utility += inputs.wait[severity] * Double(one.expectedWait)
    utility += inputs.match * person.chanceOfTreatment(at: one.kind, treats)
    if person.needsBed {
      let filed = person.isReferred || notices.filing.includes(person.episode)
      let row = kind * 4 + person.insurance * 2 + (filed ? 0 : 1)
      utility += inputs.reimbursement * notices.prices.points[row]
    } else {
      let yuan =
        notices.prices.outOfPocket[kind * 2 + person.insurance] * person.costWeight
        + notices.prices.surcharge[kind]
      utility += inputs.outOfPocket[severity] * yuan
    }
    if one.kind.isGrassroots {
      if person.isContracted { utility += inputs.contract[severity] + guidance }
      utility += notices.postings.shift[one.facility.row]
    } else if one.kind.tier == .county {
      utility += weekdayTerm
    }
    if one.facility == person.usual { utility += inputs.usual }
    return utility
  }

  private func utilityOfSelfCare(for person: Chooser) -> Double {
    solved.selfCare + inputs.selfCareByAge[person.age] + inputs.selfCareBySeverity[person.severity]
  }

  private static func attraction(
    _ inputs: FirstContactInputs,
    _ solved: SolvedConstants
  ) -> [Double] {
    FacilityKind.allCases.flatMap { kind in
      (0..<3).flatMap { severity in
        [false, true].map { needsBed in
          var utility = inputs.doctor[severity] * inputs.doctorByKind[kind.lane]
          utility += inputs.drugs[severity] * inputs.drugsByKind[kind.lane]
          utility += inputs.equipment[severity] * inputs.equipmentByKind[kind.lane]
          if kind.isGrassroots, !needsBed { utility += solved.grassroots }
          if !kind.countsInCounty {
            utility += needsBed ? solved.beyondAdmissions : solved.beyondVisits
          }
          return utility
        }
      }
    }
  }

  private static func weekdayTerms(_ inputs: CountyInputs) -> [Double] {
    let clinic = inputs.population.clinicWeekdays
    let hospital = inputs.firstContact.hospitalWeekdays
    let clinicSum = clinic.reduce(0, +)
    let hospitalSum = hospital.reduce(0, +)
    return (0..<7).map { log((hospital[$0] / hospitalSum) / (clinic[$0] / clinicSum)) }
  }
}
