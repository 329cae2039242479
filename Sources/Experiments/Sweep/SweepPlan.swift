/// A sweep ready to run: its manifest, and the study of every point.
public struct SweepPlan: Sendable {
  /// What the sweep is made of.
  public private(set) var manifest: SweepManifest
  /// The study of each point that may be run, its policies those of the manifest.
  private let studies: [Int: Study]

  /// A plan from its parts; points that are not run here may have no study.
  public init(_ manifest: SweepManifest, studies: [Int: Study]) {
    self.manifest = manifest
    self.studies = studies
  }

  /// The study of a point.
  ///
  /// - Precondition: the plan was made for this point.
  func study(ofPoint point: Int) -> Study {
    guard let study = studies[point] else {
      preconditionFailure("the plan was not made for point \(point)")
    }
    return study
  }

  /// The same plan with one more round.
  public func appending(_ round: SweepManifest.Round) -> SweepPlan {
    var plan = self
    plan.manifest = manifest.appending(round)
    return plan
  }

  /// The same studies under a manifest that has come further.
  public func replacing(manifest: SweepManifest) -> SweepPlan {
    SweepPlan(manifest, studies: studies)
  }
}
