/// A good set of stations without proof: greedy, then one exchange after another.
///
/// - Source: Teitz & Bart, *Heuristic methods for estimating the generalized vertex median of a
///   weighted graph*, Operations Research 16 (1968).
struct SitingExchange {
  private let problem: SitingProblem
  private let model: SitingModel

  init(_ problem: SitingProblem, _ model: SitingModel) {
    self.problem = problem
    self.model = model
  }

  /// The set, or a greedy one, after exchanges that improve it; ascending.
  ///
  /// Every pass tries each station against each free site; the passes end when one changes nothing.
  func improved(_ start: [Int]?) -> [Int] {
    var chosen = start ?? greedy()
    var value = problem.value(of: chosen, under: model)
    var isBetter = true
    while isBetter {
      isBetter = false
      for place in chosen.indices where problem.standings[chosen[place]] == .candidate {
        for site in problem.sites where !chosen.contains(site) {
          var other = chosen
          other[place] = site
          let changed = problem.value(of: other, under: model)
          if isMore(changed, than: value) {
            (chosen, value, isBetter) = (other, changed, true)
          }
        }
      }
    }
    return chosen.sorted()
  }

  private func greedy() -> [Int] {
    var chosen = problem.sites.filter { problem.standings[$0] == .fixed }
    while chosen.count < problem.stations {
      var best: (site: Int, value: Double)?
      for site in problem.sites where !chosen.contains(site) {
        let value = problem.value(of: chosen + [site], under: model)
        if best.map({ isMore(value, than: $0.value) }) ?? true { best = (site, value) }
      }
      guard let best else { break }
      chosen.append(best.site)
    }
    return chosen
  }

  private func isMore(_ value: Double, than other: Double) -> Bool {
    model.isMaximised ? value > other : value < other
  }
}
