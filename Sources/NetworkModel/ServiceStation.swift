import Engine
import Probability

/// One station with equal servers and one line, first come first served.
///
/// It is the smallest network, built from the same calendar, lines, pools and capacity as the
/// county, so that theory checks those parts.
public struct ServiceStation: ~Copyable {
  let inputs: StationInputs
  var streams: RandomStreams
  var calendar: EventCalendar<StationEvent>
  var customers: IDPool<CustomerID>
  var visits: Column<CustomerID, Visit>
  var lines: WaitingLines<CustomerID, LineID>
  var idle: IDPool<ServerID>
  var serving: Column<ServerID, CustomerID>
  var capacity: Capacity
  var measures: StationMeasures
  /// How many have come so far: the number of the next one.
  var arrivals: UInt64

  /// An empty station in one replication.
  public init(_ inputs: StationInputs, seed: UInt64, replication: UInt32) {
    self.inputs = inputs
    let room = 64 + inputs.servers
    streams = RandomStreams(seed: seed, replication: replication)
    calendar = EventCalendar(
      slots: inputs.servers + 1,
      horizon: .start + inputs.scale.duration(inputs.warmUp + inputs.measured)
    )
    customers = IDPool(capacity: room)
    visits = Column(repeating: Visit(number: 0, arrived: .start, began: .start), count: room)
    lines = WaitingLines(rows: room, lines: 1)
    idle = IDPool(capacity: inputs.servers)
    serving = Column(repeating: CustomerID(row: 0), count: inputs.servers)
    capacity = Capacity(onDuty: inputs.servers)
    measures = StationMeasures(inputs)
    arrivals = 0
  }

  /// Runs warm-up and measured time and reads the station off.
  public consuming func run() -> StationReadings {
    let warm = SimInstant.start + inputs.scale.duration(inputs.warmUp)
    let end = SimInstant.start + inputs.scale.duration(inputs.warmUp + inputs.measured)
    scheduleArrival()
    run(until: warm)
    measures.reset(at: warm)
    capacity.reset(at: warm)
    run(until: end)
    return measures.readings(capacity: capacity, handled: calendar.handled, at: end)
  }

  private mutating func run(until end: SimInstant) {
    while let event = calendar.next(before: end) {
      switch event {
      case .arrival: arrive()
      case .serviceEnds(let server): endService(at: server)
      }
    }
  }
}
