public import NetworkModel

/// A network of queues to be simulated, and the files it was read from.
public struct NetworkStudy: Sendable {
  /// Its name, for folders and results.
  public let id: String
  /// The network, with its seed and replications.
  public let inputs: NetworkInputs
  /// The files that were read.
  public let files: [InputFile]

  /// A study of a network.
  public init(id: String, inputs: NetworkInputs, files: [InputFile]) {
    self.id = id
    self.inputs = inputs
    self.files = files
  }

  /// The same network with another seed, another number of replications, or with records.
  public func with(
    seed: UInt64? = nil,
    replications: Int? = nil,
    records: RunInputs.Records? = nil
  ) -> NetworkStudy {
    var inputs = inputs
    if let seed { inputs.run.seed = seed }
    if let replications { inputs.run.replications = replications }
    if let records { inputs.run.records = records }
    return NetworkStudy(id: id, inputs: inputs, files: files)
  }
}
