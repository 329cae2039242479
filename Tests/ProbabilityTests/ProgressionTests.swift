import Probability
import Testing

@Suite("Races and progressions")
struct ProgressionTests {
  @Test("Another rate of one event leaves the clocks of the others alone")
  func ownClocks() throws {
    let slow = try CompetingRisks(rates: [1, 0.001])
    let fast = try CompetingRisks(rates: [1, 1])
    let streams = RandomStreams(seed: 1, replication: 0)
    for entity in 0..<UInt64(1000) {
      let address = DrawAddress(purpose: 1, entity: entity)
      let (before, after) = (slow.first(streams, at: address), fast.first(streams, at: address))
      if after.event == 0 { #expect(before == after) }
    }
  }

  @Test("An event of rate 0 never happens; rates that cannot be are refused")
  func edges() throws {
    let streams = RandomStreams(seed: 1, replication: 0)
    let risks = try CompetingRisks(rates: [0, 2, 0])
    for entity in 0..<UInt64(100) {
      #expect(risks.first(streams, at: DrawAddress(purpose: 1, entity: entity)).event == 1)
    }
    for rates in [[], [0], [-1, 2], [.infinity], [.nan]] as [[Double]] {
      #expect(throws: DistributionError.self) { try CompetingRisks(rates: rates) }
    }
    #expect(throws: DistributionError.self) { try Progression(rates: [[0, 1]]) }
    #expect(throws: DistributionError.self) { try Progression(rates: [[0, -1], [0, 0]]) }
  }

  @Test("A course of two states lasts as long as both stays and ends where nothing leaves")
  func course() throws {
    let disease = try Progression(rates: [[9, 0.5, 0], [0, 0, 0.25], [0, 0, 0]])
    #expect(!disease.isEnd(0) && !disease.isEnd(1) && disease.isEnd(2))
    let streams = RandomStreams(seed: 5, replication: 0)
    let patients = 50_000
    var sum = 0.0
    for patient in 0..<UInt64(patients) {
      var (state, life) = (0, 0.0)
      var stays: UInt16 = 0
      while let (next, stay) = disease.next(
        after: state,
        streams,
        at: DrawAddress(purpose: 1, entity: patient, occurrence: stays)
      ) {
        #expect(next == state + 1)
        (state, life, stays) = (next, life + stay, stays + 1)
      }
      sum += life
    }
    // Means 2 and 4, variances 4 and 16.
    let mean = sum / Double(patients)
    #expect(abs(mean - 6) <= 4.5 * (20 / Double(patients)).squareRoot())
  }
}
