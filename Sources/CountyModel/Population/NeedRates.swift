import Engine
import Geography
import Probability

/// How many needs a settlement has on a day, and of what kind: exact tables, no chance but the
/// factor of the day, which is drawn from the date so that no policy can move it.
struct NeedRates {
  private let settlements: Int
  /// Needs a day of residents, `[page][settlement][profile]`; a page is a month after a number of New
  /// Years.
  private let base: [Double]
  /// The same of those who come home for the Spring Festival, while they are there.
  private let visiting: [Double]
  /// Cumulative shares of age bands, `[page][settlement][profile][band]`.
  private let ages: [Double]
  /// Needs a person and day, `[month][profile][band]`.
  private let heads: [Double]
  /// Whether visitors are there, by day.
  private let haveCome: [Bool]
  /// Cumulative shares of conditions, `[month][profile][band]` then the conditions of the profile,
  /// padded to `width`.
  private let kinds: [Double]
  private let width: Int
  /// Multiplier of the day, `[day][calendar][profile]`.
  private let factor: [Double]
  /// The same before chance, which has a mean of 1.
  private let course: [Double]
  /// Standard deviation of the chance of a day; each profile has its own.
  let variation: Double
  /// Calendars of market days, and the one that each settlement has.
  private let calendars: Int
  private let calendarOf: [Int]
  /// Page of each day; the month is its remainder by twelve.
  private let pages: [Int]
  private let ofProfile: [[Int]]

  static let profiles = NeedProfile.allCases.count

  init(_ plan: CountyPlan, residents: borrowing Residents, streams: inout RandomStreams) {
    let conditions = plan.conditions
    settlements = plan.map.settlements.count
    ofProfile = conditions.ofProfile
    var base: [Double] = []
    var visiting: [Double] = []
    var ages: [Double] = []
    var kinds: [Double] = []
    width = conditions.ofProfile.map(\.count).max() ?? 0
    let lastDay = plan.clock.dayIndex(at: plan.horizon)
    let newYears = residents.vital.newYears
    var rates: [[[Double]]] = []
    for month in 0..<12 {
      let rate = { (condition: Int, band: Int) in
        conditions.perDay[condition][band] * conditions.all[condition].season[month]
          * plan.risk.multiplier(condition, band: band)
      }
      var perBand: [[Double]] = []
      for members in conditions.ofProfile {
        var sums: [Double] = []
        for band in 0..<AgeBand.count {
          let rates = members.map { rate($0, band) }
          sums.append(rates.reduce(0, +))
          let padding = Array(repeating: 1.0, count: width - rates.count)
          kinds.append(contentsOf: Self.cumulative(rates) + padding)
        }
        perBand.append(sums)
      }
      rates.append(perBand)
    }
    for passed in 0...newYears[lastDay] {
      // Rows, not people: a need that falls on somebody dead or away is nobody's.
      let rows = plan.map.settlements.indices.map { home in
        (0..<AgeBand.count).map {
          Double(residents.rows(in: home, band: $0, newYears: passed).count)
        }
      }
      let comers = plan.map.settlements.indices.map { home in
        (0..<AgeBand.count).map {
          Double(residents.visitors.count(in: home, band: $0, newYears: passed))
        }
      }
      for month in 0..<12 {
        for (home, visitors) in zip(rows, comers) {
          for profile in 0..<Self.profiles {
            let weights = zip(home, rates[month][profile]).map { $0 * $1 }
            base.append(weights.reduce(0, +))
            ages.append(contentsOf: Self.cumulative(weights))
            visiting.append(zip(visitors, rates[month][profile]).reduce(0) { $0 + $1.0 * $1.1 })
          }
        }
      }
    }
    self.base = base
    self.visiting = visiting
    self.ages = ages
    self.kinds = kinds
    heads = rates.flatMap { $0.flatMap { $0 } }
    let markets = MarketDays(plan.inputs.population)
    calendars = markets.calendars
    calendarOf = markets.ofSettlements(on: plan.map)
    var haveCome: [Bool] = []
    variation = max(0, plan.inputs.population.dayVariation)
    var factor: [Double] = []
    var course: [Double] = []
    var pages: [Int] = []
    for day in 0...lastDay {
      let date = plan.clock.date(at: plan.clock.midnight(ofDay: day))
      pages.append(newYears[day] * 12 + date.month - 1)
      haveCome.append(date.isFestivalWeek)
      var everywhere: [(course: Double, factor: Double)] = []
      for profile in NeedProfile.allCases {
        let number = Self.course(of: date, profile, inputs: plan.inputs.population)
        let chance = Self.chance(of: date, profile, variation: variation, streams: &streams)
        everywhere.append((number, number * chance))
      }
      for calendar in 0..<calendars {
        let market = markets.factor(of: calendar, on: date)
        for (profile, number) in zip(NeedProfile.allCases, everywhere) {
          factor.append(profile == .clinic ? number.factor * market : number.factor)
          course.append(profile == .clinic ? number.course * market : number.course)
        }
      }
    }
    self.factor = factor
    self.haveCome = haveCome
    self.course = course
    self.pages = pages
  }

  /// Needs expected from a settlement and profile on a day; 0 after the last day.
  func expected(_ settlement: Int, _ profile: Int, onDay day: Int) -> Double {
    guard day < pages.count else { return 0 }
    return ofAll(settlement, profile, onDay: day) * factor[place(settlement, profile, onDay: day)]
  }

