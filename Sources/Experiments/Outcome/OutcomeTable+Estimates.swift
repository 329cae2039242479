extension OutcomeTable {
  /// Place of a measure in `measures`; `nil` for a name that the model does not declare.
  public func place(ofMeasure id: String) -> Int? {
    measures.firstIndex { $0.id == id }
  }

  /// One value for each replication, over a calendar year.
  public func replications(of measure: String, policy: Int, year: Int) -> [Double?] {
    guard let row = place(ofMeasure: measure), let column = years.firstIndex(of: year) else {
      return []
    }
    return annual[policy].map { $0[row][column] }
  }

  /// One value for each replication, over a quarter counted from 0.
  public func replications(of measure: String, policy: Int, quarter: Int) -> [Double?] {
    guard let row = place(ofMeasure: measure), quarters.indices.contains(quarter) else { return [] }
    return quarterly[policy].map { $0[row][quarter] }
  }

  /// A measure over a calendar year; `nil` when there was nothing to measure.
  public func estimate(of measure: String, policy: Int, year: Int) -> Estimate? {
    let values = replications(of: measure, policy: policy, year: year)
    return Estimate(ofReplications: values.compactMap(\.self))
  }

  /// A measure of one county of a region over a calendar year.
  public func estimate(
    of measure: String,
    policy: Int,
    year: Int,
    in county: CountyTable
  ) -> Estimate? {
    guard let row = measures.firstIndex(where: { $0.id == measure }),
      let column = years.firstIndex(of: year)
    else { return nil }
    return Estimate(ofReplications: county.annual[policy].compactMap { $0[row][column] })
  }

  /// A measure over a quarter, counted from 0; `nil` when there was nothing to measure.
  public func estimate(of measure: String, policy: Int, quarter: Int) -> Estimate? {
    let values = replications(of: measure, policy: policy, quarter: quarter)
    return Estimate(ofReplications: values.compactMap(\.self))
  }

  /// A policy minus the baseline over a calendar year, paired by replication.
  public func difference(
    of measure: String,
    policy: Int,
    from baseline: Int = 0,
    year: Int
  ) -> Estimate? {
    paired(measure, policy: policy, from: baseline, year: year)?.estimate
  }

  /// A policy against the baseline with its p-value and correlation.
  public func paired(
    _ measure: String,
    policy: Int,
    from baseline: Int = 0,
    year: Int
  ) -> PairedDifference? {
    PairedDifference(
      replications(of: measure, policy: policy, year: year),
      minus: replications(of: measure, policy: baseline, year: year)
    )
  }
}
