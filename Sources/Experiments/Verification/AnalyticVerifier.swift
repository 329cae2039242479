internal import NetworkModel

/// Runs queues whose answers are known and judges the simulation by the cases file's own rule.
public enum AnalyticVerifier {
  /// Replications per case: what the file's limit of 4.4813 standard errors is stated for.
  public static let replications = 40

  /// The families that can be run, by their names in the file.
  public static var families: [String] { VerificationFamily.allNames }

  /// Runs the cases of some families.
  ///
  /// The rows depend on the seed and never on the number of threads. Throws when the file cannot
  /// be read, a family is not in it, or a case cannot be run.
  public static func run(
    casesFile: String,
    families: [String] = AnalyticVerifier.families,
    profile: VerificationProfile,
    seed: UInt64,
    threads: Int = 2
  ) async throws -> VerificationReport {
    let cases = try CasesFile.cases(in: casesFile, families: families)
    for family in families where !cases.contains(where: { $0.family == family }) {
      throw CasesFileProblem.family(family)
    }
    let rule = PassRule(profile: profile)
    let stations = cases.flatMap { $0.stations(seed: seed, profile: profile) }
    var rounds = VerificationRounds(rule: rule, threads: max(1, threads))
    let judged = try await rounds.judge(stations)
    let rows = cases.flatMap { verification -> [JudgedRow] in
      switch verification.question {
      case .beds(let table):
        table.flatMap { $0.judge(caseID: verification.id, by: rule) }
      case .station:
        zip(stations, judged).filter { $0.0.verification.id == verification.id }.flatMap(\.1)
      }
    }
    return VerificationReport(
      rows: rows,
      limit: PassRule.limit(replications: replications),
      replications: replications,
      events: rounds.events
    )
  }
}

extension BedsRow {
  /// The three answers of one line of the table of beds, by Erlang's formula.
  func judge(caseID: String, by rule: PassRule) -> [JudgedRow] {
    let found = Erlang.fewestServers(offered: offered, blockingAtMost: target)
    let answers = [
      ("beds", Double(beds), Double(found)),
      ("blocking", blocking, Erlang.blocking(offered: offered, servers: found)),
      (
        "blocking_one_fewer",
        blockingOneFewer,
        Erlang.blocking(offered: offered, servers: found - 1)
      ),
    ]
    return answers.map { name, exact, value in
      let row = RowName(caseID: caseID, label: "\(name) [a=\(offered), target=\(target)]")
      return rule.judge(exact, of: row, byFormula: value)
    }
  }
}
