internal import Engine
public import NetworkModel

/// What one replication of a network left behind.
public struct NetworkReplication: Sendable {
  /// How it ended.
  public let ending: NetworkReadings.Ending
  /// The nodes that were full when it stopped by deadlock.
  public let fullNodes: [String]
  /// Events handled, warm-up included.
  public let events: UInt64
  /// A hash of all events in their order.
  public let fingerprint: UInt64
  /// The visits that ended, if they were asked for.
  public let visits: [VisitRecord]
  /// Its numbers, each list in step with the quantities of the table: one list for the whole
  /// replication, or one for each batch that came to its end.
  public let samples: [[Double?]]
}

/// A network that was run.
public struct NetworkOutcome: Sendable {
  /// The summary over replications or batches.
  public let table: NetworkTable
  /// What each replication left behind, in their order.
  public let replications: [NetworkReplication]
  /// What the run was made from and what it ran on.
  public let manifest: NetworkManifest
}

extension NetworkStudy {
  /// Runs all replications, a few at a time, and summarises them.
  ///
  /// Results are placed by replication, never by who finished first, so that the number of threads
  /// changes nothing but the wait.
  ///
  /// - Parameters:
  ///   - threads: Replications at a time; 1 or more.
  ///   - progress: Called from any thread with the number of replications, or of batches, that have
  ///     ended.
  /// - Returns: What they left behind.
  /// - Throws: `NetworkProblems` when the network cannot be, `CancellationError` when the task is
  ///   cancelled between replications or batches.
  public func run(
    threads: Int,
    progress: @escaping @Sendable (_ finished: Int) -> Void
  ) async throws -> NetworkOutcome {
    let clock = RunClock()
    let plan = try NetworkPlan(inputs)
    let count = ReplicationCount(report: progress)
    let jobs = Array(0..<UInt32(inputs.run.replications))
    let runs = try await ReplicationPool.gather(jobs, threads: threads) { replication in
      try Task.checkCancellation()
      if let batches {
        return try NetworkReplication.run(plan, inBatches: batches, after: count.add)
      }
      let readings = Network(plan, replication: replication).run()
      let values = NetworkValues(plan, readings).values
      count.add()
      return (
        quantities: replication == 0 ? values.map(\.quantity) : [],
        left: NetworkReplication(readings, [values.map(\.value)], of: inputs)
      )
    }
    let replications = runs.map(\.left)
    let events = replications.reduce(0) { $0 + $1.events }
    return NetworkOutcome(
      table: NetworkTable(of: self, runs[0].quantities, replications),
      replications: replications,
      manifest: NetworkManifest(
        contract: NetworkManifest.Contract(of: self),
        environment: clock.environment(threads: threads, events: events)
      )
    )
  }
}

extension NetworkReplication {
  init(_ readings: NetworkReadings, _ samples: [[Double?]], of inputs: NetworkInputs) {
    ending = readings.ending
    events = readings.events
    fingerprint = readings.fingerprint
    visits = readings.visits
    self.samples = samples
    guard case .deadlock = readings.ending else {
      fullNodes = []
      return
    }
    fullNodes = zip(inputs.nodes, readings.nodes).compactMap { node, readings in
      guard node.whenFull == .block, let places = node.places else { return nil }
      return readings.present.level >= places ? node.id : nil
    }
  }
}

extension NodeInputs {
  /// How many may be present; nothing where everybody may.
  fileprivate var places: Int? {
    switch room {
    case .unlimited: return nil
    case .places(let places): return places
    case .waiting(let waiting):
      guard case .station(let station) = kind else { return nil }
      switch station.servers {
      case .count(let count): return count + waiting
      case .each(let servers): return servers.count + waiting
      case .shifts(let shifts): return (shifts.steps.map(\.servers).max() ?? 0) + waiting
      case .unlimited, .pools: return nil
      @unknown default: return nil
      }
    @unknown default: return nil
    }
  }
}
