public import Experiments
internal import Foundation
internal import GRDB

extension ResultStore {
  /// How much of a study must be there.
  public enum Extent: Sendable {
    /// Every replication of every policy.
    case everything
    /// The replications that are whole under every policy, numbered anew.
    case whatIsWhole
  }

  /// The table of a study, as it was when the study ended: its report is the same, byte for byte.
  ///
  /// - Throws: `notAStore` for the store of a sweep, `damaged` when a row is not as it was written
  ///   or when more is missing than `extent` allows.
  public func studyTable(_ extent: Extent = .everything) throws(StoreProblem) -> OutcomeTable {
    try ask { db in
      let reader = RowReader(db, run: salt, at: path)
      let outline = try outline(reader)
      var numbers = StudyNumbers(outline)
      do {
        try numbers.fill(from: reader)
        let kept = numbers.wholeReplications
        switch extent {
        case .everything where kept.count < outline.study.replications:
          throw StoreProblem.damaged(
            path: path,
            detail: "only \(kept.count) of "
              + "\(CountText.text(of: outline.study.replications, "replication")) can be read whole"
          )
        case .whatIsWhole where kept.isEmpty:
          throw StoreProblem.damaged(path: path, detail: "no replication is whole")
        default: return outline.with(numbers.keeping(kept), replications: kept.count)
        }
      } catch is WrongCell {
        throw StoreProblem.damaged(path: path, detail: "a cell is of another kind than its column")
      }
    }
  }

  private func outline(_ reader: RowReader) throws -> OutcomeTable {
    var text: String?
    try reader.each(of: StoreSchema.runs) { row in text = try row.last?.text() }
    guard let text else {
      throw StoreProblem.damaged(path: path, detail: "it does not say of which run it is")
    }
    guard !text.isEmpty else {
      throw StoreProblem.notAStore(
        path: path,
        reason: "it holds a sweep; `countyflow report` with its folder draws its page"
      )
    }
    let outline = try? CanonicalJSON.decode(OutcomeTable.self, from: Data(text.utf8))
    guard let outline, outline.schema == OutcomeTable.currentSchema else {
      throw StoreProblem.otherVersion(path: path, reason: "its outline is of another version")
    }
    return outline
  }
}
