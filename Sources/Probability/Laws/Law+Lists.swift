/// Laws given as lists of values.
extension Law {
  /// One of the observed values, each as likely as its weight says; equally likely without weights.
  ///
  /// The weights have any scale; a value of weight 0 is never drawn.
  public static func empirical(
    values: [Double],
    weights: [Double]? = nil
  ) throws(DistributionError) -> Law {
    try listed("empirical", values, "weights", weights, .isAny)
  }

  /// One of several whole numbers by weight; the weights have any scale.
  public static func discrete(values: [Double], weights: [Double]) throws(DistributionError) -> Law
  {
    try listed("discrete", try wholes(values), "weights", weights, .isAny)
  }

  /// One of several whole numbers by probability; the probabilities add up to 1.
  public static func discrete(
    values: [Double],
    probabilities: [Double]
  ) throws(DistributionError) -> Law {
    try listed("discrete", try wholes(values), "probabilities", probabilities, .isOne)
  }

  /// A law through known quantiles, with straight lines between them.
  ///
  /// The probabilities rise from 0 to 1 and the values never fall; two equal values in a row are a
  /// value that is drawn with the probability between them.
  public static func quantiles(
    probabilities: [Double],
    values: [Double]
  ) throws(DistributionError) -> Law {
    let name = "quantiles"
    guard probabilities.count >= 2 else {
      throw DistributionError(
        law: name,
        parameter: "probabilities",
        allowed: "a list of at least two numbers",
        found: "a list of \(probabilities.count)"
      )
    }
    try NumberList("values", of: name, values).count(probabilities.count, as: "probabilities")
    let last = probabilities.count - 1
    _ = try Parameter("probabilities[0]", of: name, probabilities[0]).within(0...0)
    _ = try Parameter("probabilities[\(last)]", of: name, probabilities[last]).within(1...1)
    _ = try Parameter("values[0]", of: name, values[0]).finite()
    for index in 1...last {
      _ = try Parameter("probabilities[\(index)]", of: name, probabilities[index])
        .above(probabilities[index - 1])
      _ = try Parameter("values[\(index)]", of: name, values[index]).atLeast(values[index - 1])
    }
    return try Law(.quantiles(probabilities: probabilities, values: values))
      .withMean("values", of: name, values[last])
  }

  private static func listed(
    _ law: String,
    _ values: [Double],
    _ weightName: String,
    _ weights: [Double]?,
    _ sum: WeightSum
  ) throws(DistributionError) -> Law {
    let list = NumberList("values", of: law, values)
    try list.notEmpty()
    let values = try list.each { (value) throws(DistributionError) in try value.finite() }
    var shares: [Double]?
    if let weights {
      try NumberList(weightName, of: law, weights).count(values.count, as: "values")
      shares = try WeightList(weightName, of: law, weights).shares(sum)
    }
    return try Law(.values(values, weights: shares))
      .withMean("values", of: law, values.max { abs($0) < abs($1) } ?? 0)
  }

  /// Values that are whole numbers a draw can count with exactly.
  private static func wholes(_ values: [Double]) throws(DistributionError) -> [Double] {
    try NumberList("values", of: "discrete", values).each { (value) throws(DistributionError) in
      try value.whole(-1e15...1e15)
    }
  }
}
