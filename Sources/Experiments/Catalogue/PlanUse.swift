public import CountyModel

/// Where the shipped scenarios speak of plan rows.
public struct PlanUse: Sendable {
  /// A policy: what it pulls and which rows it names.
  public struct PolicyUse: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// Paths of the levers it moves off neutral.
    public let levers: [String]
    /// Rows it names.
    public let rows: [String]

    /// What a policy file pulls.
    public init(_ policy: Policy) {
      id = policy.id
      levers = policy.settings.filter { !$0.course.isNeutral }.map(\.path)
      rows = policy.plan
    }
  }

  /// A target of a study.
  public struct TargetUse: Sendable, Hashable {
    /// The study.
    public let study: String
    /// The measure that is judged.
    public let measure: String
    /// Rows that promise it.
    public let rows: [String]

    /// A target of a study.
    public init(study: String, _ target: Target) {
      self.study = study
      measure = target.measure
      rows = target.plan
    }
  }

  /// A figure of a county that comes from a plan.
  public struct FigureUse: Sendable, Hashable {
    /// English name of the county.
    public let county: String
    /// Path of the figure.
    public let path: String
    /// Rows that its provenance names.
    public let rows: [String]

    /// A figure of a county; `nil` when its provenance names no id.
    public init?(county: String, _ figure: FigureSource) {
      guard let id = figure.id else { return nil }
      self.county = county
      path = figure.path
      rows = id.split(whereSeparator: { "; ,".contains($0) }).map(String.init)
    }
  }

  /// The policies that studies run, in order of their files.
  public let policies: [PolicyUse]
  /// The targets of all studies.
  public let targets: [TargetUse]
  /// The figures of all counties.
  public let figures: [FigureUse]

  /// What the scenarios say.
  public init(policies: [PolicyUse], targets: [TargetUse], figures: [FigureUse]) {
    self.policies = policies
    self.targets = targets
    self.figures = figures
  }
}
