@testable import CountyModel

extension Readings {
  /// A count over all measured months.
  func total(_ count: Count, lane: Int) -> Int64 {
    months.indices.reduce(0) { $0 + total(count, lane: lane, month: $1) }
  }

  /// A count over one month, from 0, or a level at its end.
  func total(_ count: Count, lane: Int, month: Int) -> Int64 {
    counts[((month + 1) * Count.rows + count.row) * Count.lanes + lane]
  }

  /// A measure of the first year, by name; `nil` when there is nothing to measure.
  func first(_ id: String) -> Double? {
    Measure.named(id).flatMap { value(of: $0, inYear: years[0]) }
  }

  /// All lanes of a count in all months, warm-up included.
  func lanes(of count: Count) -> [Int64] { lanes(ofRow: count.row) }

  /// All lanes of a row of the ledger in all months, warm-up included.
  func lanes(ofRow row: Int) -> [Int64] {
    (0...months.count).flatMap { page in
      (0..<Count.lanes).map { counts[(page * Count.rows + row) * Count.lanes + $0] }
    }
  }

  /// All counts of a department, warm-up included.
  func counts(of department: Department) -> [Int64] {
    (0..<32).flatMap { lanes(of: Count(department, $0)) }
  }
}
