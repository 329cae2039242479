internal import NetworkModel

/// A network's numbers over all replications, or over the batches of one.
public struct NetworkTable: Sendable {
  /// The schema of this version.
  public static let currentSchema = "countyflow/network-readings/1"

  /// The `id` of the network.
  public let id: String
  /// What it is called.
  public let title: String
  /// The unit of all times.
  public let timeUnit: String
  /// Names of classes, nodes and pools, in the order of the file.
  public let classes: [String]
  /// Names of the nodes.
  public let nodes: [String]
  /// Names of the shared pools.
  public let pools: [String]
  /// Seed of every draw.
  public let seed: UInt64
  /// Time simulated before anything counted, in the network's unit.
  public let warmUp: Double
  /// Time looked at after it.
  public let length: Double
  /// Percentiles of waits and sojourns, as items name them.
  public let percentiles: [String]
  /// Into how many batches the only replication was cut; nothing where replications stand for
  /// themselves.
  public let batches: Int?
  /// Over how many replications, or batches that came to their end, the numbers are taken.
  public let samples: Int
  /// How each replication ended.
  public let endings: [Ending]
  /// A hash of all events of each replication, in hexadecimal.
  public let fingerprints: [String]
  /// Every quantity with its estimate, in the order of the network.
  public let rows: [Row]
  private let places: [NetworkQuantity: Int]

  /// A quantity and what is known of it.
  public struct Row: Sendable {
    /// The quantity.
    public let quantity: NetworkQuantity
    /// Its estimate; nothing when no replication or batch had anything to measure.
    public let estimate: NetworkEstimate?
    /// Its value in each replication or batch.
    public let values: [Double?]
  }

  /// How a replication ended.
  public enum Ending: Sendable, Hashable {
    /// At its horizon.
    case horizon
    /// By customers who blocked each other for ever: when, and which nodes were full.
    case deadlock(at: Double, full: [String])
    /// When more customers were inside than can be told apart.
    case overcrowded(at: Double)
    /// When customers kept moving without any time passing.
    case standstill(at: Double)
  }

  init(
    of study: NetworkStudy,
    _ quantities: [NetworkQuantity],
    _ replications: [NetworkReplication]
  ) {
    let inputs = study.inputs
    id = study.id
    title = inputs.title
    timeUnit = inputs.timeUnit
    classes = inputs.classes.map(\.id)
    nodes = inputs.nodes.map(\.id)
    pools = inputs.pools.map(\.id)
    seed = inputs.run.seed
    warmUp = inputs.run.warmUp
    length = inputs.run.length
    percentiles = inputs.run.percentiles.map { DecimalText.text(of: $0) }
    batches = study.batches
    let samples = replications.flatMap(\.samples)
    self.samples = samples.count
    endings = replications.map(Ending.init)
    fingerprints = replications.map { replication in
      let digits = String(replication.fingerprint, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    rows = quantities.enumerated().map { place, quantity in
      let values = samples.map { $0[place] }
      return Row(
        quantity: quantity,
        estimate: study.batches == nil
          ? NetworkEstimate(ofReplications: values.compactMap(\.self))
          : NetworkEstimate(ofBatches: values),
        values: values
      )
    }
    places = Dictionary(zip(quantities, quantities.indices)) { first, _ in first }
  }

  /// What is known of a quantity.
  public subscript(_ quantity: NetworkQuantity) -> NetworkEstimate? {
    places[quantity].flatMap { rows[$0].estimate }
  }

  /// The items of a list, in its order; empty when there is no such list at the place.
  public func items(of name: String, at place: NetworkQuantity.Place) -> [String] {
    var items: [String] = []
    for row in rows where row.quantity.place == place && row.quantity.name == name {
      guard let item = row.quantity.item, !items.contains(item) else { continue }
      items.append(item)
    }
    return items
  }

  /// Replications that stopped by deadlock.
  public var deadlocks: [(replication: Int, time: Double, full: [String])] {
    endings.enumerated().compactMap { replication, ending in
      guard case .deadlock(let time, let full) = ending else { return nil }
      return (replication, time, full)
    }
  }

  /// Whether every replication stopped by deadlock before anything counted; or the one that was to be
  /// cut into batches, for whatever reason, before the first of them ended.
  public var showsNothing: Bool {
    if batches != nil { return samples == 0 }
    return deadlocks.count == endings.count && deadlocks.allSatisfy { $0.time <= warmUp }
  }
}

extension NetworkTable.Ending {
  init(_ replication: NetworkReplication) {
    switch replication.ending {
    case .horizon: self = .horizon
    case .deadlock(let time): self = .deadlock(at: time, full: replication.fullNodes)
    case .overcrowded(let time): self = .overcrowded(at: time)
    case .standstill(let time): self = .standstill(at: time)
    @unknown default: self = .horizon
    }
  }
}
