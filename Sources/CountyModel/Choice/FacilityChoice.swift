import Engine
import Geography
import Glibc
import Probability

/// The multinomial logit by which people choose where to go.
///
/// Utilities follow `model.md` §4; each alternative's Gumbel term has its own word of chance, so
/// that re-pricing one facility changes only the choices that should change.
struct FacilityChoice: ~Copyable {
  private let lent = LentInPlace()
  private var alternatives: Column<AlternativeID, Alternative>
  /// Alternatives of each settlement.
  let width: Int
  let inputs: FirstContactInputs
  let money: MoneyWeights
  /// Whether anything is held together by nests; asked here, the scales are not counted each time.
  private let isNested: Bool
  /// Whether what people remember of their own visits counts at all.
  let remembersVisits: Bool
  private let solved: SolvedConstants
  let treats: ConditionTable
  /// Whether a facility sees a specialty at all, `[facility][specialty]`.
  private let offers: [Bool]
  /// Utility that depends on kind and severity only, with and without a need for a bed.
  private let attraction: [Double]
  /// Whether the shift for guidance is in force, and how large it is.
  private var guidance = 0.0
  /// Log of hospital against clinic weekday weight, today.
  private var weekdayTerm = 0.0
  private let weekdayTerms: [Double]
  /// Utility that single facilities have gained, `[facility][severity]`, today.
  private var gains: [Double]
  /// Share of suitable cases to whom county hospitals offer an online visit, today.
  private(set) var online = 0.0

  init(_ plan: CountyPlan) {
    let all = plan.alternatives()
    alternatives = Column(repeating: all[0], count: all.count)
    for (row, one) in all.enumerated() { alternatives[AlternativeID(row: row)] = one }
    width = plan.width
    // A local: read from `self` before all of it is set, Swift 6.3 releases what is not there yet.
    let inputs = plan.inputs.firstContact
    self.inputs = inputs
    money = MoneyWeights(
      incomes: plan.inputs.population.incomeBands,
      elasticity: inputs.incomeElasticity
    )
    isNested = inputs.nests.contains { $0 < 1 }
    remembersVisits = inputs.ownMemory != 0 || inputs.ownOutcome != 0
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
    gains = Array(repeating: 0, count: plan.map.facilities.count * Severity.allCases.count)
  }

  /// Who may be chosen.
  enum Scope {
    /// Self-care and every facility.
    case everywhere
    /// Self-care and grassroots facilities: for those who keep the rule of first contact.
    case grassroots
    /// Hospitals only: at night, or when a hospital is what the doctor ordered.
    case hospitals
    /// Beyond the county only.
    case beyond
    /// Township and community centres: one level up from the village.
    case townships
    /// The county's general hospitals.
    case generals
  }

  /// The outcome of a choice.
  enum Outcome {
    case selfCare(Hindrance)
    case facility(AlternativeID)
  }

  /// What keeps somebody at home: the one thing without which they would have gone.
  enum Hindrance { case none, price, distance, wait }

  /// Sets what holds for the day.
  mutating func turnDay(weekday: Int, guidance: Double, online: Double) {
    self.guidance = guidance
    self.online = online
    weekdayTerm = weekdayTerms[weekday]
  }

  /// Sets what a single facility has gained in the eyes of people.
  mutating func set(_ gain: Double, at facility: FacilityID, for severity: Severity) {
    gains[facility.row * Severity.allCases.count + severity.index] = gain
  }

  /// The nearest village clinic and the nearest township facility of a settlement: the first two of
  /// its places.
  func nearestGrassroots(to home: SettlementID) -> (village: FacilityID?, township: FacilityID?) {
    let first = home.row * width
    return (considered(at: first), considered(at: first + 1))
  }

  private func considered(at row: Int) -> FacilityID? {
    let place = alternatives[AlternativeID(row: row)]
    return place.standing == .considered ? place.facility : nil
  }

  /// Who may be chosen from today on: other facilities, or other journeys.
  mutating func turn(to reach: Reach) {
    for home in 0..<alternatives.count / width {
      let first = home * width
      let known = (first..<first + width).map { alternatives[AlternativeID(row: $0)] }
      for (place, one) in reach.alternatives(of: home, keeping: known).enumerated() {
        alternatives[AlternativeID(row: first + place)] = one
      }
    }
  }

  /// One alternative.
  subscript(_ id: AlternativeID) -> Alternative { alternatives[id] }

