import Engine
import Geography

/// Which facilities there are today, of what grade and with what departments, and the shocks that
/// befall them.
///
/// This department sees nobody: it announces, and choice, clinics, beds and emergency read it. No
/// resident is bound to a facility, so the patients of one that closes choose among the others.
struct Facilities {
  let inputs: FacilitiesInputs
  let orders: FacilityOrders
  let pull: FacilityPulls
  /// Facilities that a site replaces, by site.
  let replaced: [[Int]]
  /// Level of each kind of county hospital today.
  let countyLevels: [Double]
  private let nurses: Timeline
  private let appeal: Timeline
  private let shocks: ShockLevers
  private let slowTowns: [(towns: Set<Int>, course: Timeline)]
  /// The map without shocks, and how slow journeys are today.
  private let usualMap: CountyMap
  private var slowness: [Double]
  private var reach: Reach
  private let residents: Double
  private let isIdle: Bool
  /// Residents within a quarter of an hour of an open grassroots facility.
  private var near = 0

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.facilities
    orders = FacilityOrders(plan)
    let levers = plan.levers.facilities
    pull = FacilityPulls(levers, orders, on: plan.map)
    let names = FacilityNames(plan.map)
    let sites = plan.inputs.sites.filter { $0.settlement(on: plan.map) != nil }
    replaced = sites.map { $0.replaces.compactMap { names.facility($0) } }
    countyLevels = plan.inputs.finance.countyLevels
    nurses = levers.nurses
    appeal = levers.appeal
    shocks = levers.shocks
    let outlying = plan.map.towns.indices.filter { !plan.map.towns[$0].isSeat }
    let local = levers.shocks.roads.local.map { one in
      (towns: Set(one.places.compactMap { names.town($0) }), course: one.course)
    }
    slowTowns = [(towns: Set(outlying), course: levers.shocks.roads.overall)] + local
    usualMap = plan.map
    slowness = Array(repeating: 1, count: slowTowns.count)
    reach = Reach(plan)
    residents = plan.map.settlements.reduce(0.0) { $0 + Double($1.residents) }
    isIdle =
      pull.isIdle && sites.isEmpty && levers.nurses.isNeutral && levers.shocks.needs.isNeutral
      && levers.shocks.roads.isNeutral
    near = nearby(reach.open)
  }

  /// Announces what there is today.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    if !isIdle {
      world.notices.services.clear()
      world.notices.services.needs = shocks.needs.value(onDay: day)
      let roads = slowRoads(day, in: &world)
      let doors = openDoors(day, in: &world)
      if roads || doors { settle(in: &world) }
      staffVillages(day, in: &world)
      grade(day, in: &world)
      equipFields(day, in: &world)
    }
    book(day, in: &world)
  }

  /// Lets people know who is open and how far it is.
  private mutating func settle(in world: inout World) {
    reach.map = world.map
    reach.open = world.notices.services.open
    world.notices.services.edition += 1
    world.choice.turn(to: reach)
    near = nearby(reach.open)
  }

  // MARK: Roads

  /// Makes journeys slow; returns whether they are other than yesterday.
  private mutating func slowRoads(_ day: Int, in world: inout World) -> Bool {
    let today = slowTowns.map { $0.course.value(onDay: day) }
    guard today != slowness else { return false }
    slowness = today
    world.map = usualMap
    for (place, factor) in today.enumerated() where factor > 1 {
      world.map = world.map.slowed(by: factor, towns: slowTowns[place].towns)
    }
    return true
  }

  // MARK: Books

  private func book(_ day: Int, in world: inout World) {
    let services = world.notices.services
    let count = orders.townships.count { services.open[$0] }
    world.ledger.set(.openTownships, to: Int64(count))
    let villages = orders.villages.count { services.open[$0] }
    world.ledger.set(.openVillages, to: Int64(villages))
    world.ledger.set(.residentsNear, lane: 0, to: Int64(near))
    world.ledger.set(.residentsNear, lane: 1, to: Int64(residents))
    let today = max(inputs.nursesPerThousand, nurses.value(onDay: day))
    world.ledger.set(.nursesPerThousand, to: Int64((today * 1000).rounded()))
    let standing = pull.standing(inputs, onDay: day)
    for (lane, count) in standing.enumerated() {
      world.ledger.set(.graded, lane: lane, to: Int64(count))
    }
    world.ledger.set(.gradable, lane: 0, to: Int64(orders.townships.count))
    world.ledger.set(.gradable, lane: 1, to: Int64(orders.villages.count))
  }

  private func nearby(_ open: [Bool]) -> Int {
    let doors = open.indices.filter { open[$0] && reach.map.facilities[$0].kind.isGrassroots }
    return reach.map.settlements.indices.reduce(0) { sum, home in
      let minutes = doors.lazy.map { reach.map.patientMinutes(from: home, toFacility: $0) }
      return minutes.contains { $0 <= 15 } ? sum + reach.map.settlements[home].residents : sum
    }
  }

  // MARK: Grades

  /// Share of the beds that grades add for which there are nurses.
  func staffedShare(of added: Double, onDay day: Int) -> Double {
    guard added > 0 else { return 1 }
    let further = max(0, nurses.value(onDay: day) - inputs.nursesPerThousand) * residents / 1000
    return min(1, inputs.nurseSlack + further / (added * inputs.nursesPerBed))
  }

  /// How much people value grades today, against the prior.
  func appeal(onDay day: Int) -> Double { appeal.value(onDay: day) }
}
