import Engine
import Geography

/// What happens to each settlement in each year; page 0 is the warm-up.
struct SettlementBooks: ~Copyable {
  /// One page: integers, so that the order of events does not matter.
  struct Page: BitwiseCopyable {
    var visits: Int32 = 0
    var grassrootsVisits: Int32 = 0
    var unmet: Int32 = 0
    /// Of these by reason: price, distance, wait expected, gave up in line.
    var unmetForPrice: Int32 = 0
    var unmetForDistance: Int32 = 0
    var unmetForWait: Int32 = 0
    var gaveUp: Int32 = 0
    var calls: Int32 = 0
    var callsInTime: Int32 = 0
    var responseMilliseconds: Int64 = 0
  }

  private var pages: Column<LedgerCell, Page>
  private let settlements: Int

  init(settlements: Int, years: Int) {
    self.settlements = settlements
    pages = Column(repeating: Page(), count: settlements * (years + 1))
  }

  /// A resident of a settlement visits a facility.
  mutating func visit(at home: SettlementID, of kind: FacilityKind, yearPage: Int) {
    let cell = cell(home, yearPage)
    pages[cell].visits += 1
    if kind.isGrassroots { pages[cell].grassrootsVisits += 1 }
  }

  /// A need of a settlement goes without care.
  mutating func unmet(at home: SettlementID, because reason: UnmetReason, yearPage: Int) {
    let cell = cell(home, yearPage)
    pages[cell].unmet += 1
    switch reason {
    case .price: pages[cell].unmetForPrice += 1
    case .distance: pages[cell].unmetForDistance += 1
    case .wait: pages[cell].unmetForWait += 1
    case .gaveUp: pages[cell].gaveUp += 1
    case .choice, .missedSlot: break
    }
  }

  /// A crew reaches a caller of a settlement.
  mutating func reached(
    at home: SettlementID,
    after response: SimDuration,
    within limit: SimDuration,
    yearPage: Int
  ) {
    let cell = cell(home, yearPage)
    pages[cell].calls += 1
    if response <= limit { pages[cell].callsInTime += 1 }
    pages[cell].responseMilliseconds += Int64(response.milliseconds)
  }

  /// The page of a settlement and year.
  func page(_ home: Int, yearPage: Int) -> Page { pages[cell(SettlementID(row: home), yearPage)] }

  private func cell(_ home: SettlementID, _ yearPage: Int) -> LedgerCell {
    LedgerCell(row: yearPage * settlements + home.row)
  }
}
