internal import CountyModel
public import Experiments
internal import Foundation

/// The store that a finished study leaves in its folder.
public struct StudyStore {
  private let outcome: StudyOutcome
  private let card: RunCard
  private let detail: Detail

  /// How many readings of each run are kept.
  public enum Detail: Sendable {
    /// The whole by year, quarter and month, counties of a region by year.
    case whole
    /// Counties by quarter and month too, and settlements by year.
    case byPlace
  }

  /// Of a finished study.
  public init(of outcome: StudyOutcome, _ detail: Detail = .whole) throws(StoreProblem) {
    self.outcome = outcome
    self.detail = detail
    card = try RunCard(of: outcome.table)
  }

  /// Writes the other files of a run and the store beside them: all, or none.
  public func write(
    _ files: [(name: String, text: String)],
    into folder: RunFolder
  ) throws(StoreProblem) {
    let path = folder.path + "/" + ResultStore.fileName
    var cause: StoreProblem?
    let store = RunFolder.MadeFile(ResultStore.fileName) { temporary in
      do throws(StoreProblem) {
        try write(to: temporary)
      } catch {
        cause = error
        throw error
      }
    }
    do throws(FolderProblem) {
      try folder.write(files, making: [store])
    } catch {
      throw cause?.told(of: path) ?? StoreProblem(error)
    }
  }

  /// Writes the store into a new file.
  func write(to path: String) throws(StoreProblem) {
    // A new file beside the last one: whatever was left there is of no use.
    try? FileManager.default.removeItem(atPath: path)
    try ResultStore.write(at: path, run: card.salt) { writer in
      try writer.write(card)
      try writePeriods(with: writer)
      for policy in outcome.table.policies.indices {
        for replication in outcome.table.annual[policy].indices {
          try writeRun(policy, replication, with: writer)
        }
      }
      try writeSettlements(with: writer)
    }
  }

  private func writePeriods(with writer: RowWriter) throws {
    let table = outcome.table
    for year in table.years { try writer.add(Period.year(year).row, to: StoreSchema.periods) }
    for quarter in table.quarters {
      let period = Period.quarter(year: quarter.year, quarter.quarter)
      try writer.add(period.row, to: StoreSchema.periods)
    }
    for month in outcome.readings[0][0].months {
      try writer.add(
        Period.month(year: month.year, month.month).row,
        to: StoreSchema.periods
      )
    }
  }

  private func writeRun(_ policy: Int, _ replication: Int, with writer: RowWriter) throws {
    let table = outcome.table
    let task = policy * table.annual[0].count + replication
    let readings = try StudyReadings(
      of: outcome,
      policy: policy,
      replication: replication,
      detail
    ).rows
    try writer.add(
      [
        .whole(task), .whole(0), .whole(policy), .whole(replication), .text(""),
        .text(String(table.study.seed)),
        .whole(Int64(bitPattern: table.events[policy][replication])),
        .text(table.fingerprints[policy][replication]), .text(""), .whole(readings.count),
      ],
      to: StoreSchema.replications
    )
    try writer.add(readings, to: StoreSchema.readings)
    let ledger = outcome.readings[policy][replication].referrals
    try writer.add(
      ledger.map { Shard.LedgerRow($0).cells(ofTask: task) },
      to: StoreSchema.referrals
    )
    for (place, identity) in table.identities[policy][replication].enumerated() {
      try writer.add(identity.cells(ofTask: task, place), to: StoreSchema.identities)
    }
  }

  private func writeSettlements(with writer: RowWriter) throws {
    let table = outcome.table
    for policy in table.policies.indices {
      for (place, settlement) in table.map.settlements.enumerated() {
        for (year, one) in zip(table.years, settlement.years[policy]) {
          try writer.add(
            [
              .whole(policy), .whole(place), .whole(year), .text(settlement.id),
              .real(one.visits), .real(one.grassroots), .real(one.unmet), .real(one.calls),
              .real(one.inTime), .real(one.response),
            ],
            to: StoreSchema.settlements
          )
        }
      }
    }
  }
}
