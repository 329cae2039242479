/// The readings of a shard as its file holds them: one series for each measure and place, over the
/// same periods.
///
/// A name stands once for all periods, so that a file is less than half as long as with one mapping a
/// reading.
struct ReadingBlock: Decodable {
  /// Labels of all periods, in the order of their letters.
  let periods: [String]
  /// Measures, in the order in which they were told.
  let series: [Series]

  /// One measure at one place: a number for each period, `-` where there was nothing to measure.
  struct Series: Decodable {
    let measure: String
    let place: String?
    let tier: String?
    /// Absent when no period has one.
    let numerator: String?
    /// Absent when no period has one.
    let denominator: String?
    let value: String
  }

  /// Readings of one measure and place must follow each other.
  init(_ readings: [Shard.Reading]) {
    let periods = Set(readings.map(\.period)).sorted()
    let columns = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    self.periods = periods
    var series: [Series] = []
    var rest = readings[...]
    while let first = rest.first {
      let own = rest.prefix {
        $0.measure == first.measure && $0.place == first.place && $0.tier == first.tier
      }
      series.append(Series(own, over: columns))
      rest = rest.dropFirst(own.count)
    }
    self.series = series
  }

  /// One reading for each value; `nil` when a text holds no numbers or not one for each period.
  var readings: [Shard.Reading]? {
    var readings: [Shard.Reading] = []
    readings.reserveCapacity(series.count * periods.count)
    for one in series {
      guard one.add(to: &readings, over: periods) else { return nil }
    }
    return readings
  }
}

extension ReadingBlock.Series {
  fileprivate init(_ readings: ArraySlice<Shard.Reading>, over columns: [String: Int]) {
    var numerators = [Int64?](repeating: nil, count: columns.count)
    var denominators = numerators
    var values = [Double?](repeating: nil, count: columns.count)
    for reading in readings {
      guard let column = columns[reading.period] else { continue }
      numerators[column] = reading.numerator
      denominators[column] = reading.denominator
      values[column] = reading.value
    }
    measure = readings.first?.measure ?? ""
    place = readings.first?.place
    tier = readings.first?.tier
    numerator =
      numerators.contains { $0 != nil } ? NumberLine.text(of: numerators) { String($0) } : nil
    denominator =
      denominators.contains { $0 != nil } ? NumberLine.text(of: denominators) { String($0) } : nil
    value = NumberLine.text(of: values, JSONLine.text)
  }

  /// Adds a reading for each value; `false` when the numbers do not fit the periods.
  fileprivate func add(to readings: inout [Shard.Reading], over periods: [String]) -> Bool {
    guard let values = NumberLine.decimals(in: value),
      let numerators = wholes(numerator, periods.count),
      let denominators = wholes(denominator, periods.count),
      values.count == periods.count
    else { return false }
    for (column, period) in periods.enumerated() {
      guard let value = values[column] else { continue }
      guard value.isFinite else { return false }
      readings.append(
        Shard.Reading(
          measure: measure,
          place: place,
          tier: tier,
          period: period,
          numerator: numerators[column],
          denominator: denominators[column],
          value: value
        )
      )
    }
    return true
  }

  private func wholes(_ text: String?, _ count: Int) -> [Int64?]? {
    guard let text else { return Array(repeating: nil, count: count) }
    return NumberLine.wholes(in: text).flatMap { $0.count == count ? $0 : nil }
  }
}
