import Engine

/// First day of the lunar year, which moves through January and February.
///
/// Source: Chinese calendar, GB/T 33661-2017; days as published by the Purple Mountain Observatory.
public enum SpringFestival {
  /// The years whose festival is known; in any other year every day is an ordinary one.
  public static let years = days[0].year...days[days.count - 1].year

  private static let days: [(year: Int, month: Int, day: Int)] = [
    (2020, 1, 25), (2021, 2, 12), (2022, 2, 1), (2023, 1, 22), (2024, 2, 10), (2025, 1, 29),
    (2026, 2, 17), (2027, 2, 6), (2028, 1, 26), (2029, 2, 13), (2030, 2, 3), (2031, 1, 23),
    (2032, 2, 11), (2033, 1, 31), (2034, 2, 19), (2035, 2, 8), (2036, 1, 28),
  ]

  /// Where a day stands to the festival of its year.
  enum Phase {
    /// From the eve through the seventh day.
    case week
    /// The two weeks after.
    case rebound
    /// Any other day.
    case ordinary
  }

  /// The phase of a day; ordinary in years outside the table.
  static func phase(of date: CivilDate) -> Phase {
    guard let festival = days.first(where: { $0.year == date.year }),
      let first = CivilDate(year: festival.year, month: festival.month, day: festival.day)
    else { return .ordinary }
    switch date.dayNumber - first.dayNumber {
    case -1...6: return .week
    case 7...20: return .rebound
    default: return .ordinary
    }
  }
}

extension CivilDate {
  /// Whether the day lies in the week of the Spring Festival.
  var isFestivalWeek: Bool { SpringFestival.phase(of: self) == .week }
}
