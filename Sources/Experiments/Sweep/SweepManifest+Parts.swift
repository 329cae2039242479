extension SweepManifest {
  /// What decides the numbers of every task: equal contracts and points give equal shards.
  public struct Contract: Codable, Sendable, Hashable {
    /// The `id` of the study.
    public let study: String
    /// Version of the program.
    public let program: String
    /// Version of the model: raised when a published number moves.
    public let model: String
    /// Version of the compiler.
    public let swift: String
    /// Version of the GNU Scientific Library.
    public let gsl: String
    /// Version of the C library, whose `log` and `exp` the model uses.
    public let libc: String
    /// Instruction set level that the mathematical library may dispatch on.
    public let cpuFeatureClass: String
    /// Seed of every draw.
    public let seed: UInt64
    /// First measured day.
    public let start: String
    /// First day after the run.
    public let end: String
    /// Days before `start`.
    public let warmUpDays: Int
    /// The files that were read, by name and hash, in the order of their names.
    public let files: [InputFile]
  }

  /// How the points came about.
  public struct Design: Codable, Sendable, Hashable {
    /// The name of a `SweepDesign.Kind`.
    public let kind: String
    /// Points of the design, uncertain inputs not counted.
    public let points: Int
    /// Points of the outer design over uncertain inputs; `nil` without any.
    public let outer: Int?

    /// A design from its parts.
    public init(kind: String, points: Int, outer: Int?) {
      self.kind = kind
      self.points = points
      self.outer = outer
    }
  }

  /// What is varied along one axis.
  public struct Axis: Codable, Sendable, Hashable {
    /// What an axis moves.
    public enum Kind: String, Codable, Sendable {
      /// A lever of every policy but the baseline.
      case lever
      /// A figure of the county.
      case input
      /// A whole policy: 1 where it is in force, 0 where not.
      case policy
    }

    /// Path of the lever or input, or `policies.ID`; no two axes of a sweep have the same.
    ///
    /// An input whose own path is that of a lever too bears `county.` before it.
    public let path: String
    /// What it moves.
    public let kind: Kind
    /// Chinese title.
    public let zh: String
    /// English title.
    public let en: String
    /// Unit, by the name of a `FigureUnit`; `nil` for a policy.
    public let unit: String?
    /// First day of a lever that its policy does not pull already.
    public let from: String?
    /// Days from neutral to the full level of such a lever.
    public let rampDays: Int?
    /// Path of the policy file, relative to the manifest.
    public let file: String?
    /// Whether the axis belongs to the outer design over uncertain inputs.
    public let isUncertain: Bool
    /// Where the range of an uncertain input comes from.
    public let source: String?
    /// Least value of a range, in the unit of the model; `nil` for listed values.
    public let low: Double?
    /// Greatest value of a range.
    public let high: Double?

    /// An axis from its parts.
    public init(
      path: String,
      kind: Kind,
      zh: String,
      en: String,
      unit: String?,
      from: String? = nil,
      rampDays: Int? = nil,
      file: String? = nil,
      isUncertain: Bool = false,
      source: String? = nil,
      range: ClosedRange<Double>? = nil
    ) {
      self.path = path
      self.kind = kind
      self.zh = zh
      self.en = en
      self.unit = unit
      self.from = from
      self.rampDays = rampDays
      self.file = file
      self.isUncertain = isUncertain
      self.source = source
      low = range?.lowerBound
      high = range?.upperBound
    }
  }

  /// A policy by its names.
  public struct PolicyName: Codable, Sendable, Hashable {
    /// Short stable name.
    public let id: String
    /// Chinese title.
    public let zh: String
    /// English title.
    public let en: String

    /// A policy by its names.
    public init(id: String, zh: String, en: String) {
      self.id = id
      self.zh = zh
      self.en = en
    }
  }

  /// One assignment of values.
  public struct Point: Codable, Sendable, Hashable {
    /// One value for each axis, in the unit of the model.
    public let values: [Double]
    /// Place of the outer point, from 0; `nil` without uncertain inputs.
    public let outer: Int?
    /// Constants of the choice solved for this point, by name; `nil` for those of the county.
    public let solved: [String: Double]?
    /// SHA-256 of the resolved scenario, by policy.
    public let scenarios: [String]

    /// A point from its parts.
    public init(values: [Double], outer: Int?, solved: [String: Double]?, scenarios: [String]) {
      self.values = values
      self.outer = outer
      self.solved = solved
      self.scenarios = scenarios
    }
  }

  /// When enough replications have been run.
  public struct Precision: Codable, Sendable, Hashable {
    /// The `id` of the measure that must be known this well.
    public let measure: String
    /// Largest half width of its 95 % interval, as a share of its mean.
    public let relative: Double
    /// Fewest replications of a point.
    public let from: Int
    /// Most replications of a point.
    public let to: Int

    /// A rule from its parts.
    public init(measure: String, relative: Double, from: Int, to: Int) {
      self.measure = measure
      self.relative = relative
      self.from = from
      self.to = to
    }
  }

  /// When the best of all points and policies has been found.
  public struct Best: Codable, Sendable, Hashable {
    /// The `id` of the measure by which they are compared, in its own better direction.
    public let measure: String
    /// The least difference that matters, in the unit of the measure; above 0.
    public let indifference: Double
    /// Probability of choosing the best one if it leads every other by `indifference` or more.
    public let confidence: Double
    /// Replications before the first one is dropped.
    public let from: Int
    /// Most replications of a point and policy.
    public let to: Int

    /// A rule from its parts.
    public init(measure: String, indifference: Double, confidence: Double, from: Int, to: Int) {
      self.measure = measure
      self.indifference = indifference
      self.confidence = confidence
      self.from = from
      self.to = to
    }
  }

  /// Some replications of some points.
  public struct Round: Codable, Sendable, Hashable {
    /// Number of its first task.
    public let firstTask: Int
    /// Number of its first replication.
    public let firstReplication: Int
    /// Replications of each point and policy.
    public let replications: Int
    /// Places of its points, in order.
    public let points: [Int]
    /// Places of the policies that its points run, in order; `nil` for all of the sweep.
    public let policies: [Int]?

    /// A round from its parts.
    public init(
      firstTask: Int,
      firstReplication: Int,
      replications: Int,
      points: [Int],
      policies: [Int]? = nil
    ) {
      self.firstTask = firstTask
      self.firstReplication = firstReplication
      self.replications = replications
      self.points = points
      self.policies = policies
    }

    /// Tasks of the round, in a sweep of so many policies.
    public func taskCount(policies count: Int) -> Int {
      points.count * (policies?.count ?? count) * replications
    }
  }
}
