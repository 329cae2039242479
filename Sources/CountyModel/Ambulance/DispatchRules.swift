/// The rules of the day by which crews are sent.
struct DispatchRules {
  private(set) var stationsAdded = 0
  /// Chance that a crew passes a nearer door for a capable one.
  private(set) var capableDoor = 0.0
  private(set) var redispatch = Rule.off
  private(set) var moveUp = Rule.off
  private(set) var zones = Rule.off
  private(set) var helicopter = Rule.off
  /// Crews at independent stations: the first so many.
  private(set) var independentCrews = 0

  /// Whether a rule is in force.
  enum Rule { case off, on }

  init() {}

  init(_ levers: AmbulanceLevers, _ inputs: AmbulanceInputs, onDay day: Int, crews: Int) {
    stationsAdded = Int(levers.stationsAdded.value(onDay: day))
    let today = inputs.toCapable
    capableDoor = today + levers.capableDoor.value(onDay: day) * (1 - today)
    redispatch = Self.rule(levers.redispatch, day)
    moveUp = Self.rule(levers.moveUp, day)
    zones = Self.rule(levers.zones, day)
    helicopter = Self.rule(levers.helicopter, day)
    independentCrews = Int((levers.independent.value(onDay: day) * Double(crews)).rounded())
  }

  private static func rule(_ lever: Timeline, _ day: Int) -> Rule {
    lever.value(onDay: day) > 0 ? .on : .off
  }
}
