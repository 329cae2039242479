public import CountyModel

extension FitTable {
  /// Holds the baseline's first full year against the observations of the county file.
  ///
  /// Averages over replications; `nil` when the county file states no observation.
  public init?(of study: Study, baseline: [Readings]) {
    guard !study.fit.isEmpty, let year = Self.firstFullYear(of: baseline[0]) else { return nil }
    let rows = study.fit.map { target in
      FitRow(target, simulated: Self.mean(of: target.measure, in: baseline, year: year))
    }
    self.init(rows: rows, year: year)
  }

  /// The first year of which every day was simulated, or else the first year.
  private static func firstFullYear(of run: Readings) -> Int? {
    let full = run.years.first { year in
      run.quarters.filter { $0.year == year }.reduce(0) { $0 + $1.days } >= 365
    }
    return full ?? run.years.first
  }

  /// The mean over replications of a measure in the year that the table uses.
  static func value(of measure: String, in runs: [Readings]) -> Double? {
    firstFullYear(of: runs[0]).flatMap { mean(of: measure, in: runs, year: $0) }
  }

  private static func mean(of measure: String, in runs: [Readings], year: Int) -> Double? {
    guard let measure = Measure.named(measure) else { return nil }
    let values = runs.compactMap { $0.value(of: measure, inYear: year) }
    return Estimate(ofReplications: values).map { DecimalText.rounded($0.mean) }
  }
}
