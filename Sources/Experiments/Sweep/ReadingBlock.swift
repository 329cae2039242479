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

  /// One measure at one place, by period; `null` where there was nothing to measure.
  struct Series: Decodable {
    let measure: String
    let place: String?
    let tier: String?
    /// Absent when no period has one.
    let numerator: [Int64?]?
    /// Absent when no period has one.
    let denominator: [Int64?]?
    let value: [Double?]
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

  /// One reading for each value; `nil` when a list is not as long as the periods.
  var readings: [Shard.Reading]? {
    var readings: [Shard.Reading] = []
    readings.reserveCapacity(series.count * periods.count)
    for one in series {
      let lengths = [one.value.count, one.numerator?.count, one.denominator?.count]
      guard lengths.allSatisfy({ $0 == nil || $0 == periods.count }) else { return nil }
      for (column, period) in periods.enumerated() {
        guard let value = one.value[column] else { continue }
        readings.append(
          Shard.Reading(
            measure: one.measure,
            place: one.place,
            tier: one.tier,
            period: period,
            numerator: one.numerator?[column],
            denominator: one.denominator?[column],
            value: value
          )
        )
      }
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
    numerator = numerators.contains { $0 != nil } ? numerators : nil
    denominator = denominators.contains { $0 != nil } ? denominators : nil
    value = values
  }
}
