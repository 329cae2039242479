import Geography

/// Turns the levers of a day into postings: which posts exist, and who fills them.
struct PostingPlan {
  /// What the levers ask for today.
  struct Order {
    /// Physicians for each centre, or a year for `yearly`.
    var number: Double
    var daysAWeek: Double
    var weeks: Int
    var gap: Int
    var backfill: Double
    /// Share of postings that juniors fill, 0 to 1, against what the plans ask for.
    var juniors = 0.0
  }

  private let townships: [FacilityID]
  /// Specialties of each donor, by facility; empty where a hospital has none.
  private let specialties: [[Int]]
  private let general: FacilityID
  private let city: FacilityID?
  /// Posts by programme, township and place; `nil` while a post does not exist.
  private var posts: [Post?]
  private var yearlySince: Int?

  /// Most posts of one programme at one township.
  private static let places = 10

  init(_ plan: CountyPlan) {
    townships = plan.facilities.townships
    var specialties = [[Int]](repeating: [], count: plan.map.facilities.count)
    for clinic in plan.facilities.clinics where clinic.kind.tier == .county {
      if let specialty = clinic.specialty { specialties[clinic.facility.row].append(specialty) }
    }
    self.specialties = specialties
    general =
      plan.facilities.hospitals.first { plan.facilities.kind($0) == .countyGeneral }
      ?? FacilityID(row: 0)
    city = plan.facilities.cityHospitals.first
    posts = Array(repeating: nil, count: townships.count * Self.places * 2)
  }

  /// Posts of today, with whoever fills them; an empty post gives `nil`.
  ///
  /// `donor` names the hospital that leads a township's community, or nothing.
  mutating func postings(
    _ programme: Posting.Programme,
    _ order: Order,
    onDay day: Int,
    donor: (FacilityID) -> FacilityID?
  ) -> [Posting?] {
    switch programme {
    case .county, .city: each(programme, order, onDay: day, donor)
    case .yearly: inTurn(order, onDay: day, donor)
    }
  }

  /// So many at every centre.
  private mutating func each(
    _ programme: Posting.Programme,
    _ order: Order,
    onDay day: Int,
    _ donor: (FacilityID) -> FacilityID?
  ) -> [Posting?] {
    var found: [Posting?] = []
    for (row, township) in townships.enumerated() {
      for place in 0..<Self.places {
        let slot = (programme.rawValue * townships.count + row) * Self.places + place
        let weight = min(1, order.number - Double(place))
        guard weight > 0 else {
          posts[slot] = nil
          continue
        }
        let post = posts[slot] ?? Post(opened: day)
        posts[slot] = post
        let from = programme == .city ? city : donor(township) ?? general
        guard let from, let turn = post.posting(onDay: day, weeks: order.weeks, gap: order.gap)
        else {
          found.append(nil)
          continue
        }
        found.append(
          posting(programme, order, from, township, turn, luck: row + place, weight: weight)
        )
      }
    }
    return found
  }

  /// So many a year: those who are out at one time serve the centres in turn.
  private mutating func inTurn(
    _ order: Order,
    onDay day: Int,
    _ donor: (FacilityID) -> FacilityID?
  ) -> [Posting?] {
    guard order.number > 0, !townships.isEmpty else {
      yearlySince = nil
      return []
    }
    let post = Post(opened: yearlySince ?? day)
    yearlySince = post.opened
    let out = Int((order.number * Double(order.weeks) / 52).rounded())
    let rotation = StaffRotation(sites: townships.count, staff: out % townships.count)
    let cycle = order.weeks * 7 + order.gap
    let turn = post.posting(onDay: day, weeks: order.weeks, gap: order.gap)
    let number = turn?.number ?? (day - post.opened) / cycle
    var found: [Posting?] = []
    for (row, township) in townships.enumerated() {
      let here = out / townships.count + (rotation.staffs(row, onDay: number) ? 1 : 0)
      for place in 0..<here {
        found.append(
          turn.map {
            posting(.yearly, order, donor(township) ?? general, township, $0, luck: row + place)
          }
        )
      }
    }
    return found
  }

  private func posting(
    _ programme: Posting.Programme,
    _ order: Order,
    _ from: FacilityID,
    _ to: FacilityID,
    _ turn: (number: Int, start: Int),
    luck: Int,
    weight: Double = 1
  ) -> Posting {
    let choices = specialties[from.row]
    // Specialties take turns, so that no clinic gives everybody.
    let specialty = choices.isEmpty ? 0 : choices[(luck + turn.number) % choices.count]
    return Posting(
      programme: programme,
      from: from,
      to: to,
      specialty: specialty,
      grade: grade(ofTurn: luck + turn.number, juniors: order.juniors),
      start: turn.start,
      weeks: order.weeks,
      daysAWeek: order.daysAWeek,
      weight: weight,
      backfill: order.backfill
    )
  }

  /// Grades take turns like specialties: one in three is senior, the others of the middle grade.
  ///
  /// Whether a junior comes instead goes by multiples of the golden ratio, whose fractions are even
  /// from 0 to 1 however few are posted; a larger share only adds juniors. Half a turn ahead, so that
  /// the first one is not always a junior.
  private func grade(ofTurn turn: Int, juniors: Double) -> Posting.Grade {
    let rank = (0.5 + Double(turn) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
    if rank < juniors { return .junior }
    return turn % 3 == 0 ? .senior : .middle
  }
}
