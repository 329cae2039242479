import Engine
import Probability

extension PlanBuilder {
  /// Adds one source.
  mutating func addSource(_ row: Int, to plan: inout NetworkPlan) {
    let source = inputs.sources[row]
    let path = "sources." + source.id
    var sum = 0.0
    var shares: [Double] = []
    var kinds: [ClassID] = []
    // By name: which class a customer's luck gives them does not depend on the order in the file.
    for (name, weight) in source.classes.sorted(by: { $0.className < $1.className }) {
      kinds.append(className(name, at: path + ".classes." + name))
      if !(weight >= 0 && weight.isFinite) {
        note(path + ".classes." + name, "the weight is \(weight); expected 0 or more")
      }
      sum += weight
      shares.append(sum)
    }
    if !(sum > 0) { note(path + ".classes", "the weights add up to \(sum); expected above 0") }
    shares = shares.map { $0 / sum }
    plan.sources.append(
      SourcePlan(
        key: StableName.key("source", source.id),
        arrivals: arrivals(source.arrivals, at: path, to: &plan),
        batch: source.batch.map { batch($0, at: path + ".batch", to: &plan) },
        first: add(source.first, at: path + ".to", to: &plan),
        classShares: shares,
        classes: kinds
      )
    )
    if case .population = source.arrivals, source.batch != nil {
      note(path + ".batch", "customers of a finite source come one by one")
    }
  }

  private mutating func arrivals(
    _ arrivals: ArrivalsInputs,
    at path: String,
    to plan: inout NetworkPlan
  ) -> SourcePlan.Arrivals {
    switch arrivals {
    case .gaps(let law):
      if law.mean <= 0 { note(path + ".gap", "the mean gap is \(law.mean); expected above 0") }
      return .gaps(time(law, at: path + ".gap", to: &plan))
    case .rate(let profile):
      return .rate(profile)
    case .trace(let list):
      return .trace(trace(list, at: path + ".trace"))
    case .population(let size, let away):
      if !(1...500_000).contains(size) {
        note(path + ".population.size", "size is \(size); expected 1 to 500000")
      }
      if away.mean <= 0 {
        note(path + ".population.away", "the mean time away is \(away.mean); expected above 0")
      }
      return .population(size, away: time(away, at: path + ".population.away", to: &plan))
    }
  }

  private mutating func trace(
    _ list: [TraceArrival],
    at path: String
  ) -> [(at: SimInstant, className: ClassID?)] {
    var before = 0.0
    var trace: [(at: SimInstant, className: ClassID?)] = []
    for (index, arrival) in list.enumerated() {
      if !(arrival.time >= before && arrival.time.isFinite && arrival.time < 1e15) {
        note(
          path + "[\(index)]",
          "an arrival at \(arrival.time) after one at \(before); expected rising times of 0 or more"
        )
        continue
      }
      before = arrival.time
      var kind: ClassID?
      if let name = arrival.className { kind = className(name, at: path + "[\(index)].class") }
      trace.append((.start + scale.duration(arrival.time), kind))
    }
    return trace
  }

  private mutating func batch(_ law: Law, at path: String, to plan: inout NetworkPlan) -> LawID {
    if !law.isWhole || law.support.lowerBound < 1 {
      note(path, "a batch is a whole number of 1 or more customers")
    }
    return plan.laws.add(law)
  }
}
