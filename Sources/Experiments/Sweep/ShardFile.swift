/// A shard as its file holds it, with everything that `Shard.text` writes.
struct ShardFile: Decodable {
  /// What tells one version from another.
  struct Head: Decodable {
    let schema: String
  }

  private let body: String
  private let brokenIdentities: [IdentityTable]
  private let events: UInt64
  private let fingerprint: String
  private let key: String
  private let ledger: [String]
  private let point: Int
  private let policy: Int
  private let policyName: String
  private let readings: ReadingBlock
  private let replication: Int
  private let schema: String
  private let seed: UInt64
  private let task: Int
  private let values: [Shard.Value]

  /// What it says; `nil` when it is of another schema or its readings do not fit together.
  ///
  /// - Parameter text: What it was read from.
  /// - Returns: The shard.
  func shard(as text: String) -> Shard? {
    guard schema == Shard.currentSchema, let readings = readings.readings else { return nil }
    let rows = ledger.compactMap(Shard.LedgerRow.init(line:))
    guard rows.count == ledger.count else { return nil }
    return Shard(
      Shard.Numbers(
        events: events,
        fingerprint: fingerprint,
        readings: readings,
        ledger: rows,
        brokenIdentities: brokenIdentities
      ),
      key: key,
      at: Shard.Address(
        task: task,
        point: point,
        policy: policy,
        policyName: policyName,
        replication: replication,
        seed: seed,
        values: values
      ),
      body: body,
      text: text
    )
  }
}
