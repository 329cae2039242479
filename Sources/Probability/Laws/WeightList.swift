/// What a list of weights must add up to.
public enum WeightSum: Hashable, Sendable {
  /// To 1 within 1e-9: anything else is a forgotten branch.
  case isOne
  /// To anything above 0; the weights are divided by their sum.
  case isAny
}

/// A list of weights on its way into a law.
struct WeightList {
  let name: String
  let law: String
  let weights: [Double]

  init(_ name: String, of law: String, _ weights: [Double]) {
    self.name = name
    self.law = law
    self.weights = weights
  }

  /// The weights as shares that add up to 1, each finite and 0 or more.
  func shares(_ expected: WeightSum) throws(DistributionError) -> [Double] {
    try NumberList(name, of: law, weights).notEmpty()
    var sum = 0.0
    for (index, weight) in weights.enumerated() {
      sum += try Parameter("\(name)[\(index)]", of: law, weight).notNegative()
    }
    switch expected {
    case .isOne:
      guard abs(sum - 1) <= 1e-9 else {
        throw DistributionError(
          law: law,
          parameter: "sum of \(name)",
          allowed: "1 (within 1e-9)",
          found: "\(sum)"
        )
      }
    case .isAny:
      sum = try Parameter("sum of \(name)", of: law, sum).positive()
    }
    return weights.map { $0 / sum }
  }
}

/// A list of numbers on its way into a law.
struct NumberList {
  let name: String
  let law: String
  let numbers: [Double]

  init(_ name: String, of law: String, _ numbers: [Double]) {
    self.name = name
    self.law = law
    self.numbers = numbers
  }

  /// Refuses the list without a member.
  func notEmpty() throws(DistributionError) {
    guard !numbers.isEmpty else {
      throw DistributionError(
        law: law,
        parameter: name,
        allowed: "a list of at least one number",
        found: "an empty list"
      )
    }
  }

  /// The numbers if there is one of them for each of another list.
  func count(_ count: Int, as other: String) throws(DistributionError) {
    guard numbers.count == count else {
      throw DistributionError(
        law: law,
        parameter: name,
        allowed: "a list of \(count), one for each of \(other)",
        found: "a list of \(numbers.count)"
      )
    }
  }

  /// Runs one check on every member, under the member's own name.
  func each(
    _ check: (Parameter) throws(DistributionError) -> Double
  ) throws(DistributionError) -> [Double] {
    var checked: [Double] = []
    checked.reserveCapacity(numbers.count)
    for (index, number) in numbers.enumerated() {
      checked.append(try check(Parameter("\(name)[\(index)]", of: law, number)))
    }
    return checked
  }
}
