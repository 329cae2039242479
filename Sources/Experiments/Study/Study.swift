public import CountyModel
public import Engine
public import Geography

/// What to compare: one county, several policies, the same stretch of time and the same luck.
public struct Study: Sendable {
  /// Short stable name; also names the run folder.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// What every reader must know, for instance that the county is synthetic.
  public let note: String
  /// The county as the model reads it; of a region, its first county.
  public var inputs: CountyInputs
  /// The county as it is laid out; of a region, its first county.
  public let map: CountyMap
  /// The counties of the region, when the study is of one.
  public let region: StudyRegion?
  /// The policies; the first is the baseline of every comparison.
  public let policies: [Policy]
  /// First day that is measured.
  public let start: CivilDate
  /// First day after the run.
  public let end: CivilDate
  /// Days simulated before `start` and not measured.
  public let warmUpDays: Int
  /// Replications of each policy; 1 or more.
  public let replications: Int
  /// Seed of every draw.
  public let seed: UInt64
  /// What the plans promise.
  public let targets: [Target]
  /// Observations against which the baseline is held.
  public let fit: [FitTarget]
  /// Where the figures of the county came from.
  public let sources: [FigureSource]
  /// The files that were read, by name and hash.
  public let files: [InputFile]

  /// A study from its parts.
  ///
  /// - Precondition: there is a policy and a replication, and `start` is before `end`.
  public init(
    id: String,
    zh: String,
    en: String,
    note: String,
    inputs: CountyInputs,
    map: CountyMap,
    region: StudyRegion? = nil,
    policies: [Policy],
    start: CivilDate,
    end: CivilDate,
    warmUpDays: Int,
    replications: Int,
    seed: UInt64,
    targets: [Target],
    fit: [FitTarget],
    sources: [FigureSource],
    files: [InputFile]
  ) {
    precondition(!policies.isEmpty, "a study needs a baseline")
    precondition(replications > 0, "a study needs a replication")
    precondition(start < end, "a study needs at least one day")
    self.id = id
    self.zh = zh
    self.en = en
    self.note = note
    self.inputs = inputs
    self.map = map
    self.region = region
    self.policies = policies
    self.start = start
    self.end = end
    self.warmUpDays = warmUpDays
    self.replications = replications
    self.seed = seed
    self.targets = targets
    self.fit = fit
    self.sources = sources
    self.files = files
  }

  /// First day of the warm-up: day 0 of the run and of every lever's course.
  public var runStart: CivilDate { start.adding(days: -warmUpDays) }

  /// The counties of the study: one, or those of its region.
  public var counties: [StudyCounty] {
    region?.counties ?? [StudyCounty(inputs: inputs, map: map, place: Point(x: 0, y: 0))]
  }

  /// The scenario of one of the policies in one of the counties.
  public func scenario(of policy: Int, in county: StudyCounty) -> Scenario {
    Scenario(
      inputs: county.inputs,
      policy: policies[policy].within(county.en),
      start: start,
      end: end,
      warmUpDays: warmUpDays
    )
  }
}
