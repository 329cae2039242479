import Engine

/// Public holidays outside the Spring Festival.
///
/// New Year, Qingming, the Dragon Boat and the Mid-Autumn feast are one day each; Labour Day and
/// National Day are taken as the five and the seven days from the first of their months. Left out is
/// what the notice of a single year does to them: a day more, or up to three days earlier, and the
/// weekends worked to make up for it.
///
/// Source: State Council, 全国年节及纪念日放假办法 (2013, revised in 2024), and its yearly notices;
/// lunar feasts and solar terms by GB/T 33661-2017, days as published by the Purple Mountain
/// Observatory.
enum PublicHolidays {
  /// Feasts of the fifth day of the fifth lunar month and of the fifteenth of the eighth.
  ///
  /// 25 June is written as 625.
  private static let lunar: [(year: Int, dragonBoat: Int, midAutumn: Int)] = [
    (2020, 625, 1001), (2021, 614, 921), (2022, 603, 910), (2023, 622, 929), (2024, 610, 917),
    (2025, 531, 1006), (2026, 619, 925), (2027, 609, 915), (2028, 528, 1003), (2029, 616, 922),
    (2030, 605, 912), (2031, 624, 1001), (2032, 612, 919), (2033, 601, 908), (2034, 620, 927),
    (2035, 610, 916), (2036, 530, 1004),
  ]

  /// The years whose holidays are known; in any other year there are none.
  static let years = lunar[0].year...lunar[lunar.count - 1].year

  /// Whether a day is one of them.
  static func include(_ date: CivilDate) -> Bool {
    let (year, month, day) = date.parts
    guard let feasts = lunar.first(where: { $0.year == year }) else { return false }
    // From 2020 to 2036 the sun reaches 15° on 4 April in leap years and the years after them.
    let qingming = year % 4 < 2 ? 404 : 405
    switch month * 100 + day {
    case 101, qingming, 501...505, feasts.dragonBoat, feasts.midAutumn, 1001...1007: return true
    default: return false
    }
  }
}

extension CivilDate {
  /// Whether the day is a public holiday outside the Spring Festival.
  var isPublicHoliday: Bool { PublicHolidays.include(self) }

  /// Whether the day is a public holiday or lies in the week of the Spring Festival.
  var isHoliday: Bool { isFestivalWeek || isPublicHoliday }
}
