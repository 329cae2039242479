public import Experiments

/// The answers of a verification as plain text.
public enum VerificationText {
  /// Every row with its exact value, then how many passed.
  public static func render(_ report: VerificationReport) -> String {
    var table = TextTable([
      ("case", .left), ("row", .left), ("exact", .right), ("simulated", .right), ("z", .right),
      ("", .left),
    ])
    for row in report.rows {
      table.add([
        row.caseID, row.row, DecimalText.text(of: row.exact), DecimalText.text(of: row.estimate),
        row.z.map { Rounding.fixed($0, decimals: 2) } ?? "-", row.verdict.rawValue,
      ])
    }
    return table.text + "\n" + count(report) + "\n"
  }

  /// One line; a row too short to tell counts as failed.
  private static func count(_ report: VerificationReport) -> String {
    let failed = report.count(of: .fail) + report.count(of: .inconclusive)
    let unseen = report.count(of: .unseen)
    let rest = unseen > 0 ? ", \(unseen) unseen" : ""
    return "\(report.count(of: .pass)) passed, \(failed) failed\(rest)"
  }
}
