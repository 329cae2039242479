internal import Foundation

/// Runs models whose answers are known and judges the simulation by the cases file's own rule.
public enum AnalyticVerifier {
  /// Replications per case: what the file's limit of 4.4813 standard errors is stated for.
  public static let replications = 40

  /// The families that can be run, by their names in the file.
  public static var families: [String] { VerificationFamily.all.flatMap(\.names) }

  /// Runs the cases of a file, or some of them by name.
  ///
  /// The rows depend on the seed and never on the number of threads. A case of a family nobody
  /// knows fails: what is not checked must not look checked.
  ///
  /// - Throws: When the file cannot be read, a name is not in it, or a case cannot be run.
  public static func run(
    casesFile: String,
    only ids: [String] = [],
    profile: VerificationProfile,
    seed: UInt64,
    threads: Int = 2,
    readNetwork: @escaping NetworkTextReader
  ) async throws -> VerificationReport {
    let all = try CasesFile.cases(in: casesFile)
    guard !all.isEmpty else { throw CasesFileProblem.empty }
    for id in ids where !all.contains(where: { $0.id == id || $0.family == id }) {
      throw CasesFileProblem.noCase(id, known: all.map(\.id))
    }
    let cases = all.filter { ids.isEmpty || ids.contains($0.id) || ids.contains($0.family) }
    let rule = PassRule(profile: profile)
    var work: [CaseWork] = []
    var owners: [AnalyticCase] = []
    for wanted in cases {
      let own = try VerificationFamily.named(wanted.family)?.prepare(wanted, profile) ?? []
      work += own
      owners += own.map { _ in wanted }
    }
    var rounds = VerificationRounds(
      rule: rule,
      threads: max(1, threads),
      seed: seed,
      read: readNetwork
    )
    let judged = try await rounds.judge(work, of: owners)
    let rows = cases.flatMap { wanted -> [JudgedRow] in
      let own = zip(owners, judged).filter { $0.0.id == wanted.id }.flatMap(\.1)
      return own + wanted.unanswered(by: own)
    }
    return VerificationReport(
      rows: rows,
      limit: rule.limit(replications: replications),
      replications: replications,
      events: rounds.events
    )
  }
}

extension AnalyticCase {
  /// The answers that no row speaks of: they fail, for they were not checked.
  func unanswered(by rows: [JudgedRow]) -> [JudgedRow] {
    if VerificationFamily.named(family) == nil {
      return [.unknown(caseID: id, row: "family \(family) is not known", exact: 0)]
    }
    return self.rows.filter { exact in
      !rows.contains { $0.row == exact.name || $0.row.hasPrefix(exact.name + " ") }
    }.map { .unknown(caseID: id, row: $0.name + " is not known", exact: $0.value) }
  }
}
