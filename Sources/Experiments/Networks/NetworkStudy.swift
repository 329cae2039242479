public import NetworkModel

/// A network of queues to be simulated, and the files it was read from.
public struct NetworkStudy: Sendable {
  /// Its name, for folders and results.
  public let id: String
  /// The network, with its seed and replications.
  public let inputs: NetworkInputs
  /// The files that were read.
  public let files: [InputFile]
  /// Into how many batches its only replication is cut, 3 or more; nothing where replications stand
  /// for themselves.
  public private(set) var batches: Int?

  /// A study of a network.
  public init(id: String, inputs: NetworkInputs, files: [InputFile]) {
    self.id = id
    self.inputs = inputs
    self.files = files
  }

  /// The same network with another seed, another number of replications, with records, or with its
  /// first replication alone, cut into batches.
  public func with(
    seed: UInt64? = nil,
    replications: Int? = nil,
    records: RunInputs.Records? = nil,
    batches: Int? = nil
  ) -> NetworkStudy {
    var inputs = inputs
    if let seed { inputs.run.seed = seed }
    if let replications { inputs.run.replications = replications }
    if let records { inputs.run.records = records }
    if batches ?? self.batches != nil { inputs.run.replications = 1 }
    var study = NetworkStudy(id: id, inputs: inputs, files: files)
    study.batches = batches ?? self.batches
    return study
  }
}
