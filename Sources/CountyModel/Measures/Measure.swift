/// The unit in which a measure is reported.
public enum MeasureUnit: String, Sendable {
  /// A share from 0 to 1; printed as per cent.
  case share
  /// Minutes.
  case minutes
  /// Days.
  case days
  /// Events or persons per year of the period.
  case perYear
  /// A plain ratio.
  case ratio
  /// Yuan.
  case yuan
}

/// Which way is better.
public enum Direction: String, Sendable {
  /// More is better.
  case higher
  /// Less is better.
  case lower
  /// Neither.
  case neutral
}

/// A KPI, declared once beside the line that counts it.
public struct Measure: Sendable {
  /// How its value comes about.
  enum Formula: Sendable {
    /// Sum of the numerators over the sum of the denominators, times a factor.
    case ratio([Series], over: [Series], times: Double)
    /// Sum of the numerators per year.
    case perYear([Series], times: Double)
    /// A percentile of waiting times, over the lanes of a histogram.
    case percentile(Double, HistogramLine, lanes: [Int])
    /// The last value set in the period.
    case level(Series, times: Double, Level)
    /// The last value set in the period, summed over lanes, over another one.
    case levelRatio(Series, over: Series, times: Double)
    /// Concentration index of a count whose lanes are fifths of income, poorest first: Σ (2R − 1) n / Σ n
    /// with R the midranks 0.1, 0.3 … 0.9. From −0.8, all with the poorest, to 0.8.
    ///
    /// - Source: Kakwani, Wagstaff and van Doorslaer, *Journal of Econometrics* 77 (1997) 87.
    case concentration(Count)
  }

  /// What a level is, and so what the levels of several counties come to.
  enum Level: Sendable {
    /// A number of things or persons: counties add up.
    case stock
    /// A share, or a number per head: a region has the mean over its residents.
    case rate
    /// A rate that is booked for urban, rural and all residents in lanes 0, 1 and 2: each lane has
    /// the mean over the residents it speaks of.
    case rateBySetting
  }

  /// Stable name: `visits.grassrootsShare`.
  public let id: String
  /// Chinese title, the official term where there is one.
  public let zh: String
  /// English title.
  public let en: String
  /// Unit of the value.
  public let unit: MeasureUnit
  /// Which way is better.
  public let better: Direction
  /// Numerator and denominator in words.
  public let means: String
  /// Official definition or publication it follows.
  public let source: String
  /// Raised when the definition changes.
  public let version: Int
  let formula: Formula

  init(
    _ id: String,
    zh: String,
    en: String,
    unit: MeasureUnit,
    better: Direction,
    means: String,
    source: String = "",
    version: Int = 1,
    formula: Formula
  ) {
    self.id = id
    self.zh = zh
    self.en = en
    self.unit = unit
    self.better = better
    self.means = means
    self.source = source
    self.version = version
    self.formula = formula
  }

  /// Every measure of the county model, department by department.
  public static let all: [Measure] =
    Population.measures + FirstContact.measures + Clinics.measures + Referral.measures
    + Beds.measures
    + EmergencyDepartment.measures + Ambulance.measures + Workforce.measures
    + FamilyDoctors.measures + Finance.measures
    + ChronicCare.measures
    + Diagnostics.measures
    + Communities.measures
    + Facilities.measures

  /// The measure of a name.
  public static func named(_ id: String) -> Measure? { all.first { $0.id == id } }
}
