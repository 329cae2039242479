import Engine
import NetworkModel
import Probability
import Testing

/// Networks small enough to be followed on paper: what long averages are too coarse to see.
@Suite("Hand traces")
struct HandTraceTests {
  /// A station whose customers come at stated moments and stay four units each.
  private func station(
    _ servers: ServersInputs,
    arrivals: [Double],
    room: RoomInputs = .unlimited,
    warmUp: Double = 0,
    length: Double
  ) throws -> NodeReadings {
    let station = StationNodeInputs(servers: servers, service: .all(try .deterministic(4)))
    let inputs = NetworkInputs(
      title: "trace",
      timeUnit: "unit",
      classes: [CustomerClass(id: "customer")],
      nodes: [NodeInputs(id: "ward", kind: .station(station), room: room)],
      sources: [
        SourceInputs(
          id: "door",
          classes: [("customer", 1)],
          arrivals: .trace(arrivals.map { TraceArrival(time: $0) }),
          first: .to("ward")
        )
      ],
      run: RunInputs(warmUp: warmUp, length: length, replications: 1, seed: 1)
    )
    return Network(try NetworkPlan(inputs), replication: 0).run().nodes[0]
  }

  @Test("Whoever comes at the very moment a bed falls free gets it")
  func departureBeforeArrival() throws {
    let ward = try station(.count(1), arrivals: [0, 4, 8, 12], room: .places(1), length: 20)
    #expect(ward.all.refused == 0 && ward.all.foundBusy == 0)
    #expect(ward.all.completed == 4)
  }

  @Test("The warm-up is left out once")
  func warmUp() throws {
    // Busy from 0 to 4, 10 to 14 and 15 to 19; counted from 5 to 25.
    let ward = try station(.count(1), arrivals: [0, 10, 15], warmUp: 5, length: 20)
    #expect(ward.all.arrived == 2 && ward.all.completed == 2)
    #expect(ward.present.mean == 0.4)
    #expect(ward.servers?.utilisation == 0.4)
  }

  @Test("Servers who have gone home still count for the hours they were on duty")
  func utilisationAfterShift() throws {
    let shifts = ShiftInputs(
      cycle: 20,
      steps: [.init(from: 0, servers: 3), .init(from: 10, servers: 1)],
      atEnd: .finish
    )
    // Three work from 0 to 4, one from 12 to 16: 16 hours of the 3 x 10 + 1 x 10 on duty.
    let ward = try station(.shifts(shifts), arrivals: [0, 0, 0, 12], length: 20)
    #expect(ward.servers?.utilisation == 0.4)
    #expect(ward.servers?.meanOnDuty == 2)
  }

  @Test("A customer's service is as long whoever else is there, and however many serve")
  func ownLuck() throws {
    func services(_ servers: Int) throws -> [UInt64: Double] {
      var inputs = try SmallNetworks.station(
        rate: 0.9,
        servers: .count(servers),
        service: .exponential(mean: 1),
        warmUp: 0,
        length: 200
      )
      inputs.run.records = .visits
      let visits = Network(try NetworkPlan(inputs), replication: 0).run().visits
      let served = visits.compactMap { visit -> (UInt64, Double)? in
        guard let began = visit.began, let finished = visit.finished else { return nil }
        // Both are whole ticks, a millionth of a unit: their difference, too, but for rounding.
        return (visit.number, ((finished - began) * 1e6).rounded())
      }
      return Dictionary(uniqueKeysWithValues: served)
    }
    let alone = try services(1)
    let among = try services(3)
    #expect(alone.count > 100)
    #expect(alone.allSatisfy { among[$0.key] == $0.value })
  }
}
