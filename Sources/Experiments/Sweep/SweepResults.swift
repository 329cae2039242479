internal import CountyModel

/// The annual values of all shards of a sweep, by point, policy and replication.
public struct SweepResults: Sendable {
  /// What the sweep is made of.
  public let manifest: SweepManifest
  /// Years that are measured, in order.
  public let years: [Int]
  /// The measures, in the order of the model.
  public let measures: [MeasureTable]
  /// Place of each measure among them.
  private let places: [String: Int]
  /// Tasks whose shards are sound.
  public private(set) var shards = 0
  /// Tasks without a sound shard, in order.
  public private(set) var missing: [Int] = []
  /// Files that cannot be believed; their tasks are missing.
  public private(set) var damaged: [SweepState.Damage] = []
  /// Tasks in which an identity does not hold.
  public private(set) var broken: [Int] = []
  /// SHA-256 over number and seal of every shard: equal if and only if all numbers are.
  public let contentHash: String
  /// By point and policy, then by replication; absent replications are `nil`.
  ///
  /// All policies of a point have equally many places, so that they pair.
  private var runs: [[[Run?]]]
  /// Place of the point whose first policy each point's policies are compared with.
  private let firstPolicy: [Int]

  /// Annual values of one run, by measure and year.
  struct Run: Sendable {
    let values: [[Double?]]

    /// Those of the whole county or region, all facilities together.
    init(_ shard: Shard, rows: [String: Int], columns: [String: Int]) {
      let nothing = [Double?](repeating: nil, count: columns.count)
      var values = [[Double?]](repeating: nothing, count: rows.count)
      for reading in shard.readings where reading.place == nil && reading.tier == nil {
        guard let row = rows[reading.measure], let column = columns[reading.period] else {
          continue
        }
        values[row][column] = reading.value
      }
      self.values = values
    }
  }

  /// Reads all shards; those that are missing or damaged are left out.
  public init(of manifest: SweepManifest, in folder: SweepFolder) {
    self.init(of: manifest, in: folder) { _ in }
  }

  /// Reads all shards and hands each of them on.
  ///
  /// - Parameters:
  ///   - manifest: What the sweep is made of.
  ///   - folder: Where its shards are.
  ///   - take: Is handed every sound shard, in the order of the tasks.
  public init(
    of manifest: SweepManifest,
    in folder: SweepFolder,
    handing take: (Shard) throws -> Void
  ) rethrows {
    self.manifest = manifest
    let declared = Measure.all
    measures = declared.map(MeasureTable.init)
    let years = Self.years(of: manifest.contract)
    self.years = years
    let places = Dictionary(uniqueKeysWithValues: declared.map(\.id).enumerated().map { ($1, $0) })
    self.places = places
    let columns = Dictionary(uniqueKeysWithValues: years.enumerated().map { (String($1), $0) })
    runs = manifest.points.map { _ in manifest.policies.map { _ in [] } }
    var seals = ""
    for task in manifest.tasks {
      let (point, policy) = (task.address.point, task.address.policy)
      let replication = task.address.replication
      while runs[point][policy].count <= replication { runs[point][policy].append(nil) }
      let found: Shard?
      do throws(ShardProblem) {
        found = try folder.shard(of: task)
      } catch {
        damaged.append(SweepState.Damage(file: task.fileName, reason: error.reason))
        found = nil
      }
      guard let shard = found else {
        missing.append(task.number)
        continue
      }
      try take(shard)
      shards += 1
      seals += "\(task.number) \(shard.body)\n"
      if !shard.brokenIdentities.isEmpty { broken.append(task.number) }
      runs[point][policy][replication] = Run(shard, rows: places, columns: columns)
    }
    runs = Self.paired(runs)
    firstPolicy = Self.places(of: manifest, runs)
    contentHash = SHA256.hexadecimal(Array(seals.utf8))
  }

  /// The same runs, each policy of a point with as many places as the one with the most.
  private static func paired(_ runs: [[[Run?]]]) -> [[[Run?]]] {
    runs.map { policies in
      let most = policies.map(\.count).max() ?? 0
      return policies.map { $0 + [Run?](repeating: nil, count: most - $0.count) }
    }
  }

  /// Whether every task of every round is done.
  public var isComplete: Bool { missing.isEmpty }

  /// Tasks of further rounds that the rule of the sweep asks for; `nil` while tasks are missing.
  public var furtherTasks: Int? {
    guard isComplete else { return nil }
    let policies = manifest.policies.count
    return manifest.nextRounds(after: self).reduce(0) { $0 + $1.taskCount(policies: policies) }
  }

  /// One value for each replication.
  public func replications(
    of measure: String,
    point: Int,
    policy: Int,
    year: Int
  ) -> [Double?] {
    guard let row = places[measure], let column = years.firstIndex(of: year) else { return [] }
    return runs[point][policy].map { $0?.values[row][column] }
  }

  /// A measure at a point over a calendar year; `nil` when there was nothing to measure.
  public func estimate(of measure: String, point: Int, policy: Int, year: Int) -> Estimate? {
    let values = replications(of: measure, point: point, policy: policy, year: year)
    return Estimate(ofReplications: values.compactMap(\.self))
  }

  /// A policy minus the first one of the sweep at the same point, paired by replication.
  public func difference(
    of measure: String,
    point: Int,
    policy: Int,
    year: Int
  ) -> PairedDifference? {
    var values = replications(of: measure, point: point, policy: policy, year: year)
    var first = replications(of: measure, point: firstPolicy[point], policy: 0, year: year)
    let most = max(values.count, first.count)
    values += Array(repeating: nil, count: most - values.count)
    first += Array(repeating: nil, count: most - first.count)
    return PairedDifference(values, minus: first)
  }

  /// For each point where the first policy has the most replications of the scenario that it is there.
  ///
  /// A choice of the best runs one of several equal scenarios on and leaves the others; their numbers
  /// are the same.
  private static func places(
    of manifest: SweepManifest,
    _ runs: [[[Run?]]]
  ) -> [Int] {
    guard manifest.best != nil else { return Array(manifest.points.indices) }
    let known = runs.map { policies in policies[0].count { $0 != nil } }
    var longest: [String: Int] = [:]
    for (place, point) in manifest.points.enumerated() {
      if let other = longest[point.scenarios[0]], known[other] >= known[place] { continue }
      longest[point.scenarios[0]] = place
    }
    return manifest.points.enumerated().map { longest[$1.scenarios[0]] ?? $0 }
  }

  /// The point at which a policy has the most finished runs: where to read one that is the same at
  /// every point.
  public func fullestPoint(ofPolicy policy: Int) -> Int {
    let known = runs.map { policies in policies[policy].count { $0 != nil } }
    return known.indices.first { known[$0] == known.max() } ?? 0
  }

  /// The measures that are shown first.
  public var shown: [String] {
    manifest.measures.isEmpty
      ? Headlines.measures.filter { id in measures.contains { $0.id == id } } : manifest.measures
  }

  private static func years(of contract: SweepManifest.Contract) -> [Int] {
    // The end is the first day after the run, and runs end with a quarter.
    let first = Int(contract.start.prefix(4)) ?? 0
    let end = Int(contract.end.prefix(4)) ?? first
    let last = contract.end.hasSuffix("-01-01") ? end - 1 : end
    return Array(first...max(first, last))
  }
}
