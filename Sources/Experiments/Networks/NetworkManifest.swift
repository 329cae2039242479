internal import NetworkModel

/// What a run of a network was made from and what it ran on.
public struct NetworkManifest: Codable, Sendable, Hashable {
  /// What decides the numbers: equal contracts give equal numbers.
  public let contract: Contract
  /// What does not: threads, time, memory.
  public let environment: Manifest.Environment

  /// The part without host, path, time or thread count.
  public struct Contract: Codable, Sendable, Hashable {
    /// Schema of this part.
    public let schema: String
    /// The `id` of the network.
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
    /// Replications.
    public let replications: Int
    /// Into how many batches the only replication was cut; nothing where it was not.
    public let batches: Int?
    /// The files that were read.
    public let files: [InputFile]

    init(of study: NetworkStudy) {
      schema = "countyflow/network-manifest/1"
      self.study = study.id
      program = Versions.program
      model = Versions.model
      swift = Versions.swift
      gsl = Versions.gsl
      libc = Versions.libc
      cpuFeatureClass = CPUFeatureClass.current
      seed = study.inputs.run.seed
      replications = study.inputs.run.replications
      batches = study.batches
      files = study.files.sorted { $0.name < $1.name }
    }
  }
}
