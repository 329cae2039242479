import Experiments
import Foundation
import Reports
import ResultStore
import ScenarioFiles

/// The folder of a run, from the check before it to the files after it.
struct RunDelivery {
  private let folder: RunFolder

  /// Path of the report, once it is written.
  var report: String { folder.path + "/" + RunFolder.report }

  /// Finds or makes the folder before anything is run.
  ///
  /// - Throws: `Stop` when it holds anything else or cannot be written.
  init(of study: Study, named name: String, hash: String, at path: String?) throws {
    let standard = "notebooks-out/\(name)-\(hash.prefix(8))"
    do {
      folder = try RunFolder(at: path ?? standard, forStudy: study.id)
    } catch {
      throw Stop(error)
    }
  }

  /// Writes every file of the run, or none.
  ///
  /// - Throws: `Stop` when the disk refuses.
  func write(
    _ outcome: StudyOutcome,
    scenario: String,
    _ detail: StudyStore.Detail
  ) throws {
    let table = outcome.table
    let files = [
      (RunFolder.manifest, try CanonicalJSON.text(of: outcome.manifest) + "\n"),
      ("scenario.resolved.json", scenario),
      (RunFolder.readings, try CanonicalJSON.text(of: table) + "\n"),
      ("readings.csv", ReadingsCSV.render(table)),
      ("verdicts.csv", VerdictsCSV.render(table)),
      (RunFolder.report, ReportPage.render(table)),
    ]
    do throws(StoreProblem) {
      let store = try StudyStore(of: outcome, detail)
      try store.write(files, into: folder)
    } catch {
      throw Stop(error)
    }
  }

  /// Takes the folder away again if it was made for nothing.
  func abandon() { folder.abandon() }
}

extension Stop {
  /// The exit code and the wording of a store's problem.
  init(_ problem: StoreProblem) {
    let status: ExitStatus = problem.isOfTheDisk ? .file : .store
    self.init(status, "\(problem.code): \(problem.message)")
  }

  /// The exit code and the wording of a folder's problem.
  init(_ problem: FolderProblem) {
    switch problem {
    case .notEmpty(let path):
      self.init(.file, "E304: \(path) holds something other than a run of this study; name another")
    case .notWritable(let path, let reason):
      self.init(.file, "E305: cannot write \(path): \(reason)")
    case .writeFailed(let path, let reason):
      self.init(.file, "E306: cannot write \(path): \(reason)")
    case .missing(let path):
      self.init(.file, "E101: \(path): no such file or folder")
    case .notARun(let path, let reason):
      self.init(.store, "E502: \(path): \(reason)")
    }
  }
}
