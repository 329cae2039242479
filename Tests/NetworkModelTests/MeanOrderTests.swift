import Engine
import NetworkModel
import Probability
import Testing

/// Orders that hold in the mean, though some customer may fare worse.
///
/// Both runs of a pair have the same luck, so their difference is judged by its own standard error.
@Suite("More time and more room help on average")
struct MeanOrderTests {
  private static let disciplines: [Discipline] = [.firstInFirstOut, .lastInFirstOut, .random]

  /// A quantity of one network minus that of another, replication by replication: mean and
  /// standard error.
  private func difference(
    of other: NetworkInputs,
    from first: NetworkInputs,
    _ value: (NetworkReadings) -> Int
  ) throws -> (mean: Double, error: Double) {
    let (before, after) = (try SmallNetworks.run(first), try SmallNetworks.run(other))
    let changes = zip(before, after).map { Double(value($1) - value($0)) }
    let mean = changes.reduce(0, +) / Double(changes.count)
    let squares = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(changes.count * (changes.count - 1))).squareRoot())
  }

  /// A busy station whose customers give up.
  private func station(
    _ servers: Int,
    _ discipline: Discipline,
    patience: Law
  ) throws -> NetworkInputs {
    try SmallNetworks.station(
      rate: 1.1 * Double(servers),
      servers: .count(servers),
      service: .lognormal(mean: 1, cv: 1.5),
      discipline: discipline,
      patience: patience,
      length: 400
    )
  }

  @Test("If all wait longer before they give up, no more give up", arguments: [1, 3], disciplines)
  func laterPatience(_ servers: Int, _ discipline: Discipline) throws {
    // A law's scale multiplies every draw, so each customer's own patience is multiplied.
    for (small, large) in [(0.5, 0.75), (1, 8)] {
      let laws: [(Law, Law)] = [
        (try .exponential(mean: small), try .exponential(mean: large)),
        (try .deterministic(small), try .deterministic(large)),
      ]
      for (short, long) in laws {
        let change = try difference(
          of: try station(servers, discipline, patience: long),
          from: try station(servers, discipline, patience: short)
        ) { $0.nodes[0].all.reneged }
        #expect(change.mean <= 4 * change.error, "\(short) \(long): \(change)")
        // Eight times the patience does not go unnoticed.
        if large == 8 * small { #expect(change.mean < -4 * change.error, "\(change)") }
      }
    }
  }

  @Test("With more room no more are refused", arguments: [1, 3], disciplines)
  func moreRoom(_ servers: Int, _ discipline: Discipline) throws {
    func station(_ waiting: Int, _ service: Law) throws -> NetworkInputs {
      try SmallNetworks.station(
        rate: 0.95 * Double(servers),
        servers: .count(servers),
        service: service,
        room: .waiting(waiting),
        discipline: discipline,
        length: 400
      )
    }
    let laws: [Law] = [try .deterministic(1), try .lognormal(mean: 1, cv: 3)]
    for law in laws {
      for (small, large) in [(0, 1), (1, 4)] {
        let change = try difference(of: try station(large, law), from: try station(small, law)) {
          $0.nodes[0].all.refused
        }
        #expect(change.mean <= 4 * change.error, "\(law), \(small) to \(large): \(change)")
        if small == 0 { #expect(change.mean < -4 * change.error, "\(change)") }
      }
    }
  }

  @Test("In a tandem with returns, too, patience and room help on average")
  func tandem() throws {
    func tandem(patience: Double, room: Int) throws -> NetworkInputs {
      var inputs = try SmallNetworks.station(
        rate: 0.9,
        service: .exponential(mean: 0.8),
        patience: .exponential(mean: patience),
        next: .to("ward"),
        length: 1500
      )
      let back = Routing.Share(chance: 0.2, way: .to("station"))
      inputs.nodes.append(
        NodeInputs(
          id: "ward",
          kind: .station(
            StationNodeInputs(servers: .count(2), service: .all(try .exponential(mean: 2)))
          ),
          room: .waiting(room),
          next: .all(.split([back]))
        )
      )
      return inputs
    }
    let plain = try tandem(patience: 2, room: 1)
    let patient = try difference(of: try tandem(patience: 4, room: 1), from: plain) {
      $0.all.reneged
    }
    #expect(patient.mean < -4 * patient.error)
    let roomy = try difference(of: try tandem(patience: 2, room: 3), from: plain) {
      $0.all.refused
    }
    #expect(roomy.mean < -4 * roomy.error)
  }
}
