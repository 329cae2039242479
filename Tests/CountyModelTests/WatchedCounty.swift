import Engine
import Geography

@testable import CountyModel

/// Tiny with all its needs, run event by event, so that a test can look at it between two of them.
struct WatchedCounty: ~Copyable {
  let plan: CountyPlan
  var world: World
  var departments: Departments

  init(_ county: TinyCounty, _ policy: Policy = .baseline, _ stretch: Stretch) {
    plan = CountyPlan(county.scenario(policy, stretch), map: county.map)
    world = World(plan, seed: stretch.seed, replication: stretch.replication)
    departments = Departments(plan, in: &world)
    departments.open(in: &world)
    drain()
  }

  /// What falls due next, not yet handled; `nil` at the end.
  mutating func next() -> CountyEvent? { world.calendar.next(before: plan.horizon) }

  /// Lets the county answer an event.
  mutating func handle(_ event: CountyEvent) {
    departments.handle(event, in: &world)
    drain()
  }

  private mutating func drain() {
    while let handoff = world.nextHandoff() { departments.route(handoff, in: &world) }
  }
}