  /// Minutes from a settlement to a facility that it considers; the matrix of all journeys is far
  /// larger than the list of these.
  func minutes(from home: SettlementID, to facility: FacilityID) -> Double? {
    for place in 0..<width {
      let id = AlternativeID(row: home.row * width + place)
      guard alternatives[id].facility == facility, alternatives[id].standing == .considered else {
        continue
      }
      return alternatives[id].mapMinutes
    }
    return nil
  }

  /// Lets a settlement learn from a wait: E[W] ← (1 − a) E[W] + a W.
  mutating func learn(_ wait: SimDuration, at facility: FacilityID, from home: SettlementID) {
    guard inputs.learningRate > 0 else { return }
    for place in 0..<width {
      let id = AlternativeID(row: home.row * width + place)
      guard alternatives[id].facility == facility else { continue }
      let rate = Float(inputs.learningRate)
      let expected = alternatives[id].expectedWait
      alternatives[id].expectedWait = expected + rate * (Float(wait.inMinutes) - expected)
    }
  }

  /// Lets a settlement learn from an outcome: Q ← Q + k (surprise − Q).
  mutating func experience(_ surprise: Double, at facility: FacilityID, from home: SettlementID) {
    guard inputs.qualityRate > 0 else { return }
    for place in 0..<width {
      let id = AlternativeID(row: home.row * width + place)
      guard alternatives[id].facility == facility else { continue }
      let quality = alternatives[id].quality
      alternatives[id].quality = quality + Float(inputs.qualityRate) * (Float(surprise) - quality)
    }
  }

  /// The wait at the door that people mind as much as days between booking and visit.
  func minutes(worth lead: UInt8, to severity: Severity) -> SimDuration {
    let perMinute = inputs.wait[severity.index]
    guard lead > 0, perMinute < 0 else { return .zero }
    return .minutes(Double(lead) * inputs.bookingWait[severity.index] / perMinute)
  }

  /// Draws a choice by the largest of utility plus Gumbel term.
  ///
  /// A referring facility draws to the lead of its community. Whoever has left a line or found a door
  /// closed avoids that facility, and is referred by nobody.
  func choose(
    for episode: Episode,
    within scope: Scope,
    avoiding avoided: FacilityID?,
    referredBy referrer: FacilityID?,
    usual: UsualFacility?,
    at address: DrawAddress,
    notices: borrowing Notices,
    streams: borrowing RandomStreams
  ) -> Outcome {
    let person = Chooser(
      episode,
      usual: usual,
      treats: treats,
      minds: inputs,
      weighing: money
    )
    let nests =
      isNested ? NestLuck(inputs.nests, at: Purpose.nest.address(like: address), streams) : nil
    var choice = LogitChoice()
    var best: Candidate?
    var words = SIMD4<UInt32>()
    for place in 0..<width {
      if place & 3 == 0 { words = streams.words(at: address, block: UInt32(place / 4)) }
      let id = AlternativeID(row: episode.settlement.row * width + place)
      let one = alternatives[id]
      guard one.standing == .considered, one.facility != avoided,
        person.mayChoose(one, within: scope),
        offers[one.facility.row * Specialty.allCases.count + person.specialty]
      else { continue }
      var worth = utility(of: one, for: person, notices: notices)
      if let referrer {
        worth += notices.communities.preference(of: one.facility, from: referrer)
      }
      if online > 0, scope == .everywhere, one.kind.tier == .county {
        worth += onlineGain(of: one, for: person, notices: notices, streams: streams)
      }
      let candidate = Candidate(id: id, worth: worth, word: words[place & 3])
      if let nests {
        let score = nests.score(of: candidate, at: one.kind)
        guard score > best.map({ nests.score(of: $0, at: alternatives[$0.id].kind) }) ?? -.infinity
        else { continue }
        best = candidate
      } else if choice.prefers(worth, luck: candidate.word) {
        best = candidate
      }
    }
    guard scope == .everywhere || scope == .grassroots else {
      return best.map { .facility($0.id) } ?? .selfCare(.none)
    }
    let last = streams.words(at: address, block: 3)
    let atHome = utilityOfSelfCare(for: person)
    guard let best else { return .selfCare(.none) }
    // Most who go are known to go without a logarithm.
    if nests == nil, !choice.prefers(atHome, luck: last.x) { return .facility(best.id) }
    let home = atHome + RandomStreams.gumbel(last.x)
    let score =
      nests?.score(of: best, at: alternatives[best.id].kind)
      ?? best.worth + RandomStreams.gumbel(best.word)
    guard home > score else { return .facility(best.id) }
    return .selfCare(hindrance(to: best.id, short: home - score, for: person, notices: notices))
  }

