import Foundation
import NetworkModel
import Probability
import Testing

@testable import Experiments

@Suite("Networks cut into batches")
struct NetworkBatchTests {
  /// One server with exponential services of mean 1, and Poisson arrivals.
  private func station(
    rate: Double,
    warmUp: Double,
    length: Double,
    batches: Int?
  ) throws -> NetworkStudy {
    let service = StationNodeInputs(servers: .count(1), service: .all(try .exponential(mean: 1)))
    let inputs = NetworkInputs(
      title: "M/M/1",
      timeUnit: "unit",
      classes: [CustomerClass(id: "customer")],
      nodes: [NodeInputs(id: "station", kind: .station(service))],
      sources: [
        SourceInputs(
          id: "source",
          classes: [("customer", 1)],
          arrivals: .gaps(try .exponential(mean: 1 / rate)),
          first: .to("station")
        )
      ],
      run: RunInputs(warmUp: warmUp, length: length, replications: 5, seed: 7)
    )
    return NetworkStudy(id: "mm1", inputs: inputs, files: []).with(batches: batches)
  }

  private let wait = NetworkQuantity(.node("station"), nil, "meanWait")

  @Test("Twenty long batches of M/M/1 at one half hold the exact wait and are not alike")
  func longBatches() async throws {
    let study = try station(rate: 0.5, warmUp: 1000, length: 100_000, batches: 20)
    let table = try await study.run(threads: 1) { _ in }.table
    #expect(table.samples == 20 && table.endings == [.horizon])
    // ρ / (1 - ρ) services of mean 1.
    let exact = 1.0
    let estimate = try #require(table[wait])
    let error = try #require(estimate.standardError)
    #expect(estimate.n == 20)
    #expect(abs(estimate.mean - exact) <= 4 * error, "\(estimate)")
    // Some 2,500 customers a batch, whose waits hang together over a dozen.
    #expect(error > 0.005 && error < 0.06)
    #expect(estimate.batchesAreCorrelated == false)
    // Student's t of 0.975 with 19 degrees of freedom.
    let half = try #require(estimate.halfWidth)
    #expect(abs(half - 2.093024 * error) < 1e-5 * half)
  }

  @Test("Short batches of M/M/1 at 95 % are alike, and their interval misses the exact wait")
  func shortBatches() async throws {
    // Two customers' worth of time a hundred times: the line needs some 1,500 to forget itself.
    let study = try station(rate: 0.95, warmUp: 1000, length: 2000, batches: 100)
    let estimate = try #require(try await study.run(threads: 1) { _ in }.table[wait])
    #expect(estimate.batchesAreCorrelated == true)
    let half = try #require(estimate.halfWidth)
    #expect(abs(estimate.mean - 19) > half)
  }

  @Test("Batches are of the replication that would have been run without them")
  func sameRun() async throws {
    let cut = try station(rate: 0.5, warmUp: 100, length: 5000, batches: 10)
    #expect(cut.inputs.run.replications == 1 && cut.batches == 10)
    let whole = try station(rate: 0.5, warmUp: 100, length: 5000, batches: nil)
    let (inBatches, asOne) = (
      try await cut.run(threads: 2) { _ in }, try await whole.run(threads: 2) { _ in }
    )
    #expect(inBatches.table.fingerprints == Array(asOne.table.fingerprints.prefix(1)))
    #expect(inBatches.replications[0].events == asOne.replications[0].events)
    let arrived = NetworkQuantity(.node("station"), nil, "arrived")
    let one = try #require(asOne.table.rows.first { $0.quantity == arrived }?.values.first)
    let mean = try #require(inBatches.table[arrived]?.mean)
    #expect(abs(10 * mean - (one ?? .nan)) < 1e-6)
    #expect(asOne.table.batches == nil && asOne.table.samples == 5)
    #expect(asOne.table[arrived]?.batchesAreCorrelated == nil)
  }

  @Test("Every batch is told as it ends")
  func progress() async throws {
    let told = Told()
    let study = try station(rate: 0.5, warmUp: 0, length: 50, batches: 4)
    _ = try await study.run(threads: 1) { told.add($0) }
    #expect(told.all == [1, 2, 3, 4])
  }

  @Test("Written numbers say that their intervals are of batches; others say nothing of them")
  func written() async throws {
    func texts(_ batches: Int?) async throws -> (table: String, contract: String) {
      let study = try station(rate: 0.5, warmUp: 100, length: 1000, batches: batches)
      let outcome = try await study.run(threads: 1) { _ in }
      return (
        try CanonicalJSON.text(of: outcome.table),
        try CanonicalJSON.text(of: outcome.manifest.contract)
      )
    }
    let cut = try await texts(10)
    let table = try #require(
      JSONSerialization.jsonObject(with: Data(cut.table.utf8)) as? [String: Any]
    )
    #expect(table["intervals"] as? String == "batches" && table["batches"] as? Int == 10)
    #expect(table["replications"] as? Int == 1)
    #expect(cut.table.contains("batchesAreCorrelated"))
    let contract = try #require(
      JSONSerialization.jsonObject(with: Data(cut.contract.utf8)) as? [String: Any]
    )
    #expect(contract["batches"] as? Int == 10)
    let whole = try await texts(nil)
    #expect(!whole.table.contains("batches") && !whole.table.contains("intervals"))
    #expect(!whole.contract.contains("batches"))
  }
}

/// Numbers in the order in which they were told.
private final class Told: @unchecked Sendable {
  private let lock = NSLock()
  private var numbers: [Int] = []

  var all: [Int] { lock.withLock { numbers } }

  func add(_ number: Int) { lock.withLock { numbers.append(number) } }
}
