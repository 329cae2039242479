public import CountyModel
public import Engine

/// A policy as its file dates it, before it is laid onto the days of a run.
public struct PolicyFile: Sendable {
  /// Short stable name.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// Rows of the plans it implements.
  public let plan: [String]
  /// What the reader must know; Chinese and English are parted by `||`.
  public let note: String
  /// The levers it pulls, with their dates.
  public let settings: [Setting]

  /// One dated lever.
  public struct Setting: Sendable {
    /// What the lever is.
    public let lever: LeverDeclaration
    /// The level after the ramp.
    public let level: Double
    /// First day of the ramp.
    public let from: CivilDate
    /// Days from neutral to the full level.
    public let rampDays: Int
    /// First day on which the lever is neutral again; `nil` for "until further notice".
    public let until: CivilDate?
    /// English names of the counties in which it is pulled; empty for all.
    let counties: [String]
    /// Facilities or towns by id or name; empty for a lever pulled without names.
    let places: [String]
    /// Where it is written.
    let span: Span
  }

  /// The policy on the days of a run, in every county.
  ///
  /// - Parameter runStart: First day of the run, which is the first day of the warm-up.
  /// - Returns: The same levers, dated by day of the run.
  public func policy(runStart: CivilDate) -> Policy {
    Policy(
      id: id,
      zh: zh,
      en: en,
      plan: plan,
      note: note,
      settings: settings.map { setting in
        Policy.Setting(
          path: setting.lever.path,
          course: Timeline(
            neutral: setting.lever.neutral,
            level: setting.level,
            startDay: setting.from.days(since: runStart),
            rampDays: setting.rampDays,
            endDay: setting.until?.days(since: runStart)
          ),
          counties: setting.counties,
          places: setting.places
        )
      }
    )
  }
}

extension PolicyFile.Setting {
  /// Whether two settings are pulled in the same county and the same place.
  func meets(_ other: PolicyFile.Setting) -> Bool {
    let sameCounty =
      counties.isEmpty || other.counties.isEmpty
      || counties.contains(where: other.counties.contains)
    guard places.isEmpty == other.places.isEmpty else { return false }
    return sameCounty && (places.isEmpty || places.contains(where: other.places.contains))
  }
}
