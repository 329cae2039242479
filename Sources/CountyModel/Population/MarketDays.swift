import Engine
import Geography

/// On which days towns hold their markets, and how far clinic needs of their villages gather there.
///
/// Real markets follow the lunar date, such as the first and sixth of every ten days, and stumble
/// where a lunar month has 29. Here a town has a market every so many days, counted from 1 January
/// 1970, on a turn that comes from its id. Needs are moved between the days of a cycle, not added:
/// their mean over a cycle stays.
struct MarketDays {
  /// Days from one market of a town to its next; below 2 there are none.
  private let cycle: Int
  /// Multipliers on the day of a market and on the days between.
  private let atMarket: Double
  private let between: Double

  init(_ inputs: PopulationInputs) {
    cycle = inputs.marketCycle
    atMarket = inputs.marketClinic
    between = cycle > 1 ? (Double(cycle) - atMarket) / Double(cycle - 1) : 1
  }

  /// Calendars of needs: that of places without a market and, where there are some, of each turn.
  var calendars: Int { cycle > 1 ? cycle + 1 : 1 }

  /// The calendar of each settlement; only villages of outlying towns have markets.
  func ofSettlements(on map: CountyMap) -> [Int] {
    map.settlements.map { home in
      let town = map.towns[home.town]
      guard cycle > 1, town.kind == .town, !town.isSeat, home.setting == .rural else { return 0 }
      return 1 + Int(StableName.number(of: town.id) % UInt64(cycle))
    }
  }

  /// Multiplier on the clinic needs of a calendar on a day.
  func factor(of calendar: Int, on date: CivilDate) -> Double {
    guard cycle > 1, calendar > 0 else { return 1 }
    let turn = (date.dayNumber % cycle + cycle) % cycle
    return turn == calendar - 1 ? atMarket : between
  }
}
