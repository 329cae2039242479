internal import Glibc

/// A siting problem as an integer program: a whole column for each site, the rest follows.
///
/// Columns of homes need not be declared whole: once the sites are, an optimum has them whole.
struct SitingProgram {
  private let problem: SitingProblem
  private let model: SitingModel
  private var program: IntegerProgram
  /// Column of each site: 1 with a station, 0 without.
  private var open: [IntegerProgram.Column] = []
  /// Part of the objective that no choice changes.
  private var constant = 0.0

  init(_ problem: SitingProblem, _ model: SitingModel) {
    self.problem = problem
    self.model = model
    program = IntegerProgram(model.isMaximised ? .most : .least)
    for site in problem.sites {
      let isFixed = problem.standings[site] == .fixed
      open.append(program.column(cost: 0, in: (isFixed ? 1 : 0)...1, .whole))
    }
    let count = Double(problem.stations)
    program.row(open.map { ($0, 1) }, in: count...count)
    switch model {
    case .maximalCovering: cover()
    case .expectedCovering(let busy): cover(busy: busy)
    case .median: measure()
    }
  }

  /// Searches; when time runs out, exchanges may still improve what was found.
  func solve(seconds: Double) throws(SitingFailure) -> SitingPlan {
    let total = problem.demand.reduce(0, +)
    switch program.solve(seconds: seconds) {
    case .optimal(let solution): return plan(solution, .optimal)
    case .interrupted(let solution, let bound):
      let found = plan(solution, .bounded(by: (bound + constant) / total))
      return exchanged(from: found.sites, boundedBy: (bound + constant) / total)
    case .nothingFound: return exchanged(from: nil, boundedBy: simpleBound)
    case .infeasible, .failed: throw .solver
    }
  }

  private func exchanged(from sites: [Int]?, boundedBy bound: Double) -> SitingPlan {
    let sites = SitingExchange(problem, model).improved(sites)
    return SitingPlan(
      sites: sites,
      value: problem.value(of: sites, under: model),
      proof: .bounded(by: bound)
    )
  }

  /// What a station at every site would be worth; no fewer can do better.
  private var simpleBound: Double {
    problem.value(of: Array(problem.sites), under: model)
  }

  /// The sites of a solution; its value is counted anew, free of the solver's rounding.
  private func plan(_ solution: IntegerProgram.Solution, _ proof: SitingPlan.Proof) -> SitingPlan {
    let sites = problem.sites.filter { solution[open[$0]] > 0.5 }
    return SitingPlan(sites: sites, value: problem.value(of: sites, under: model), proof: proof)
  }

  /// A home counts if one of the sites that reach it is open.
  private mutating func cover() {
    for home in problem.homes where problem.demand[home] > 0 {
      let near = problem.sites(covering: home)
      guard !near.isEmpty else { continue }
      if near.contains(where: { problem.standings[$0] == .fixed }) {
        constant += problem.demand[home]
        continue
      }
      let reached = program.column(cost: problem.demand[home], in: 0...1, .any)
      program.row(
        near.map { (open[$0], 1) } + [(reached, -1)],
        in: 0...Double.infinity
      )
    }
  }

  /// The k-th crew within reach of a home adds (1 - q) q^(k-1); earlier ones add more, so that they
  /// fill up first.
  private mutating func cover(busy: Double) {
    for home in problem.homes where problem.demand[home] > 0 {
      let near = problem.sites(covering: home)
      guard !near.isEmpty else { continue }
      // No more sites can be open than there are stations: the largest of them.
      let most = near.map { problem.crews[$0] }.sorted(by: >).prefix(problem.stations).reduce(0, +)
      var terms = near.map { (column: open[$0], coefficient: Double(problem.crews[$0])) }
      for crew in 0..<most {
        let worth = problem.demand[home] * (1 - busy) * pow(busy, Double(crew))
        let counted = program.column(cost: worth, in: 0...1, .any)
        terms.append((counted, -1))
      }
      program.row(terms, in: 0...Double.infinity)
    }
  }

  /// A home pays the way to its nearest site, and for each farther one that it must fall back on the
  /// difference: a column for each step, which is 1 when every site before it is closed.
  ///
  /// It is the p-median by radii: the same relaxation as with a column for every pair. Each step is
  /// bound to the one before, `z_r ≥ z_(r-1) - y_r`, which adds up to `z_r ≥ 1 - y_1 - … - y_r` with
  /// three coefficients instead of r. Nothing beyond a fixed site, and nothing beyond the nearest that
  /// cannot all be closed, need be written down.
  ///
  /// - Source: Cornuéjols, Nemhauser & Wolsey, *A canonical representation of simple plant location
  ///   problems*, SIAM Journal on Algebraic and Discrete Methods 1 (1980).
  private mutating func measure() {
    for home in problem.homes where problem.demand[home] > 0 {
      let order = problem.sites.sorted { one, other in
        (problem.minutes[one][home], one) < (problem.minutes[other][home], other)
      }
      constant += problem.demand[home] * problem.minutes[order[0]][home]
      var before: IntegerProgram.Column?
      var near: [(column: IntegerProgram.Column, coefficient: Double)] = []
      for (rank, site) in order.enumerated().dropLast() {
        near.append((open[site], 1))
        guard problem.standings[site] == .candidate, rank < mostClosed else { break }
        let step = problem.minutes[order[rank + 1]][home] - problem.minutes[site][home]
        guard step > 0 else { continue }
        let beyond = program.column(cost: problem.demand[home] * step, in: 0...1, .any)
        let last = before.map { [($0, -1.0)] } ?? []
        let least = before == nil ? 1.0 : 0.0
        program.row(near + last + [(beyond, 1)], in: least...Double.infinity)
        near = []
        before = beyond
      }
    }
  }

  /// How many sites can be without a station.
  private var mostClosed: Int { problem.minutes.count - problem.stations }
}
