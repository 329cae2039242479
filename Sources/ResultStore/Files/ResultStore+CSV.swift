internal import Experiments
internal import Foundation
internal import GRDB

/// The store as a folder of plain tables, and back.
extension ResultStore {
  /// Writes every table as a CSV file into a new or empty folder.
  ///
  /// What is read back by `imported` is the same store: the same content hash, and the same files
  /// when it is written out again.
  public func exportCSV(to folder: String) throws(StoreProblem) {
    do {
      let target = try RunFolder(newAt: folder)
      let files = try StoreSchema.tables.map { table in
        (name: "\(table.name).csv", text: try text(of: table))
      }
      try target.write(files)
    } catch let problem as FolderProblem {
      throw StoreProblem(problem)
    } catch let problem as StoreProblem {
      throw problem
    } catch {
      throw Self.problem(error, at: path)
    }
  }

  private func text(of table: StoreTable) throws(StoreProblem) -> String {
    try ask { db in
      var text = TableText.head(of: table)
      try RowReader(db, run: salt, at: path).each(of: table) { text += TableText.line($0) }
      return text
    }
  }

  /// Makes a store from a folder that `exportCSV` wrote.
  ///
  /// - Throws: `notAStore` with the file and the line that cannot be read.
  public static func importCSV(from folder: String, to path: String) throws(StoreProblem) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw .notWritable(path: path, reason: "it is there already; name another")
    }
    var tables: [(StoreTable, [[Cell]])] = []
    for table in StoreSchema.tables { tables.append((table, try rows(of: table, in: folder))) }
    guard let run = tables[0].1.first,
      case (.text(let kind), .text(let id), .text(let contract)) = (run[1], run[2], run[9])
    else { throw .notAStore(path: folder, reason: "runs.csv has no row") }
    let salt = RunCard.salt(kind: kind, id: id, contract: contract)
    try WholeFile.put(at: path) { temporary in
      try write(at: temporary, run: salt) { writer in
        for (table, rows) in tables {
          for row in rows { try writer.add(row, to: table) }
        }
      }
    }
  }

  private static func rows(
    of table: StoreTable,
    in folder: String
  ) throws(StoreProblem) -> [[Cell]] {
    let file = "\(folder)/\(table.name).csv"
    guard let data = FileManager.default.contents(atPath: file) else { throw .missing(path: file) }
    guard let text = String(data: data, encoding: .utf8) else {
      throw .notAStore(path: file, reason: "it is not UTF-8")
    }
    do throws(TextProblem) {
      return try TableText.rows(of: table, in: text)
    } catch {
      throw .notAStore(path: "\(file):\(error.line)", reason: error.reason)
    }
  }
}