  /// Needs a day of everybody who is there, before the multipliers of the day.
  private func ofAll(_ settlement: Int, _ profile: Int, onDay day: Int) -> Double {
    let row = row(settlement, profile, onDay: day)
    return haveCome[day] ? base[row] + visiting[row] : base[row]
  }

  /// Needs expected of a profile on a day before its chance is known, in billionths of a need.
  ///
  /// Whole numbers, so that the order of settlements means nothing; 0 after the last day.
  ///
  /// - Complexity: O(settlements)
  func billionths(_ profile: Int, onDay day: Int) -> Int64 {
    guard day < pages.count else { return 0 }
    var billionths: Int64 = 0
    for settlement in 0..<settlements {
      let rate =
        ofAll(settlement, profile, onDay: day) * course[place(settlement, profile, onDay: day)]
      billionths += Int64((rate * 1e9).rounded())
    }
    return billionths
  }

  private func row(_ settlement: Int, _ profile: Int, onDay day: Int) -> Int {
    (pages[day] * settlements + settlement) * Self.profiles + profile
  }

  private func place(_ settlement: Int, _ profile: Int, onDay day: Int) -> Int {
    (day * calendars + calendarOf[settlement]) * Self.profiles + profile
  }

  /// Last day for which needs are known.
  var days: Int { pages.count }

  /// Age band for a uniform draw.
  func band(_ settlement: Int, _ profile: Int, onDay day: Int, _ uniform: Double) -> Int {
    let row = row(settlement, profile, onDay: day)
    return Self.place(of: uniform, in: ages, from: row * AgeBand.count, count: AgeBand.count)
  }

  /// Share of a settlement's needs that is of those who have come home for the festival; 0 on other
  /// days.
  func visitorShare(_ settlement: Int, _ profile: Int, onDay day: Int) -> Double {
    guard haveCome[day] else { return 0 }
    let row = row(settlement, profile, onDay: day)
    return visiting[row] > 0 ? visiting[row] / (base[row] + visiting[row]) : 0
  }

  /// Age band of a visitor's need for a uniform draw, where visitors have a share of the needs.
  ///
  /// Added up anew: few needs are visitors', and tables like those of residents would be read on one
  /// day in fifty.
  ///
  /// - Complexity: O(age bands)
  func band(
    of visitors: borrowing Visitors,
    in settlement: SettlementID,
    _ profile: Int,
    onDay day: Int,
    _ uniform: Double
  ) -> Int {
    let row = (pages[day] % 12 * Self.profiles + profile) * AgeBand.count
    var weights: [Double] = []
    for band in 0..<AgeBand.count {
      weights.append(Double(visitors.count(in: settlement, band: band)) * heads[row + band])
    }
    return Self.place(of: uniform, in: Self.cumulative(weights), from: 0, count: AgeBand.count)
  }

  /// Condition for a uniform draw, given the age band.
  func condition(_ profile: Int, _ band: Int, onDay day: Int, _ uniform: Double) -> Int {
    let row = (pages[day] % 12 * Self.profiles + profile) * AgeBand.count + band
    let members = ofProfile[profile]
    return members[Self.place(of: uniform, in: kinds, from: row * width, count: members.count)]
  }

  private static func place(
    of uniform: Double,
    in cumulative: [Double],
    from first: Int,
    count: Int
  ) -> Int {
    for place in 0..<(count - 1) where uniform < cumulative[first + place] { return place }
    return count - 1
  }

  private static func cumulative(_ weights: [Double]) -> [Double] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 1 } }
    var running = 0.0
    return weights.map {
      running += $0
      return running / sum
    }
  }

  /// Multiplier of a day before chance: weekday, festival and holiday.
  private static func course(
    of date: CivilDate,
    _ profile: NeedProfile,
    inputs: PopulationInputs
  ) -> Double {
    let weekdays: [Double]
    var factor: Double
    let phase = SpringFestival.phase(of: date)
    switch (profile, phase) {
    case (.clinic, .week): factor = inputs.festivalClinic
    case (.clinic, .rebound): factor = inputs.festivalRebound
    case (.emergency, .week): factor = inputs.festivalEmergency
    case (.call, .week): factor = 1
    case (.clinic, .ordinary) where date.isPublicHoliday: factor = inputs.holidayClinic
    case (.emergency, .ordinary) where date.isPublicHoliday: factor = inputs.holidayEmergency
    default: factor = 1
    }
    switch profile {
    case .clinic: weekdays = inputs.clinicWeekdays
    case .emergency: weekdays = inputs.emergencyWeekdays
    case .call: weekdays = inputs.callWeekdays
    }
    return factor * (weekdays[date.weekday] * 7 / weekdays.reduce(0, +))
  }

  /// The chance of a day.
  ///
  /// The gamma factor has mean 1: daily counts become negative
  /// binomial.
  private static func chance(
    of date: CivilDate,
    _ profile: NeedProfile,
    variation: Double,
    streams: inout RandomStreams
  ) -> Double {
    guard variation > 0, let law = try? Distribution.gamma(mean: 1, sd: variation) else {
      return 1
    }
    let place = NeedProfile.allCases.firstIndex(of: profile) ?? 0
    let address = Purpose.dayFactor.at(UInt64(bitPattern: Int64(date.dayNumber)), UInt8(place))
    return streams.draw(law, at: address)
  }
}
