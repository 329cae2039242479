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
  /// - Parameters:
  ///   - study: What will be run.
  ///   - name: What the folder is called when nobody names one.
  ///   - hash: The hash of all inputs, which follows that name.
  ///   - path: The folder that the user named.
  ///   - most: The most replications that there may be in the end; `nil` for those of the study.
  /// - Throws: `Stop` when it holds anything that would be lost, or cannot be written.
  init(
    of study: Study,
    named name: String,
    hash: String,
    at path: String?,
    atMost most: Int? = nil
  ) throws {
    let place = path ?? "notebooks-out/\(name)-\(hash.prefix(8))"
    try OutputFolder.check(place)
    try Self.keepEarlier(at: place, from: Manifest.Contract(of: study.with(replications: most)))
    do {
      folder = try RunFolder(at: place, forStudy: study.id)
    } catch {
      throw Stop(error)
    }
  }

  /// Refuses to put a run in the place of one that has what it would not give again.
  private static func keepEarlier(at path: String, from contract: Manifest.Contract) throws {
    if let loss = RunFolder.loss(at: path, under: contract) { throw Stop(losing: loss, in: path) }
  }

  /// Writes every file of the run, or none.
  ///
  /// - Throws: `Stop` when the disk refuses, or when a precision took fewer replications than an
  ///   earlier run in the folder has.
  func write(
    _ outcome: StudyOutcome,
    scenario: String,
    _ detail: StudyStore.Detail
  ) throws {
    // How many replications a precision takes is known only now.
    try Self.keepEarlier(at: folder.path, from: outcome.manifest.contract)
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
  /// Keeps an earlier run that would be lost.
  init(losing loss: String, in path: String) {
    self.init(.file, "E304: \(path) holds another run: \(loss); name another folder by --out")
  }

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
