import Engine
import NetworkModel
import Probability

/// Networks that tests build in one line.
enum SmallNetworks {
  /// One station with Poisson arrivals.
  static func station(
    rate: Double,
    servers: ServersInputs = .count(1),
    service: Law,
    room: RoomInputs = .unlimited,
    discipline: Discipline = .firstInFirstOut,
    preemption: Preemption = .none,
    patience: Law? = nil,
    absence: AbsenceInputs? = nil,
    next: Routing = .exit,
    warmUp: Double = 200,
    length: Double = 6000
  ) throws -> NetworkInputs {
    NetworkInputs(
      title: "station",
      timeUnit: "unit",
      classes: [CustomerClass(id: "customer")],
      nodes: [
        NodeInputs(
          id: "station",
          kind: .station(
            StationNodeInputs(
              servers: servers,
              service: .all(service),
              discipline: discipline,
              preemption: preemption,
              patience: patience.map { .all($0) },
              absence: absence
            )
          ),
          room: room,
          next: .all(next)
        )
      ],
      sources: [
        SourceInputs(
          id: "source",
          classes: [("customer", 1)],
          arrivals: .gaps(try .exponential(mean: 1 / rate)),
          first: .to("station")
        )
      ],
      run: RunInputs(warmUp: warmUp, length: length, replications: 1, seed: 7)
    )
  }

  /// The readings of some replications.
  static func run(_ inputs: NetworkInputs, replications: Int = 10) throws -> [NetworkReadings] {
    let plan = try NetworkPlan(inputs)
    return (0..<replications).map { Network(plan, replication: UInt32($0)).run() }
  }

  /// Mean and standard error of a quantity over replications.
  static func estimate(
    _ runs: [NetworkReadings],
    _ value: (NetworkReadings) -> Double
  ) -> (mean: Double, error: Double) {
    let values = runs.map(value)
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(values.count * (values.count - 1))).squareRoot())
  }
}
