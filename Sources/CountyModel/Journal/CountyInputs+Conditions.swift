extension CountyInputs {
  /// Names of the conditions, in the order by which a journal numbers them.
  public var conditionNames: [String] { conditions.map(\.id) }
}
