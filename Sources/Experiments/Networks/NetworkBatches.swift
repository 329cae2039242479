internal import NetworkModel

extension NetworkReplication {
  /// Runs the first replication and keeps the numbers of each batch apart, with the visits of all.
  ///
  /// A batch in which the replication ended early is shorter than the others and is left out.
  ///
  /// - Parameters:
  ///   - plan: The network.
  ///   - batches: Into how many equal stretches the measured time is cut; 1 or more.
  ///   - ended: Called after each batch.
  /// - Returns: The quantities in their order, and what the replication left behind.
  /// - Throws: `CancellationError` when the task is cancelled between batches.
  static func run(
    _ plan: NetworkPlan,
    inBatches batches: Int,
    after ended: () -> Void
  ) throws -> (quantities: [NetworkQuantity], left: NetworkReplication) {
    var quantities: [NetworkQuantity] = []
    var samples: [[Double?]] = []
    var visits: [VisitRecord] = []
    var last: NetworkReadings?
    try Network(plan, replication: 0).runBatches(batches) { readings in
      try Task.checkCancellation()
      let values = NetworkValues(plan, readings).values
      quantities = values.map(\.quantity)
      if readings.ending == .horizon {
        samples.append(values.map(\.value))
        ended()
      }
      visits += readings.visits
      last = readings
    }
    guard var last else { preconditionFailure("a run without batches") }
    last.visits = visits
    return (quantities, NetworkReplication(last, samples, of: plan.inputs))
  }
}
