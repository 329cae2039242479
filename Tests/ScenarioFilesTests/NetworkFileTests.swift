import Experiments
import Foundation
import NetworkModel
import Probability
import ScenarioFiles
import Testing

@Suite("Reading a network")
struct NetworkFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func inputs(_ text: String) throws -> NetworkInputs {
    try NetworkLoader.load(folder.write(text, to: "network.yaml")).study.inputs
  }

  private func node(_ id: String, in inputs: NetworkInputs) throws -> NodeInputs {
    try #require(inputs.nodes.first { $0.id == id })
  }

  private func station(_ id: String, in inputs: NetworkInputs) throws -> StationNodeInputs {
    guard case .station(let station) = try node(id, in: inputs).kind else {
      Issue.record("\(id) is no station")
      throw CancellationError()
    }
    return station
  }

  @Test("The smallest network has one class and the standard percentiles")
  func smallest() throws {
    let inputs = try inputs(NetworkText.desk)
    #expect(inputs.classes == [CustomerClass(id: "customer")])
    #expect(inputs.sources[0].classes.map(\.className) == ["customer"])
    #expect(inputs.sources[0].first == .to("desk"))
    #expect(inputs.run.percentiles == [50, 90, 95])
    #expect(inputs.run.records == .none)
    #expect(inputs.timeUnit == "min")
  }

  @Test("Sections keep the order of the file")
  func order() throws {
    let inputs = try inputs(NetworkText.whole)
    #expect(inputs.nodes.map(\.id) == ["triage", "doctor", "ward", "spare", "cell", "cars"])
    #expect(inputs.sources.map(\.id) == ["door", "day", "wave", "list", "staff"])
    #expect(inputs.classes.map(\.priority) == [1, 2])
    #expect(inputs.classes[1].itinerary == ["triage", "doctor"])
    #expect(inputs.census == [CensusInputs(node: "triage", className: "routine", count: 3)])
  }

  @Test("Arrivals of every kind are read, their times in the network's unit")
  func arrivals() throws {
    let sources = try inputs(NetworkText.whole).sources
    guard case .gaps(let gap) = sources[0].arrivals, case .rate(let day) = sources[1].arrivals,
      case .rate(let wave) = sources[2].arrivals, case .trace(let list) = sources[3].arrivals,
      case .population(let size, let away) = sources[4].arrivals
    else {
      Issue.record("the arrivals are of other kinds")
      return
    }
    #expect(gap.mean == 5)
    // 90 seconds in minutes.
    #expect(abs(try #require(gap.standardDeviation) - 1.5) < 1e-12)
    #expect(day.rate(at: 479) == 0)
    #expect(day.rate(at: 481) == 0.5)
    #expect(day.rate(at: 1440 + 481) == 0.5)
    // A quarter of the period after its phase the wave is highest.
    #expect(abs(wave.rate(at: 60 + 360) - 0.18) < 1e-12)
    #expect(
      list == [
        TraceArrival(time: 0), TraceArrival(time: 0.5),
        TraceArrival(time: 60, className: "emergency"),
      ]
    )
    #expect(size == 10)
    #expect(away.mean == 2880)
    #expect(sources[0].batch?.mean == 1.25)
    #expect(sources[4].first == .shortest(["triage", "doctor"]))
  }

  @Test("Servers of every kind are read")
  func servers() throws {
    let inputs = try inputs(NetworkText.whole)
    guard case .count(2) = try station("triage", in: inputs).servers,
      case .pools(let needs) = try station("doctor", in: inputs).servers,
      case .each(let servers) = try station("ward", in: inputs).servers,
      case .unlimited = try station("spare", in: inputs).servers,
      case .count(4) = inputs.pools[0].servers, case .shifts(let shifts) = inputs.pools[1].servers
    else {
      Issue.record("the servers are of other kinds")
      return
    }
    #expect(needs.map(\.pool) == ["doctors", "nurses"])
    #expect(needs.map(\.servers) == [1, 2])
    #expect(servers.map(\.speed) == [1, 0.6])
    #expect(shifts.cycle == 1440)
    #expect(shifts.steps.map(\.from) == [0, 480])
    #expect(shifts.atEnd == .finish)
  }

  @Test("The line before a station is read key by key")
  func line() throws {
    let inputs = try inputs(NetworkText.whole)
    let node = try node("triage", in: inputs)
    #expect(node.room == .waiting(12))
    #expect(node.whenFull == .overflow(["doctor"]))
    #expect(node.balking == [0, 0, 0.2, 0.5])
    let triage = try station("triage", in: inputs)
    #expect(triage.discipline == .priority)
    #expect(triage.preemption == .resume)
    #expect(triage.keepFree.map(\.servers) == [1])
    guard case .all(let patience)? = triage.patience, case .each(let service) = triage.service
    else {
      Issue.record("patience or service are of other kinds")
      return
    }
    #expect(patience.mean == 30)
    #expect(service.map(\.className) == ["routine", "emergency"])
    guard case .vacations(let length, .single)? = try station("ward", in: inputs).absence else {
      Issue.record("the ward has no vacations")
      return
    }
    #expect(length.mean == 10)
  }

  @Test("Routes of every kind are read")
  func routes() throws {
    let inputs = try inputs(NetworkText.whole)
    guard case .each(let triage) = try node("triage", in: inputs).next else {
      Issue.record("triage has one route for all")
      return
    }
    #expect(triage.map(\.value)[0] == .itinerary)
    #expect(
      triage.map(\.value)[1]
        == .split([.init(chance: 0.7, way: .to("doctor")), .init(chance: 0.1, way: .to("ward"))])
    )
    guard case .all(let doctor) = try node("doctor", in: inputs).next else {
      Issue.record("the doctor has a route for each class")
      return
    }
    let choice = ChoiceInputs(
      options: [.init(node: "ward", constant: 0.5), .init(node: "cell", constant: 0)],
      perPresent: -0.1
    )
    #expect(doctor == .become(className: "emergency", then: .choice(choice)))
  }

  @Test("Units and zones are read, travel in the order of the units")
  func dispatch() throws {
    let inputs = try inputs(NetworkText.whole)
    guard case .dispatch(let cars) = try node("cars", in: inputs).kind,
      case .each(let laws) = cars.service
    else {
      Issue.record("the cars are no dispatch node with laws of their own")
      return
    }
    #expect(cars.zones.map(\.zone.travel) == [[5, 30], [7, 8]])
    #expect(cars.zones.map(\.zone.order) == [["u2", "u1"], []])
    #expect(laws.map(\.mean) == [120, 90])
    #expect(cars.travel == .added)
    #expect(cars.whenAllBusy == .waits)
    #expect(cars.travelLimits == [15, 30])
  }

  @Test("The run is read, its times in the network's unit and its seed to the last digit")
  func run() throws {
    let run = try inputs(NetworkText.whole).run
    #expect(run.warmUp == 1440)
    #expect(run.length == 10_080)
    #expect(run.seed == UInt64.max)
    #expect(run.observeAt == [60, 120])
    #expect(run.percentiles == [50, 99])
    #expect(run.records == .visits)
    #expect(run.deadlock == .swap)
  }

  @Test(
    "A length of time may have any unit",
    arguments: [
      ("ms", "2 s", 2000.0), ("s", "1h 30min", 5400), ("min", "0.5 h", 30), ("h", "12 min", 0.2),
      ("d", "36h", 1.5), ("week", "7 d", 1), ("d", "2 wk", 14), ("unit", "3.5", 3.5),
    ]
  )
  func units(_ unit: String, _ written: String, _ value: Double) throws {
    let text = NetworkText.desk(
      unit: unit,
      run: "{warmUp: \(written), length: 100, replications: 2, seed: 1}"
    )
    #expect(try inputs(text).run.warmUp == value)
  }

  @Test("A rate inside a law and a size of a batch are no times")
  func notTimes() throws {
    let law = "{law: exponential, rate: 2 min}"
    let rate = NetworkText.desk(source: "{gap: \(law), to: desk}")
    #expect(throws: DiagnosticList.self) { try inputs(rate) }
    let batch = NetworkText.desk(
      source: "{rate: 1, batch: {law: deterministic, value: 2 min}, to: desk}"
    )
    #expect(throws: DiagnosticList.self) { try inputs(batch) }
  }

  @Test("The resolved network is a network file that says the same")
  func resolved() throws {
    try folder.write("time,class\r\n1,routine\r\n2 h,emergency\r\n", to: "day.csv")
    let text = NetworkText.whole.replacing(
      "trace: [0, 30 s, {time: 1 h, class: emergency}]",
      with: "traceFile: day.csv"
    )
    let loaded = try NetworkLoader.load(folder.write(text, to: "network.yaml"))
    #expect(loaded.study.files.map(\.name) == ["day.csv", "network.yaml"])
    let resolved = loaded.resolvedJSON(seed: 7, replications: 3)
    #expect(try JSONSerialization.jsonObject(with: Data(resolved.utf8)) is [String: Any])
    let again = try NetworkLoader.load(folder.write(resolved, to: "resolved.json"))
    #expect(again.resolvedJSON(seed: 7, replications: 3) == resolved)
    #expect(again.study.inputs.run.seed == 7)
    #expect(again.study.inputs.run.replications == 3)
    #expect(again.study.inputs.nodes.map(\.id) == loaded.study.inputs.nodes.map(\.id))
    guard case .trace(let arrivals) = again.study.inputs.sources[3].arrivals else {
      Issue.record("the table is not written out")
      return
    }
    #expect(arrivals.map(\.time) == [1, 120])
    #expect(arrivals.map(\.className) == ["routine", "emergency"])
  }
}