  /// A facility in the running, with its utility and its word of chance.
  struct Candidate {
    let id: AlternativeID
    let worth: Double
    let word: UInt32
  }

  /// The largest of travel, price and wait that alone made up the difference to staying at home.
  private func hindrance(
    to id: AlternativeID,
    short difference: Double,
    for person: Chooser,
    notices: borrowing Notices
  ) -> Hindrance {
    let one = alternatives[id]
    let travel = -person.travel * Double(one.minutes)
    let wait = -person.wait * Double(one.expectedWait)
    let price = disutility(ofPriceAt: one, for: person, notices: notices)
    let largest = max(travel, wait, price)
    guard largest > difference else { return .none }
    return largest == price ? .price : largest == travel ? .distance : .wait
  }

  /// What paying takes away from the utility of a facility; positive.
  private func disutility(
    ofPriceAt one: Alternative,
    for person: Chooser,
    notices: borrowing Notices
  ) -> Double {
    guard person.needsBed else {
      return -person.outOfPocket * yuan(at: one, for: person, notices: notices)
    }
    let own = 100 - points(at: one, for: person, notices: notices)
    return inputs.reimbursement * person.money * own
  }

  /// Utility of a facility for a person; see `FirstContactInputs` for the terms.
  @inline(__always)
  private func utility(
    of one: Alternative,
    for person: Chooser,
    notices: borrowing Notices
  ) -> Double {
    let kind = one.kind.lane
    let severity = person.severity
    var utility = attraction[(kind * 3 + severity) * 2 + (person.needsBed ? 1 : 0)]
    utility += person.travel * Double(one.minutes)
    utility += person.wait * Double(one.expectedWait)
    let chance = person.chanceOfTreatment(at: one.facility, one.kind, treats, notices.services)
    utility += inputs.match * (chance + Double(one.quality))
    utility += gains[one.facility.row * Severity.allCases.count + severity]
    if person.needsBed {
      let points = points(at: one, for: person, notices: notices)
      utility += inputs.reimbursement * points
      // Of a stay, what is left to pay is what weighs more with the poor; at weight 1 nothing is taken.
      utility -= inputs.reimbursement * (person.money - 1) * (100 - points)
    } else {
      utility += person.outOfPocket * yuan(at: one, for: person, notices: notices)
    }
    if one.kind.isGrassroots {
      if person.isContracted {
        utility += (inputs.contract[severity] + guidance) * notices.contracts.strength
      }
      utility += notices.postings.shift[one.facility.row]
      utility += person.drugs * notices.communities.drugs[one.facility.row]
    } else if one.kind.tier == .county {
      utility += weekdayTerm
    }
    if one.facility == person.usual { utility += person.habit }
    return utility
  }

  /// Yuan out of pocket for a visit, as the person expects it.
  @inline(__always)
  func yuan(at one: Alternative, for person: Chooser, notices: borrowing Notices) -> Double {
    let row = one.facility.row * 2 + person.insurance
    var unit = notices.prices.outOfPocket[row]
    if person.chronic > 0 {
      unit += person.chronic * (notices.prices.chronicOutOfPocket[row] - unit)
      if person.isContracted, one.kind.isGrassroots {
        unit *= 1 - notices.prices.package * person.chronic
      }
    }
    return unit * person.costWeight + notices.prices.surcharge[one.facility.row]
      + notices.gate.charge(person.episode, at: one.kind)
  }

  /// Points of reimbursement for a stay.
  @inline(__always)
  private func points(
    at one: Alternative,
    for person: Chooser,
    notices: borrowing Notices
  ) -> Double {
    notices.prices.points[benefit(at: one, for: person, notices: notices)]
  }

  /// Row of the benefits for a stay, `[kind][insurance][filed or referred, neither]`.
  @inline(__always)
  func benefit(at one: Alternative, for person: Chooser, notices: borrowing Notices) -> Int {
    let filed =
      person.isReferred || (one.kind == .outOfCity && notices.filing.includes(person.episode))
    return one.kind.lane * 4 + person.insurance * 2 + (filed ? 0 : 1)
  }

  @inline(__always)
  private func utilityOfSelfCare(for person: Chooser) -> Double {
    solved.selfCare + inputs.selfCareByAge[person.age] + inputs.selfCareBySeverity[person.severity]
      + inputs.selfCareByIncome[person.episode.income.lane]
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
