internal import CountyModel
internal import Geography

/// Checks the communities of a county against the facilities that stand on its map.
struct CommunityDesk {
  private let desk: Desk
  private let county: CountyFile

  init(_ desk: Desk, _ county: CountyFile) {
    self.desk = desk
    self.county = county
  }

  /// Whether the communities can be; every problem is reported where it is written.
  func accepts(_ map: CountyMap) -> Bool {
    let problems = county.inputs.communityProblems(on: map)
    for problem in problems {
      let (key, node) = place(of: problem)
      desk.report(
        code(of: problem),
        at: node.map { desk[$0].span } ?? county.geography,
        problem.words,
        key: key,
        expected: problem.expected,
        help: advice(for: problem, node)
      )
    }
    return problems.isEmpty
  }

  private func code(of problem: CommunityProblem) -> DiagnosticCode {
    switch problem.kind {
    case .unknown: .unknownName
    case .twice: .conflict
    case .wrongLead: .wrongValue
    case .empty: .wrongCount
    }
  }

  private func advice(for problem: CommunityProblem, _ node: NodeID?) -> String? {
    guard let node, case .scalar(let scalar) = desk[node].content else { return nil }
    return Suggestions.didYouMean(scalar.text, among: problem.candidates)
  }

  /// The key of a problem, and the node of the lead or member, as far as it can be found.
  private func place(of problem: CommunityProblem) -> (key: String, node: NodeID?) {
    let row = "communities[\(problem.community)]"
    let name = problem.member == nil && problem.kind != .empty ? "lead" : "members"
    let key = problem.member.map { "\(row).members[\($0)]" } ?? "\(row).\(name)"
    guard let list = county.communities, case .list(let rows) = desk[list].content,
      rows.indices.contains(problem.community),
      case .mapping(let entries) = desk[rows[problem.community]].content,
      let entry = entries.first(where: { $0.key == name })
    else { return (key, county.communities) }
    guard let member = problem.member, case .list(let items) = desk[entry.value].content,
      items.indices.contains(member)
    else { return (key, entry.value) }
    return (key, items[member])
  }
}
