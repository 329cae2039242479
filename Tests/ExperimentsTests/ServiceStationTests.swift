import Engine
import NetworkModel
import Probability
import Testing

@Suite("One service station")
struct ServiceStationTests {
  private func readings(
    gap: Double,
    service: Double,
    room: StationRoom = .unlimited,
    measured: Double
  ) throws -> StationReadings {
    let inputs = try StationInputs(
      gap: .deterministic(gap),
      service: .deterministic(service),
      servers: 1,
      room: room,
      warmUp: 0,
      measured: measured
    )
    return ServiceStation(inputs, seed: 1, replication: 0).run()
  }

  @Test("A clinic that serves faster than people come makes nobody wait")
  func nobodyWaits() throws {
    let readings = try readings(gap: 2, service: 1, measured: 100)
    // They come at 2, 4 … 98 and are there for one unit each.
    #expect(readings.offered == 49 && readings.foundAllBusy == 0)
    #expect(readings.waits.max == 0 && readings.stays.mean == 1)
    #expect(readings.present.mean == 0.49 && readings.meanBusy == 0.49)
    #expect(readings.busyPeriods.count == 49 && readings.busyPeriods.mean == 1)
  }

  @Test("A clinic that serves half as fast makes each wait one unit longer than the last")
  func growingWaits() throws {
    let readings = try readings(gap: 1, service: 2, measured: 10)
    // Services from 1, 3, 5, 7 and 9; those of the people who came at 1, 2, 3 and 4 are over.
    #expect(readings.offered == 9 && readings.waits.count == 4)
    #expect(readings.waits.sum == 0 + 1 + 2 + 3 && readings.waits.max == 3)
    // Present 1, 2, 2, 3, 3, 4, 4, 5, 5 in the units after each arrival.
    #expect(readings.present.mean == 2.9 && readings.meanBusy == 0.9)
  }

  @Test("Whoever leaves makes room before the next one comes at the same moment")
  func leavingFirst() throws {
    let readings = try readings(gap: 1, service: 1, room: .places(1), measured: 100)
    #expect(readings.offered == 99 && readings.refused == 0)
  }

  @Test("With one bed and long stays, only who finds it empty is admitted")
  func refusal() throws {
    // Admitted at 1, 4, 7 … 97.
    let readings = try readings(gap: 1, service: 2.5, room: .places(1), measured: 99.5)
    #expect(readings.offered == 99 && readings.refused == 66)
    #expect(readings.shareRefused == 2.0 / 3)
  }

  @Test("A station that cannot be is refused in words")
  func refusals() throws {
    let law = try Distribution.exponential(mean: 1)
    #expect(throws: StationProblem.places(2, servers: 3)) {
      try StationInputs(
        gap: law,
        service: law,
        servers: 3,
        room: .places(2),
        warmUp: 0,
        measured: 1
      )
    }
    #expect(throws: StationProblem.length(warmUp: 0, measured: 1e10)) {
      try StationInputs(
        gap: law,
        service: law,
        servers: 1,
        room: .unlimited,
        warmUp: 0,
        measured: 1e10
      )
    }
  }

  @Test("Erlang's formulas give the textbook values")
  func erlang() {
    // Five erlangs on eleven beds refuse 0.8287 %, on ten more than 1 %.
    #expect(abs(Erlang.blocking(offered: 5, servers: 11) - 0.008_287_368_467_343) < 1e-14)
    #expect(Erlang.fewestServers(offered: 5, blockingAtMost: 0.01) == 11)
    #expect(abs(Erlang.waitProbability(offered: 1, servers: 2) - 1.0 / 3) < 1e-15)
  }
}
