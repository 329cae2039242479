import Geography
import Glibc

/// Which fifth of the county's income somebody stands in, by luck and by home.
///
/// Proportional odds: at every step the odds of standing above it are e^tilt times as high in an
/// urban settlement as in a rural one. The steps lie so that each fifth keeps a fifth of the
/// residents; at tilt 0 they are 0.2, 0.4, 0.6 and 0.8 for everybody.
///
/// - Source: McCullagh, *Regression models for ordinal data* (1980).
struct IncomeLadder {
  /// Luck from which on somebody stands above each step.
  private let urban: [Double]
  private let rural: [Double]

  /// A ladder of a county with a share of urban residents, 0 to 1.
  init(tilt: Double, urbanShare: Double) {
    let fifths = IncomeFifth.allCases.count
    let ratio = exp(tilt)
    // Rural odds x of standing below a step: u x / (x + ratio) + (1 − u) x / (x + 1) is the share of
    // all residents below it, a quadratic in x.
    let odds = (1..<fifths).map { step in
      let below = Double(step) / Double(fifths)
      let linear = urbanShare + (1 - urbanShare) * ratio - below * (1 + ratio)
      let root = (linear * linear + 4 * (1 - below) * below * ratio).squareRoot()
      return (root - linear) / (2 * (1 - below))
    }
    urban = odds.map { $0 / ($0 + ratio) }
    rural = odds.map { $0 / ($0 + 1) }
  }

  /// The ladder of a county as it is on the first day.
  init(_ plan: CountyPlan) {
    let all = plan.map.settlements.reduce(0) { $0 + $1.residents }
    let urban = plan.map.settlements.reduce(0) { $0 + ($1.setting == .urban ? $1.residents : 0) }
    self.init(
      tilt: plan.inputs.population.incomeUrban,
      urbanShare: Double(urban) / Double(max(1, all))
    )
  }

  /// The fifth in which a luck between 0 and 1 puts somebody of a setting.
  func fifth(of luck: Double, in setting: Setting) -> IncomeFifth {
    let passed = (setting == .urban ? urban : rural).count { $0 <= luck }
    return IncomeFifth(rawValue: UInt8(passed)) ?? .richest
  }
}
