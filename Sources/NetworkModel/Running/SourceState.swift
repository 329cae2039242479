import Engine
import Probability

/// A source while it runs, with what of its plan is asked at every arrival.
struct SourceState: BitwiseCopyable {
  var kind: Kind
  /// Its own luck.
  var key: UInt64
  /// How many came; the members of a batch count as one.
  var came: UInt64 = 0
  /// When the latest came, in the network's own unit; kept for rates only.
  var clock = 0.0
  /// The gap after the next arrival, where gaps follow a law.
  ///
  /// It is drawn one arrival ahead: its address is known, and nothing waits for the draw when the
  /// next arrival is put into the calendar.
  var gapAhead = SimDuration.zero
  var gap: LawID?
  var batch: LawID?
  var first: RouteID
  /// The class of all its customers, if there is but one.
  var onlyClass: ClassID?

  /// Where a source's customers come from.
  enum Kind: UInt8, BitwiseCopyable {
    case gaps, rate, trace, population
    /// No source: those who are there from the beginning.
    case census
  }
}

extension SourceState {
  /// A source before anybody came.
  init(_ plan: SourcePlan) {
    key = plan.key
    batch = plan.batch
    first = plan.first
    onlyClass = plan.classes.count == 1 ? plan.classes[0] : nil
    gap = nil
    switch plan.arrivals {
    case .gaps(let law):
      kind = .gaps
      gap = law
    case .rate: kind = .rate
    case .trace: kind = .trace
    case .population: kind = .population
    }
  }

  /// What stands in the row behind all sources.
  static let census = SourceState(kind: .census, key: 0, first: RouteID(row: 0))

  /// All sources of a network and, last, the census.
  static func column(_ plans: [SourcePlan]) -> Column<SourceID, SourceState> {
    var column = Column<SourceID, SourceState>(repeating: .census, count: plans.count + 1)
    for row in plans.indices { column[SourceID(row: row)] = SourceState(plans[row]) }
    return column
  }
}
