internal import CountyModel
internal import Engine
internal import Foundation

extension Manifest.Contract {
  /// The schema of this version.
  public static let currentSchema = "countyflow/manifest/1"

  /// What decides the numbers of a study.
  public init(of study: Study) {
    schema = Self.currentSchema
    self.study = study.id
    program = Versions.program
    model = Versions.model
    swift = Versions.swift
    gsl = Versions.gsl
    libc = Versions.libc
    cpuFeatureClass = CPUFeatureClass.current
    seed = study.seed
    replications = study.replications
    policies = study.policies.map(\.id)
    start = study.start.description
    end = study.end.description
    warmUpDays = study.warmUpDays
    files = study.files.sorted { $0.name < $1.name }
  }
}

/// Measures what a run costs, from its start to its end.
struct RunClock {
  private let startedAt = Date()
  private let begun = ContinuousClock.now
  private let usedBefore = ProcessUse.current.processorSeconds

  /// What the run has cost so far.
  ///
  /// - Parameters:
  ///   - threads: Threads that ran replications.
  ///   - events: Events handled by all of them.
  /// - Returns: The part of the manifest that differs from day to day.
  func environment(threads: Int, events: UInt64) -> Manifest.Environment {
    let use = ProcessUse.current
    let processorSeconds = use.processorSeconds - usedBefore
    return Manifest.Environment(
      threads: threads,
      startedAt: startedAt.formatted(.iso8601),
      wallSeconds: (ContinuousClock.now - begun) / .seconds(1),
      processorSeconds: processorSeconds,
      peakMemoryBytes: use.peakMemoryBytes,
      eventsPerSecondPerCore: processorSeconds > 0 ? Double(events) / processorSeconds : 0
    )
  }
}
