internal import NetworkModel

/// The table of the fewest beds for a blocking target, by Erlang's formula.
enum ErlangTable {
  /// Judges every line: key `a=LOAD,target=SHARE`, answers `beds`, `blocking` and
  /// `blocking_one_fewer`.
  static func judge(
    _ table: [String: JSONValue],
    of verification: AnalyticCase,
    by rule: PassRule
  ) throws -> [JudgedRow] {
    try table.sorted { $0.key < $1.key }.flatMap { key, line in
      let numbers = key.split { $0 == "=" || $0 == "," }.compactMap { Double($0) }
      guard numbers.count == 2 else { throw CaseProblem.input(key, caseID: verification.id) }
      let found = Erlang.fewestServers(offered: numbers[0], blockingAtMost: numbers[1])
      let answers = [
        ("beds", Double(found)),
        ("blocking", Erlang.blocking(offered: numbers[0], servers: found)),
        ("blocking_one_fewer", Erlang.blocking(offered: numbers[0], servers: found - 1)),
      ]
      return try answers.map { name, value in
        guard let exact = line[name]?.number else {
          throw CaseProblem.input("\(key).\(name)", caseID: verification.id)
        }
        let row = RowName(caseID: verification.id, label: "\(name) [\(key)]")
        return rule.judge(exact, of: row, byFormula: value)
      }
    }
  }
}
