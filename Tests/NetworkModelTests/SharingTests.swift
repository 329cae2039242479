import Engine
import NetworkModel
import Probability
import Testing

@Suite("Servers that divide themselves, units that go out")
struct SharingTests {
  typealias Guest = HandWorked.Guest
  typealias Stay = HandWorked.Stay

  private func share(_ guests: [Guest], servers: Int) throws -> NetworkReadings {
    let work = try guests.map { ($0.name, try Law.deterministic($0.service)) }
    return try HandWorked.run(
      classes: guests.map { CustomerClass(id: $0.name) },
      nodes: [NodeInputs(id: "share", kind: .sharing(servers: servers, work: .each(work)))],
      sources: [
        SourceInputs(
          id: "door",
          classes: [(guests[0].name, 1)],
          arrivals: .trace(guests.map { TraceArrival(time: $0.at, className: $0.name) }),
          first: .to("share")
        )
      ],
      length: 10
    )
  }

  @Test("Two servers give two customers one each and three customers two thirds each")
  func twoServers() throws {
    let guests = [
      Guest(name: "a", at: 0, service: 2), Guest(name: "b", at: 0, service: 4),
      Guest(name: "c", at: 1, service: 1),
    ]
    let run = try share(guests, servers: 2)
    // From 1 on a needs 1, b 3, c 1 at two thirds: 1.5 later b alone needs 2.
    #expect(
      run.stays(of: guests) == [
        "a": Stay(began: 0, left: 2.5), "b": Stay(began: 0, left: 4.5),
        "c": Stay(began: 1, left: 2.5),
      ]
    )
    #expect(run.nodes[0].servers?.meanBusy == 0.7)
  }

  private func calls(
    _ at: [Double],
    _ zone: ZoneInputs,
    service: Double = 10,
    travel: TravelCounts = .recorded,
    whenAllBusy: AllBusy = .lost
  ) throws -> NetworkReadings {
    try HandWorked.run(
      nodes: [
        NodeInputs(
          id: "crews",
          kind: .dispatch(
            DispatchInputs(
              units: ["u1", "u2"],
              zones: [("customer", zone)],
              service: .all(try .deterministic(service)),
              travel: travel,
              whenAllBusy: whenAllBusy,
              travelLimits: [1]
            )
          )
        )
      ],
      sources: [HandWorked.trace(at, to: "crews")],
      length: 50
    )
  }

  @Test("The first free unit of the zone's order goes, and its way prolongs the service")
  func order() throws {
    let run = try calls(
      [0, 1, 2],
      ZoneInputs(order: ["u1", "u2"], travel: [1, 5]),
      travel: .added
    )
    #expect(
      run.stays(at: 0) == [
        Stay(began: 0, left: 11), Stay(began: 1, left: 16), Stay(left: 2, ending: .refused),
      ]
    )
    #expect(run.visits.compactMap(\.server).sorted() == [0, 1])
    let dispatch = try #require(run.nodes[0].dispatch)
    #expect(dispatch.sent == [[1], [1]])
    #expect(dispatch.byOther == 1)
    #expect(dispatch.withinLimit == [1])
    #expect(dispatch.allTravel.mean == 3)
    // Nobody busy from 16 on, u1 alone from 0 to 1, u2 alone from 11 to 16.
    #expect(dispatch.states == [34, 1, 5, 10].map { $0 / 50.0 })
  }

  @Test("Without an order the nearest unit goes")
  func nearest() throws {
    let run = try calls([0], ZoneInputs(order: [], travel: [5, 1]))
    #expect(run.visits.map(\.server) == [1])
    #expect(run.nodes[0].dispatch?.byOther == 0)
  }

  @Test("A unit that is not in the order never comes, free or not")
  func partialOrder() throws {
    let lost = try calls([0, 1], ZoneInputs(order: ["u2"], travel: [1, 1]))
    #expect(lost.all.refused == 1)
    let zone = ZoneInputs(order: ["u2"], travel: [1, 1])
    let waits = try calls([0, 1], zone, whenAllBusy: .waits)
    #expect(waits.stays(at: 0)[1] == Stay(began: 10, left: 20))
    #expect(waits.nodes[0].serverUse == [0, 0.4])
  }

  @Test("Three equal units with a line are M/M/3; each answers a third of the calls that waited")
  func likeThreeServers() throws {
    let units = ["u1", "u2", "u3"]
    var inputs = try SmallNetworks.station(rate: 2.4, service: .exponential(mean: 1), length: 3000)
    inputs.nodes[0].kind = .dispatch(
      DispatchInputs(
        units: units,
        zones: [("customer", ZoneInputs(order: units, travel: [0, 0, 0]))],
        service: .all(try .exponential(mean: 1)),
        travel: .recorded,
        whenAllBusy: .waits
      )
    )
    inputs.run.records = .visits
    let runs = try SmallNetworks.run(inputs)
    let delayed = Erlang.waitProbability(offered: 2.4, servers: 3)
    let (wait, error) = SmallNetworks.estimate(runs) { run in
      (run.nodes[0].all.waits.mean ?? .nan) / 1e6
    }
    let exact = delayed / (3 - 2.4)
    #expect(abs(wait - exact) <= 5 * error, "\(wait) ± \(error)")
    for unit in 0..<3 {
      let (share, error) = SmallNetworks.estimate(runs) { run in
        let waited = run.visits.filter { ($0.began ?? 0) > $0.arrived }
        return Double(waited.count { $0.server == UInt16(unit) }) / Double(waited.count)
      }
      #expect(abs(share - 1.0 / 3) <= 5 * error, "unit \(unit): \(share) ± \(error)")
    }
  }
}
