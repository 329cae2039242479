/// Which unknown figure would most change one verdict.
public struct ValueRow: Encodable, Sendable {
  /// Place of the point in the inner design.
  public let point: Int
  /// The `id` of the policy.
  public let policy: String
  /// The `id` of the target.
  public let target: String
  /// Outer points that had something to measure.
  public let points: Int
  /// One for each uncertain input, in the order of the axes.
  public let inputs: [Input]

  /// What knowing one input would be worth.
  public struct Input: Encodable, Sendable {
    /// Path of the input.
    public let path: String
    /// Expected absolute change of the chance of meeting the target, 0 to 1.
    public let change: Double
    /// Fall of the chance that today's verdict is wrong: EVPPI for a loss of 1.
    public let doubt: Double
    /// EVPPI for a loss that grows with the margin, in the unit of the measure.
    public let loss: Double
    /// Part of the margin's variance that the input explains.
    public let explained: Double
  }

  init?(_ results: SweepResults, _ target: Target, point: Int, policy: Int) {
    let manifest = results.manifest
    let axes = manifest.uncertainAxes
    var values: [[Double]] = []
    var margins: [Double] = []
    for outer in 0..<(manifest.design.outer ?? 0) {
      let place = manifest.place(ofPoint: point, outer: outer)
      let found = results.margins(of: target, place: place, policy: policy)
      guard !found.isEmpty else { continue }
      margins.append(Sample(found).mean)
      values.append(manifest.uncertainValues(ofPlace: place))
    }
    let inputs = axes.enumerated().compactMap { column, axis in
      ValueOfInformation(of: values.map { $0[column] }, margins: margins)
        .map { Input(path: axis.path, $0) }
    }
    guard !inputs.isEmpty, inputs.count == axes.count else { return nil }
    self.point = point
    self.policy = manifest.policies[policy].id
    self.target = target.id
    points = margins.count
    self.inputs = inputs
  }
}

extension ValueRow.Input {
  fileprivate init(path: String, _ value: ValueOfInformation) {
    self.path = path
    change = DecimalText.rounded(value.change)
    doubt = DecimalText.rounded(value.doubt)
    loss = DecimalText.rounded(value.loss)
    explained = DecimalText.rounded(value.explained)
  }
}
