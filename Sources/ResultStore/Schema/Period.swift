/// A stretch of the calendar over which something was measured.
enum Period: Sendable, Hashable {
  case year(Int)
  case quarter(year: Int, Int)
  case month(year: Int, Int)

  /// The number by which tables name it.
  ///
  /// Year, then 00 for the year, 01 to 12 for months, 21 to 24 for quarters. It follows from the calendar alone, whoever is stored first.
  var number: Int64 {
    switch self {
    case .year(let year): Int64(year) * 100
    case .quarter(let year, let quarter): Int64(year) * 100 + 20 + Int64(quarter)
    case .month(let year, let month): Int64(year) * 100 + Int64(month)
    }
  }

  /// `2024`, `2024Q1` or `2024-01`.
  var label: String {
    switch self {
    case .year(let year): "\(year)"
    case .quarter(let year, let quarter): "\(year)Q\(quarter)"
    case .month(let year, let month): month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)"
    }
  }

  /// `year`, `quarter` or `month`.
  var length: String {
    switch self {
    case .year: "year"
    case .quarter: "quarter"
    case .month: "month"
    }
  }

  /// Its calendar year.
  var year: Int {
    switch self {
    case .year(let year), .quarter(let year, _), .month(let year, _): year
    }
  }

  /// Its row in the table of periods.
  var row: [Cell] { [.whole(number), .text(label), .text(length), .whole(year)] }

  /// Reads a label; `nil` for anything that is none.
  init?(label: String) {
    let parts = label.split(separator: "Q", omittingEmptySubsequences: false)
    if parts.count == 2, let year = Int(parts[0]), let quarter = Int(parts[1]) {
      self = .quarter(year: year, quarter)
    } else if label.count == 7, let year = Int(label.prefix(4)), let month = Int(label.suffix(2)) {
      self = .month(year: year, month)
    } else if let year = Int(label) {
      self = .year(year)
    } else {
      return nil
    }
    guard self.label == label else { return nil }
  }
}
