/// What one task of a sweep left behind: one point, one policy, one replication.
///
/// A shard is a pure function of its key: nothing in it tells of threads, hosts, paths or times.
/// `body` seals the rest, so that a shard which was cut off or changed is never believed.
public struct Shard: Sendable, Hashable {
  /// The schema of this version.
  public static let currentSchema = "countyflow/shard/3"

  /// SHA-256 over the resolved scenario of the point and policy, the versions, seed, replication and
  /// shortest periods.
  public let key: String
  /// Number of the task in its sweep, from 0.
  public let task: Int
  /// Place of the point in the design, from 0.
  public let point: Int
  /// Place of the policy in the sweep; 0 is the baseline.
  public let policy: Int
  /// The `id` of the policy.
  public let policyName: String
  /// Number of the replication, from 0.
  public let replication: Int
  /// Seed of every draw.
  public let seed: UInt64
  /// What was varied, and to what.
  public let values: [Value]
  /// Events handled, warm-up included.
  public let events: UInt64
  /// Hash of the event log, 16 hexadecimal digits.
  public let fingerprint: String
  /// Every measure that had something to measure, by place and period.
  public let readings: [Reading]
  /// The two-way ledger of referrals, by year.
  public let ledger: [LedgerRow]
  /// Identities that do not hold; empty in a sound run.
  public let brokenIdentities: [IdentityTable]
  /// SHA-256 of the canonical JSON of everything else.
  public let body: String
  /// The shard as its file holds it: one line of canonical JSON, keys sorted.
  ///
  /// `body` sorts first, so the seal can be checked on the bytes as they are: it is the SHA-256 of
  /// `{` and all that follows the first comma.
  public let text: String

  /// The shortest periods whose readings are kept.
  public enum Detail: String, Codable, Sendable, CaseIterable {
    /// Years and quarters.
    case quarters
    /// Months too: seven in ten of all readings.
    case months
  }

  /// One value of a point.
  public struct Value: Codable, Sendable, Hashable {
    /// Path of the lever or input.
    public let path: String
    /// The value, in the unit of the model: shares from 0 to 1.
    public let value: Double

    /// A value from its parts.
    public init(path: String, value: Double) {
      self.path = path
      self.value = value
    }
  }

  /// One measure over one period.
  public struct Reading: Sendable, Hashable {
    /// The `id` of the measure.
    public let measure: String
    /// English name of the county within a region, or `id` of a settlement; `nil` for the whole.
    public let place: String?
    /// Tier of facilities; `nil` for all.
    public let tier: String?
    /// `2024`, `2024Q1` or `2024-01`.
    public let period: String
    /// Sum that stands above the line, before the factor of the unit; `nil` for a percentile.
    public let numerator: Int64?
    /// Sum below the line; days of the period for a rate per year; number of observations for a
    /// percentile; `nil` for a level.
    public let denominator: Int64?
    /// The value, with ten significant digits.
    public let value: Double

    /// A reading from its parts.
    public init(
      measure: String,
      place: String? = nil,
      tier: String? = nil,
      period: String,
      numerator: Int64?,
      denominator: Int64?,
      value: Double
    ) {
      self.measure = measure
      self.place = place
      self.tier = tier
      self.period = period
      self.numerator = numerator
      self.denominator = denominator
      self.value = value
    }
  }

  /// The numbers of a run, and where in a sweep they belong.
  ///
  /// - Throws: `ShardProblem.notFinite` for a reading that is no number.
  public init(_ numbers: Numbers, key: String, at address: Address) throws(ShardProblem) {
    if let wrong = numbers.readings.first(where: { !$0.value.isFinite }) {
      throw .notFinite(measure: wrong.measure, period: wrong.period)
    }
    self.init(numbers, sealedUnder: key, at: address)
  }

  /// The same numbers at another place of a sweep, for work that is done once and used twice.
  public func moved(to address: Address) -> Shard {
    Shard(numbers, sealedUnder: key, at: address)
  }

  private init(_ numbers: Numbers, sealedUnder key: String, at address: Address) {
    let unsealed = Self.unsealedText(numbers, key: key, at: address)
    let body = SHA256.hexadecimal(Array(unsealed.utf8))
    let text = "{\"body\":\"\(body)\"," + unsealed.dropFirst() + "\n"
    self.init(numbers, key: key, at: address, body: body, text: text)
  }

  /// Numbers under a seal that is known to fit.
  init(_ numbers: Numbers, key: String, at address: Address, body: String, text: String) {
    self.key = key
    task = address.task
    point = address.point
    policy = address.policy
    policyName = address.policyName
    replication = address.replication
    seed = address.seed
    values = address.values
    events = numbers.events
    fingerprint = numbers.fingerprint
    readings = numbers.readings
    ledger = numbers.ledger
    brokenIdentities = numbers.brokenIdentities
    self.body = body
    self.text = text
  }
}

/// Why a shard cannot be believed or made.
public enum ShardProblem: Error, Sendable, Hashable {
  /// A folder, in whose place no file can be put.
  case folder
  /// A link that leads nowhere.
  case deadLink
  /// A file that this user may not read.
  case closed
  /// Not JSON of a shard, or cut off.
  case unreadable
  /// Of another schema.
  case otherSchema(String)
  /// The seal does not fit the content.
  case brokenSeal
  /// Sound, but of other work than was asked for.
  case wrongKey(found: String)
  /// Of the work that was asked for, but of another place in the sweep than the manifest says.
  case otherPlace(Shard.Address.Difference)
  /// A reading that is no number.
  case notFinite(measure: String, period: String)
}
