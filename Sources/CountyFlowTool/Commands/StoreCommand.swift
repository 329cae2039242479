import ArgumentParser
import Experiments
import Reports
import ResultStore

/// Looks after results files.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Check a results file, write it out as plain tables, or read those back.",
    subcommands: [Check.self, Export.self, Import.self]
  )

  /// Checks every page and every row.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check every page and every row, and print the content hash."
    )

    @Argument(help: "The results.sqlite.", completion: .file(extensions: ["sqlite"]))
    var store: String

    @OptionGroup var output: OutputOptions

    func run() throws {
      do throws(StoreProblem) {
        let results = try ResultStore.open(readingFrom: store)
        let tables = try results.content()
        let hash = try results.contentHash()
        try results.close()
        try tell(tables, hash)
      } catch {
        throw Stop(error)
      }
    }

    private func tell(_ tables: [ResultStore.TableContent], _ hash: String) throws(StoreProblem) {
      let answer = StoreAnswer(contentHash: hash, tables: tables)
      do {
        guard !output.json else {
          return try Screen.answer(try CanonicalJSON.text(of: answer) + "\n")
        }
        let lines = tables.map { "\($0.sha256.prefix(16))  \($0.rows)  \($0.name)\n" }
        try Screen.answer(lines.joined() + "content \(hash)\n")
      } catch {
        throw .notWritable(path: "stdout", reason: "\(error)")
      }
    }
  }

  /// Writes every table as CSV.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write every table as a CSV file (UTF-8 with its mark)."
    )

    @Argument(help: "The results.sqlite.", completion: .file(extensions: ["sqlite"]))
    var store: String

    @Option(help: "A new or empty folder for the tables.")
    var out: String

    func run() throws {
      try OutputFolder.check(out)
      do throws(StoreProblem) {
        let results = try ResultStore.open(readingFrom: store)
        try results.exportCSV(to: out)
        try results.close()
      } catch {
        throw Stop(error)
      }
    }
  }

  /// Reads such tables back.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Make a results file from tables that `store export` wrote."
    )

    @Argument(help: "The folder of the tables.", completion: .directory)
    var folder: String

    @Option(help: "The results.sqlite to make; there must be none yet.")
    var out: String

    func run() throws {
      try NewFile.check(out)
      do throws(StoreProblem) {
        try ResultStore.importCSV(from: folder, to: out)
      } catch {
        throw Stop(error)
      }
    }
  }
}

/// What `store check --json` prints.
private struct StoreAnswer: Encodable {
  let schema = "countyflow/store-check/1"
  let contentHash: String
  let tables: [ResultStore.TableContent]
}
