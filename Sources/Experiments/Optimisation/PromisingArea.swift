/// The plans that lie nearer to the best so far than to any other that was tried.
///
/// - Source: Hong and Nelson 2006, *Discrete optimization via simulation using COMPASS*, Operations
///   Research 54: new plans are drawn evenly from this area by coordinate sampling (revised mix-D),
///   so that the search closes in on a plan that no neighbour beats.
struct PromisingArea {
  let best: LeverPlan
  let tried: [LeverPlan]
  /// How many steps each lever has.
  let counts: [Int]

  func contains(_ plan: LeverPlan) -> Bool {
    let distance = plan.distance(to: best)
    return tried.allSatisfy { $0 == best || distance <= plan.distance(to: $0) }
  }

  /// Neighbours of the best by one step of one lever that nobody has tried.
  var untriedNeighbours: [LeverPlan] {
    best.steps.indices.flatMap { lever in
      [-1, 1].compactMap { step -> LeverPlan? in
        var steps = best.steps
        steps[lever] += step
        let plan = LeverPlan(steps: steps)
        return (0..<counts[lever]).contains(steps[lever]) && !tried.contains(plan) ? plan : nil
      }
    }
  }

  /// A plan of the area, after a walk from the best in which one lever at a time is drawn anew.
  ///
  /// - Parameter draw: A whole number from 0 to below its argument, of fresh luck at every call.
  /// - Returns: A plan that may have been tried before.
  func plan(draw: (Int) -> Int) -> LeverPlan {
    var steps = best.steps
    for _ in 0..<(4 * counts.count) {
      let lever = draw(counts.count)
      let allowed = (0..<counts[lever]).filter { step in
        var moved = steps
        moved[lever] = step
        return contains(LeverPlan(steps: moved))
      }
      guard !allowed.isEmpty else { continue }
      steps[lever] = allowed[draw(allowed.count)]
    }
    return LeverPlan(steps: steps)
  }
}
