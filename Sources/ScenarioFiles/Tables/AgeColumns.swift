internal import Geography

/// The age columns of a settlement table: `age0-4`, `age5-9` … `age75+`, as people or as shares.
///
/// Bands may be finer than the nine of the model, as long as they break wherever those do.
struct AgeColumns {
  private let table: TableReader
  private let bands: [Band]
  /// Whether the columns hold shares (`ageShare0-4`) instead of people.
  private let areShares: Bool

  private struct Band {
    let lowest: Int
    /// Age of the first year after it; `nil` for the last, open band.
    let end: Int?
    let column: String
  }

  /// The age columns among the heads of a sheet, to be read beside the others.
  static func columns(of sheet: TableSheet) -> [TableColumn] {
    sheet.head.map(\.bare).filter { band($0) != nil }.map { .optional($0, zh: "") }
  }

  /// The age columns of a table; nothing when it has none, or some that cannot be, which is told.
  init?(_ table: TableReader) {
    self.table = table
    bands = table.sheet.head.compactMap { AgeColumns.band($0.bare) }
      .sorted { ($0.lowest, $0.end ?? 999) < ($1.lowest, $1.end ?? 999) }
    areShares = bands.first?.column.hasPrefix("ageShare") ?? false
    guard !bands.isEmpty, cover() else { return nil }
  }

  /// The band that a head names.
  private static func band(_ head: String) -> Band? {
    let text = head.hasPrefix("ageShare") ? head.dropFirst(8) : head.dropFirst(3)
    guard head.hasPrefix("age"), text.first.map(NumberGrammar.isDigit) == true else { return nil }
    if text.hasSuffix("+"), let lowest = Int(text.dropLast()) {
      return Band(lowest: lowest, end: nil, column: head)
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let lowest = ends[0], let highest = ends[1], highest >= lowest else {
      return nil
    }
    return Band(lowest: lowest, end: highest + 1, column: head)
  }

  /// Whether the bands follow each other from 0 on without gap or overlap.
  private func cover() -> Bool {
    var next = 0
    for band in bands {
      guard band.lowest == next else {
        let message =
          band.lowest > next
          ? "the age bands do not cover \(next)-\(band.lowest - 1)"
          : "the age bands overlap at \(band.lowest)-\(min(next, band.end ?? next) - 1)"
        return refuse(band, message)
      }
      guard let end = band.end else { return breaksRightly() }
      next = end
    }
    return refuse(bands[bands.count - 1], "the age bands end at \(next - 1)")
  }

  private func breaksRightly() -> Bool {
    for lowest in AgeBand.lowestAges where !bands.contains(where: { $0.lowest == lowest }) {
      guard let band = bands.last(where: { $0.lowest < lowest }) else { continue }
      return refuse(band, "an age band runs over the age \(lowest)")
    }
    return true
  }

  private func refuse(_ band: Band, _ message: String) -> Bool {
    table.desk.report(
      .ageBands,
      at: table.head(band.column),
      message,
      key: table.path(band.column),
      expected: "bands from 0 to an open end such as `age75+`, with breaks at "
        + AgeBand.lowestAges.dropFirst().map(String.init).joined(separator: ", ")
    )
    return false
  }

  /// Residents of a row in the nine bands of the model; they add up to `residents`.
  func residents(_ row: Int, of residents: Int) -> [Int]? {
    let most = areShares ? 1.0 : 100_000_000.0
    var values: [Double] = []
    for band in bands {
      let value =
        areShares
        ? table.number(band.column, row, 0...most)
        : table.whole(band.column, row, 0...Int(most)).map(Double.init)
      guard let value else { return nil }
      values.append(value)
    }
    let sum = values.reduce(0, +)
    let isRight = areShares ? abs(sum - 1) <= 1e-6 : Int(sum) == residents
    guard isRight else {
      let whole = areShares ? "1" : "the residents, \(residents)"
      table.desk.report(
        .outOfRange,
        at: table.cell(bands[0].column, row)?.span ?? table.sheet.start,
        "the age bands add up to \(areShares ? "\(sum)" : "\(Int(sum))")",
        key: table.path(bands[0].column),
        expected: whole
      )
      return nil
    }
    var nine = [Double](repeating: 0, count: AgeBand.count)
    for (band, value) in zip(bands, values) {
      let place = AgeBand.lowestAges.lastIndex { $0 <= band.lowest } ?? 0
      nine[place] += value
    }
    return areShares ? AgeBand.people(residents, inShares: nine) : nine.map { Int($0) }
  }
}
