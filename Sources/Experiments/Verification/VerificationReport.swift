/// All rows of a verification, in the order of the cases file.
public struct VerificationReport: Sendable {
  /// The judged rows.
  public let rows: [JudgedRow]
  /// How many standard errors a row was allowed.
  public let limit: Double
  /// Replications per case.
  public let replications: Int
  /// Events handled by all cases.
  public let events: UInt64

  /// How many rows came to a verdict.
  public func count(of verdict: JudgedRow.Verdict) -> Int {
    rows.count { $0.verdict == verdict }
  }

  /// Whether no row failed and none was too short to tell.
  public var passed: Bool { count(of: .fail) == 0 && count(of: .inconclusive) == 0 }
}
