import Glibc

/// How much a yuan weighs with people of each fifth of income, against somebody of mean income.
///
/// The weight falls with income at a constant elasticity: (mean / income)^elasticity. What people
/// would pay for a minute or for a better doctor then rises with their income at the same elasticity.
/// At elasticity 0 every weight is exactly 1.
///
/// - Source: the cost term of Mackie et al., *Values of travel time savings in the UK* (2003).
struct MoneyWeights {
  private let weights: [Double]

  /// Weights from yuan a year of each fifth, poorest first.
  init(incomes: [Double], elasticity: Double) {
    let mean = incomes.reduce(0, +) / Double(incomes.count)
    weights = incomes.map { pow(mean / $0, elasticity) }
  }

  subscript(_ fifth: IncomeFifth) -> Double { weights[fifth.lane] }
}
