internal import CountyModel
internal import Glibc
internal import Probability

/// What the search has seen of each plan.
struct TrialBook: Sendable {
  let goal: LeverGoal
  /// Replications of each plan: how far each target was overfulfilled, in the target's unit.
  private(set) var margins: [LeverPlan: [[Double]]] = [:]
  /// Plans in the order in which they were first tried.
  private(set) var order: [LeverPlan] = []

  init(_ goal: LeverGoal) { self.goal = goal }

  /// Runs so far.
  var runs: Int { order.reduce(0) { $0 + (margins[$1]?.count ?? 0) } }

  mutating func add(_ plan: LeverPlan, _ margin: [Double]) {
    if margins[plan] == nil { order.append(plan) }
    margins[plan, default: []].append(margin)
  }

  func count(of plan: LeverPlan) -> Int { margins[plan]?.count ?? 0 }

  /// How far the plan seems to be from reaching all targets with the wanted probability, summed
  /// over targets, each in the unit of how much the plans tried so far differ; 0 when it seems to.
  ///
  /// Luck is taken as normal: a target is reached with probability p when its mean margin is
  /// Φ⁻¹(p) standard deviations above 0. With several targets the allowance is shared out.
  ///
  /// A plan that was run once has the spread of those that were run more often.
  func shortfall(of plan: LeverPlan, scales: [Double], pooled: [Double]) -> Double {
    guard let margins = margins[plan], let first = margins.first else { return .infinity }
    let share = (1 - goal.probability) / Double(first.count)
    let z = -Normal.quantile(share)
    return first.indices.reduce(0) { sum, target in
      let sample = Sample(margins.map { $0[target] })
      let spread = (sample.variance ?? pooled[target]).squareRoot()
      return sum + max(0, z * spread - sample.mean) / scales[target]
    }
  }

  /// How much each target's margin differs between plans: the greatest minus the least mean.
  var scales: [Double] {
    let means = order.map { plan in
      let margins = margins[plan] ?? []
      return (margins.first ?? []).indices.map { target in
        Sample(margins.map { $0[target] }).mean
      }
    }
    return (means.first ?? []).indices.map { target in
      let values = means.map { $0[target] }
      let width = (values.max() ?? 0) - (values.min() ?? 0)
      return width > 0 ? width : 1
    }
  }

  /// The mean variance of each target's margin over plans that were run more than once; 0 while
  /// there is none.
  private var pooledVariances: [Double] {
    let targets = order.first.flatMap { margins[$0]?.first?.indices } ?? 0..<0
    return targets.map { target in
      let variances = order.compactMap { plan in
        Sample((margins[plan] ?? []).map { $0[target] }).variance
      }
      return variances.isEmpty ? 0 : variances.reduce(0, +) / Double(variances.count)
    }
  }

  /// Plans from the best: those that seem to reach the targets by cost, then the others by how
  /// little they miss them by.
  func ranked() -> [LeverPlan] {
    let (scales, pooled) = (scales, pooledVariances)
    let keys = order.map { plan -> (missing: Double, cost: Double) in
      (shortfall(of: plan, scales: scales, pooled: pooled), goal.cost(of: plan))
    }
    return order.indices.sorted { one, other in
      let (a, b) = (keys[one], keys[other])
      if a.missing != b.missing { return a.missing < b.missing }
      return a.cost != b.cost ? a.cost < b.cost : order[one] < order[other]
    }.map { order[$0] }
  }

  /// How far each target was overfulfilled in one run; below 0 when it was missed.
  static func margins(of readings: [Shard.Reading], _ targets: [Target]) -> [Double]? {
    let margins = targets.compactMap { target -> Double? in
      let annual = readings.filter { $0.measure == target.measure && $0.place == nil }
        .compactMap { reading in Int(reading.period).map { ($0, reading.value) } }
      let values = Dictionary(annual) { first, _ in first }
      switch target.kind {
      case .reach, .keep:
        return values[target.year].map { ($0 - target.value) * target.sense.sign }
      case .rise:
        let judged = values.keys.filter { $0 <= target.year }.sorted()
        let rises = zip(judged, judged.dropFirst()).compactMap { before, after in
          values[after].flatMap { after in values[before].map { after - $0 } }
        }
        return rises.map { ($0 - target.value) * target.sense.sign }.min()
      }
    }
    return margins.count == targets.count ? margins : nil
  }

  /// The plan whose scarcest margin is the largest, in the unit of how much the plans differ: the
  /// surest one, whatever it costs.
  func surest() -> LeverPlan? {
    let scales = scales
    let worst = order.map { plan in
      let margins = margins[plan] ?? []
      return (margins.first ?? []).indices.map { target in
        Sample(margins.map { $0[target] }).mean / scales[target]
      }.min() ?? -.infinity
    }
    return order.indices.max { worst[$0] < worst[$1] }.map { order[$0] }
  }
}
