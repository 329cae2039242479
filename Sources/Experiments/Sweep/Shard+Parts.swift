extension Shard {
  /// What was simulated, without its place in a sweep.
  public struct Numbers: Sendable, Hashable {
    /// Events handled, warm-up included.
    public let events: UInt64
    /// Hash of the event log, 16 hexadecimal digits.
    public let fingerprint: String
    /// Measures by place and period.
    public let readings: [Reading]
    /// The two-way ledger of referrals.
    public let ledger: [LedgerRow]
    /// Identities that do not hold.
    public let brokenIdentities: [IdentityTable]

    /// Numbers from their parts.
    public init(
      events: UInt64,
      fingerprint: String,
      readings: [Reading],
      ledger: [LedgerRow],
      brokenIdentities: [IdentityTable]
    ) {
      self.events = events
      self.fingerprint = fingerprint
      self.readings = readings
      self.ledger = ledger
      self.brokenIdentities = brokenIdentities
    }
  }

  /// Where in a sweep a run belongs.
  public struct Address: Sendable, Hashable {
    /// Number of the task.
    public let task: Int
    /// Place of the point.
    public let point: Int
    /// Place of the policy.
    public let policy: Int
    /// The `id` of the policy.
    public let policyName: String
    /// Number of the replication.
    public let replication: Int
    /// Seed of every draw.
    public let seed: UInt64
    /// What was varied, and to what.
    public let values: [Value]

    /// An address from its parts.
    public init(
      task: Int,
      point: Int,
      policy: Int,
      policyName: String,
      replication: Int,
      seed: UInt64,
      values: [Value]
    ) {
      self.task = task
      self.point = point
      self.policy = policy
      self.policyName = policyName
      self.replication = replication
      self.seed = seed
      self.values = values
    }
  }

  /// What was simulated.
  public var numbers: Numbers {
    Numbers(
      events: events,
      fingerprint: fingerprint,
      readings: readings,
      ledger: ledger,
      brokenIdentities: brokenIdentities
    )
  }

  /// Where it belongs.
  public var address: Address {
    Address(
      task: task,
      point: point,
      policy: policy,
      policyName: policyName,
      replication: replication,
      seed: seed,
      values: values
    )
  }

  /// Name of its file: number of the task and the first 16 digits of the key.
  public var fileName: String { Shard.fileName(task: task, key: key) }

  /// Name of the file of a task.
  public static func fileName(task: Int, key: String) -> String {
    let number = String(task)
    let zeros = String(repeating: "0", count: max(0, 6 - number.count))
    return "\(zeros)\(number)-\(key.prefix(16)).json"
  }
}
