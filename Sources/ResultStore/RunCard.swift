public import Experiments

/// What a store is of: everything that is known before the first replication has been run.
public struct RunCard: Sendable {
  /// What was asked for.
  enum Kind: String, Sendable { case study, sweep }

  let kind: Kind
  let id: String
  let zh: String
  let en: String
  let note: String
  let seed: UInt64
  let program: String
  let model: String
  /// Canonical JSON of what decides the numbers.
  let contract: String
  /// Canonical JSON of what reports need beside the numbers; empty for a sweep.
  let outline: String
  let files: [InputFile]
  let sources: [SourceTable]
  let measures: [MeasureTable]
  let policies: [SweepManifest.PolicyName]
  let points: [Point]

  /// One assignment of values.
  struct Point: Sendable {
    let outer: Int?
    let values: [Shard.Value]
    /// SHA-256 of the resolved scenario, by policy; empty when it is not known.
    let scenarios: [String]
  }

  /// Of a study that was run at one point.
  init(of table: OutcomeTable) throws(StoreProblem) {
    kind = .study
    (id, zh, en) = (table.study.id, table.study.zh, table.study.en)
    note = table.study.note
    seed = table.study.seed
    program = table.manifest.program
    model = table.manifest.model
    contract = try Self.json(table.manifest)
    outline = try Self.json(table.outline)
    files = table.manifest.files
    sources = table.sources
    measures = table.measures
    policies = table.policies.map { SweepManifest.PolicyName(id: $0.id, zh: $0.zh, en: $0.en) }
    points = [Point(outer: nil, values: [], scenarios: [])]
  }

  /// Of a sweep; rounds that are appended later belong to the same store.
  ///
  /// - Parameters:
  ///   - manifest: What the sweep is made of.
  ///   - sources: Where the figures of its counties came from, nothing varied.
  /// - Throws: `StoreProblem.notFinite` for a contract that JSON cannot hold.
  public init(of manifest: SweepManifest, sources: [SourceTable]) throws(StoreProblem) {
    kind = .sweep
    (id, zh, en) = (manifest.id, manifest.zh, manifest.en)
    note = manifest.note
    seed = manifest.contract.seed
    program = manifest.contract.program
    model = manifest.contract.model
    contract = try Self.json(manifest.contract)
    outline = ""
    files = manifest.contract.files
    self.sources = sources
    measures = MeasureTable.declared
    policies = manifest.policies
    points = manifest.points.map { point in
      Point(
        outer: point.outer,
        values: zip(manifest.axes, point.values).map { Shard.Value(path: $0.path, value: $1) },
        scenarios: point.scenarios
      )
    }
  }

  /// Places of measures by their names, as the table of measures numbers them.
  var measurePlaces: [String: Int64] {
    Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1.id, Int64($0)) })
  }

  /// A number that belongs to this run alone, mixed into the seal of every row.
  var salt: UInt64 { Self.salt(kind: kind.rawValue, id: id, contract: contract) }

  static func salt(kind: String, id: String, contract: String) -> UInt64 {
    SHA256.hash("\(kind)\n\(id)\n\(contract)".utf8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func json(_ value: some Encodable) throws(StoreProblem) -> String {
    do {
      return try CanonicalJSON.text(of: value)
    } catch {
      throw .notFinite(task: 0, measure: "an input", period: "the manifest")
    }
  }
}

extension MeasureTable {
  /// The tier of facilities that a measure speaks of, by its name; empty for all.
  var tier: String {
    let tiers = ["village", "township", "private", "grassroots", "county", "city"]
    return id.split(separator: ".").dropFirst().first { tiers.contains(String($0)) }
      .map(String.init) ?? ""
  }
}
