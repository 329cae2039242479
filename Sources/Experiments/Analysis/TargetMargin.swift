extension SweepResults {
  /// By how much each replication meets a target; below 0 where it misses.
  ///
  /// Empty when there was nothing to measure by the deadline. A rise is judged by the two neighbouring years that lie furthest behind on average.
  func margins(of target: Target, place: Int, policy: Int) -> [Double] {
    func values(_ year: Int) -> [Double?] {
      let question = SweepQuestion(policy: policy, measure: target.measure, year: year)
      return replications(question, place: place)
    }
    let sign = target.sense.sign
    switch target.kind {
    case .reach, .keep:
      return values(target.year).compactMap { $0.map { ($0 - target.value) * sign } }
    case .rise:
      let judged = years.filter { $0 <= target.year }
      guard judged.last == target.year else { return [] }
      let rises = zip(judged, judged.dropFirst()).map { before, after in
        zip(values(before), values(after)).compactMap { before, after in
          before.flatMap { before in after.map { ($0 - before - target.value) * sign } }
        }
      }
      guard !rises.isEmpty, rises.allSatisfy({ !$0.isEmpty }) else { return [] }
      return rises.min { Sample($0).mean < Sample($1).mean } ?? []
    }
  }
}
