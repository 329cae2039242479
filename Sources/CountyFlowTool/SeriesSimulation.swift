import Experiments
import Reports
import ResultStore
import ScenarioFiles

/// Runs several studies one after the other and lays them side by side.
struct SeriesSimulation {
  let run: RunOptions
  let output: OutputOptions
  let out: String?
  /// How many readings are kept.
  let detail: StudyStore.Detail

  /// Simulates every study of the series into a folder of its own.
  ///
  /// The matrix of what is finished is written after every study, so that nothing is lost when the
  /// series is stopped.
  ///
  /// - Throws: `Stop` with 1 when an identity does not hold, after everything is written.
  func carryOut(under shocks: [String]) async throws {
    let loaded = try load(under: shocks)
    let standard = "notebooks-out/\(loaded.series.id)-\(loaded.inputHash.prefix(8))"
    let contracts = loaded.members.map { Manifest.Contract(of: run.overriding($0.study)) }
    let delivery = try SeriesDelivery(of: loaded.series, contracts, at: out ?? standard)
    var (tables, manifests): ([OutcomeTable], [Manifest]) = ([], [])
    for (place, member) in loaded.members.enumerated() {
      let study = run.overriding(member.study)
      tell(study, place, of: loaded.members.count)
      let outcome = try await deliver(study, of: member, beside: delivery)
      tables.append(outcome.table)
      manifests.append(outcome.manifest)
      let matrix = MatrixTable(of: loaded.series, outcomes: tables)
      try delivery.write(matrix, SeriesManifest(of: loaded.series, members: manifests))
    }
    try answer(MatrixTable(of: loaded.series, outcomes: tables), report: delivery.report)
    for table in tables where !table.brokenIdentities.isEmpty {
      Screen.tell(IdentityText.render(table, output.language))
      throw Stop(.checkFailed)
    }
  }

  /// What is said when the user stops the series.
  private static let stopped =
    "stopped; the studies that were finished before are written, the others are not"

  private func load(under shocks: [String]) throws -> LoadedSeries {
    do {
      let loaded = try SeriesLoader.load(run.study, shocks: shocks)
      if !output.quiet, !loaded.warnings.isEmpty { output.tell(DiagnosticList(loaded.warnings)) }
      return loaded
    } catch {
      throw output.stop(for: error)
    }
  }

  private func deliver(
    _ study: Study,
    of member: LoadedStudy,
    beside series: SeriesDelivery
  ) async throws -> StudyOutcome {
    let delivery = try RunDelivery(
      of: study,
      named: study.id,
      hash: member.inputHash,
      at: "\(series.path)/\(study.id)"
    )
    do {
      let simulation = Simulation(
        threads: run.draws.threads,
        output: output,
        out: nil,
        detail: detail,
        whenStopped: Self.stopped
      )
      return try await simulation.deliver(study, of: member, into: delivery).0
    } catch {
      series.abandon()
      throw error
    }
  }

  private func tell(_ study: Study, _ place: Int, of count: Int) {
    if !output.quiet { Screen.tell("study \(place + 1) of \(count): \(study.id)\n") }
  }

  private func answer(_ matrix: MatrixTable, report: String) throws {
    guard !output.json else {
      if !output.quiet { Screen.tell("report: \(report)\n") }
      return try Screen.answer(try CanonicalJSON.text(of: matrix) + "\n")
    }
    let language = output.language
    try Screen.answer(MatrixText.render(matrix, language) + "\n" + language.reportLine(report))
  }
}
