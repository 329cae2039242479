extension OutcomeTable {
  /// Whether the lists fit each other: one entry for each policy, as many replications in all of
  /// them, one value for each measure and year, quarter or month.
  ///
  /// True of everything this program wrote; a file that was shortened or pieced together by hand may
  /// be a table of the right form and yet not fit.
  /// - Complexity: O(policies × replications × measures)
  var isWhole: Bool {
    guard let runs = annual.first?.count, runs > 0 else { return false }
    return ([annual] + counties.map(\.annual)).allSatisfy { holds($0, runs, years.count) }
      && holds(quarterly, runs, quarters.count)
      && Self.fits(identities, policies.count, runs)
      && Self.fits(fingerprints, policies.count, runs)
      && Self.fits(events, policies.count, runs)
      && shadows.count == policies.count
      && (months?.isWhole(runs) ?? true)
  }

  /// Whether there is a value for each policy, run, measure and period.
  private func holds(_ values: [[[[Double?]]]], _ runs: Int, _ periods: Int) -> Bool {
    Self.fits(values, policies.count, runs)
      && values.joined().allSatisfy { Self.fits($0, measures.count, periods) }
  }

  fileprivate static func fits<Value>(_ table: [[Value]], _ rows: Int, _ columns: Int) -> Bool {
    table.count == rows && table.allSatisfy { $0.count == columns }
  }
}

extension MonthsTable {
  fileprivate func isWhole(_ runs: Int) -> Bool {
    values.count == measures.count
      && values.allSatisfy { OutcomeTable.fits($0, runs, months.count) }
  }
}
