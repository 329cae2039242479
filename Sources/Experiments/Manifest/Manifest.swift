/// What a run was made from and what it ran on.
public struct Manifest: Codable, Sendable, Hashable {
  /// What decides the numbers: equal contracts give equal numbers.
  public let contract: Contract
  /// What does not: threads, time, memory.
  public let environment: Environment

  /// A manifest from its two parts.
  public init(contract: Contract, environment: Environment) {
    self.contract = contract
    self.environment = environment
  }

  /// The part without host, path, time or thread count.
  public struct Contract: Codable, Sendable, Hashable {
    /// Schema of this part.
    public let schema: String
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
    /// Instruction set level that the mathematical library may dispatch on, such as `x86-64-v3`.
    public let cpuFeatureClass: String
    /// Seed of every draw.
    public let seed: UInt64
    /// Replications of each policy.
    public let replications: Int
    /// Policies by name, baseline first.
    public let policies: [String]
    /// First measured day.
    public let start: String
    /// First day after the run.
    public let end: String
    /// Days before `start`.
    public let warmUpDays: Int
    /// The files that were read.
    public let files: [InputFile]
  }

  /// The part that differs from one machine and one day to the next.
  public struct Environment: Codable, Sendable, Hashable {
    /// Threads that ran replications.
    public let threads: Int
    /// When the run began, in UTC.
    public let startedAt: String
    /// Seconds from the first to the last replication.
    public let wallSeconds: Double
    /// Processor seconds of all threads.
    public let processorSeconds: Double
    /// Largest resident set of the process.
    public let peakMemoryBytes: Int
    /// Events handled by one core in one processor second.
    public let eventsPerSecondPerCore: Double
  }
}
