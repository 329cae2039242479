/// A named, dated set of levers over a county.
public struct Policy: Sendable, Equatable {
  /// Short stable name, used in files and JSON.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// Rows of the plans it implements.
  public let plan: [String]
  /// What the reader must know: for instance that the lever is borrowed from another plan.
  public let note: String
  /// The levers it pulls, by path; a lever not named here stays neutral.
  public let settings: [Setting]

  /// One lever of a policy.
  public struct Setting: Sendable, Equatable {
    /// Path of the lever.
    public let path: String
    /// Its course.
    public let course: Timeline
    /// English names of the counties in which it is pulled; empty for all.
    public let counties: [String]
    /// Facilities or towns by id or name; empty for a lever pulled without names.
    public let places: [String]

    /// Names a lever, its course and where it is pulled.
    public init(
      path: String,
      course: Timeline,
      counties: [String] = [],
      places: [String] = []
    ) {
      self.path = path
      self.course = course
      self.counties = counties
      self.places = places
    }
  }

  /// A policy from its parts.
  public init(
    id: String,
    zh: String,
    en: String,
    plan: [String],
    note: String,
    settings: [Setting]
  ) {
    self.id = id
    self.zh = zh
    self.en = en
    self.plan = plan
    self.note = note
    self.settings = settings
  }

  /// The same policy without the levers that are pulled elsewhere only.
  public func within(_ county: String) -> Policy {
    Policy(
      id: id,
      zh: zh,
      en: en,
      plan: plan,
      note: note,
      settings: settings.filter { $0.counties.isEmpty || $0.counties.contains(county) }
    )
  }

  /// The policy that pulls no lever.
  public static let baseline = Policy(
    id: "baseline",
    zh: "现状",
    en: "Baseline",
    plan: [],
    note: "",
    settings: []
  )
}

/// Reads levers out of a policy.
struct PolicyReader: LeverReader {
  let policy: Policy

  mutating func timeline(_ declaration: LeverDeclaration) -> Timeline {
    policy.settings.first { $0.path == declaration.path && $0.places.isEmpty }?.course
      ?? .always(declaration.neutral)
  }

  mutating func placed(_ declaration: LeverDeclaration) -> PlacedTimeline {
    PlacedTimeline(
      overall: timeline(declaration),
      local: policy.settings.filter { $0.path == declaration.path && !$0.places.isEmpty }
        .map { PlacedTimeline.Local(places: $0.places, course: $0.course) }
    )
  }
}
