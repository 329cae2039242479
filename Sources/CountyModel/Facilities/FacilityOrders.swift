import Geography

/// In which order levers without names take the facilities of today, and whom they may name.
struct FacilityOrders {
  /// Township institutions, largest first; without branches; and outside the seat.
  let townships: [Int]
  let centres: [Int]
  let outlying: [Int]
  /// Community centres first, then township centres, then branches, largest first: community hospitals
  /// are counted among all of them.
  let communityFirst: [Int]
  /// Village clinics and stations, and village clinics alone, largest first.
  let villages: [Int]
  let clinics: [Int]
  /// Village clinics, smallest first.
  let smallClinics: [Int]
  /// County hospitals: general, TCM, MCH.
  let hospitals: [Int]
  /// Planned sites, in the order of the county file.
  let sites: [Int]

  init(_ plan: CountyPlan) {
    let map = plan.map
    let table = plan.facilities
    // By kind and id, then by size: equally large ones keep their order.
    let today = table.order.filter { $0 < table.firstSite }
    func largest(where suits: (Int) -> Bool) -> [Int] {
      today.filter(suits).enumerated()
        .sorted {
          (-map.facilities[$0.element].catchment, $0.offset)
            < (-map.facilities[$1.element].catchment, $1.offset)
        }
        .map(\.element)
    }
    func kind(_ row: Int) -> FacilityKind { table.kinds[row] }
    townships = largest { kind($0).tier == .township }
    centres = largest { kind($0).tier == .township && kind($0) != .townshipBranch }
    outlying = largest {
      kind($0) == .townshipCentre && !map.towns[map.facilities[$0].town].isSeat
    }
    communityFirst =
      largest { kind($0) == .communityCentre } + largest { kind($0) == .townshipCentre }
      + largest { kind($0) == .townshipBranch }
    villages = largest { kind($0).tier == .village }
    clinics = largest { kind($0) == .villageClinic }
    smallClinics = clinics.reversed()
    hospitals = today.filter { kind($0).tier == .county }
    sites = Array(table.firstSite..<map.facilities.count)
  }
}

/// A lever, the facilities it may take in their order, and those that the policy names.
struct FacilityLever {
  private let overall: Timeline
  private let order: [Int]
  private let local: [(rows: [Int], course: Timeline)]
  private let isShare: Bool

  /// How the number of a lever is meant.
  enum Meaning { case share, count }

  /// Finds the places that a policy names.
  ///
  /// A town stands for its facilities that the lever may take. Names that lead nowhere were refused
  /// at the door.
  init(_ lever: PlacedTimeline, _ meaning: Meaning, among order: [Int], on map: CountyMap) {
    overall = lever.overall
    self.order = order
    isShare = meaning == .share
    let names = FacilityNames(map)
    local = lever.local.map { one in
      (
        rows: one.places.flatMap { names.facilities(called: $0, among: order) },
        course: one.course
      )
    }
  }

  /// Whether the lever never leaves its neutral value.
  var isIdle: Bool { overall.isNeutral && local.allSatisfy { $0.course.isNeutral } }

  /// Facilities that the lever takes on a day, those taken in order first.
  func taken(onDay day: Int) -> [Int] {
    let value = overall.value(onDay: day)
    let count = (isShare ? value * Double(order.count) : value).rounded()
    return Array(order.prefix(Int(count))) + named(onDay: day)
  }

  /// Facilities that are taken on a day beyond the share that has it today.
  func taken(onDay day: Int, beyond today: Double) -> [Int] {
    let has = Int((today * Double(order.count)).rounded())
    let value = overall.value(onDay: day)
    let count = Int((value * Double(order.count)).rounded())
    let further = count > has ? Array(order[has..<min(count, order.count)]) : []
    return further + named(onDay: day).filter { !order.prefix(has).contains($0) }
  }

  /// The first so many, which have it today.
  func has(_ today: Double) -> [Int] {
    Array(order.prefix(Int((today * Double(order.count)).rounded())))
  }

  /// A number for each facility: everywhere, or where it is named.
  func number(at row: Int, onDay day: Int) -> Double {
    local.last { $0.rows.contains(row) }?.course.value(onDay: day) ?? overall.value(onDay: day)
  }

  private func named(onDay day: Int) -> [Int] {
    local.filter { $0.course.value(onDay: day) >= 0.5 }.flatMap(\.rows)
  }
}

extension FacilityNames {
  /// What a policy may call so: a facility, or those of a town that a lever may take.
  func facilities(called name: String, among order: [Int]) -> [Int] {
    if let one = facility(name) { return [one] }
    guard let town = town(name) else { return [] }
    return order.filter { isIn(town, $0) }
  }
}
