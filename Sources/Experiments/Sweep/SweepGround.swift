/// What the page of a sweep tells about its study, beside the numbers.
public struct SweepGround: Sendable {
  /// What was compared, nothing varied.
  public let study: StudyTable
  /// What the plans promise.
  public let targets: [Target]
  /// Where the figures of the county came from.
  public let sources: [SourceTable]

  /// Of the study on which a sweep stands.
  public init(of study: Study) {
    self.init(
      study: StudyTable(of: study),
      targets: study.targets,
      sources: study.sources.map(SourceTable.init)
    )
  }

  /// From its parts.
  public init(study: StudyTable, targets: [Target], sources: [SourceTable]) {
    self.study = study
    self.targets = targets
    self.sources = sources
  }
}
