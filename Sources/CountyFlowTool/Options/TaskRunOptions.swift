import ArgumentParser
import Experiments
import Foundation

/// Where finished runs are kept.
struct CacheOptions: ParsableArguments {
  @Option(help: "Where finished runs are kept. Default: $COUNTYFLOW_CACHE or ~/.cache/countyflow.")
  var cache: String?

  @Flag(help: "Simulate everything, even what was simulated before.")
  var noCache = false

  mutating func validate() throws {
    if noCache, cache != nil { throw ValidationError("--cache and --no-cache exclude each other") }
  }

  /// Where finished runs are looked up; `nil` for nowhere.
  var shardCache: ShardCache? {
    if noCache { return nil }
    return cache.map(ShardCache.init) ?? .standard(environment: ProcessInfo.processInfo.environment)
  }
}

/// Options of every command that runs tasks of a sweep.
struct TaskRunOptions: ParsableArguments {
  @OptionGroup var cache: CacheOptions

  @Flag(
    exclusivity: .exclusive,
    help: """
      When a run fails: do the others and tell it at the end (default), or begin no other. Exit \
      code 7 either way.
      """
  )
  var onFailure: OnFailure = .keepGoing

  /// What happens when a run fails.
  enum OnFailure: String, EnumerableFlag {
    case keepGoing, failFast
  }

  /// A runner of a plan under these options.
  func runner(_ plan: SweepPlan, in folder: SweepFolder, threads: Int) -> SweepRunner {
    SweepRunner(
      plan,
      in: folder,
      cache: cache.shardCache,
      threads: threads,
      onFailure: onFailure == .failFast ? .stop : .goOn
    )
  }
}

extension Stop {
  /// The exit code and the wording of what came of some tasks; `nil` when all are well.
  init?(_ report: SweepRunReport, folder: String) {
    if let file = report.disagreements.first {
      self.init(.store, "E510: \(file): another result came before; the run is not reproducible")
      return
    }
    guard let first = report.failures.first else { return nil }
    let numbers = TaskNumbers.text(of: report.failures.map(\.task))
    self.init(
      .someFailed,
      "E511: \(CountText.text(of: report.failures.count, "task")) failed (\(first.reason)); again with: "
        + "countyflow run --from \(folder)/\(SweepFolder.manifest) --task \(numbers)"
    )
  }

  /// What keeps this program from going on with a sweep that another one began.
  init?(_ contract: SweepManifest.Contract, of folder: String) {
    let obstacles = contract.obstacles
    guard !obstacles.isEmpty else { return nil }
    self.init(
      .store,
      "E281: \(folder) was begun elsewhere and would get other numbers here: "
        + obstacles.joined(separator: "; ")
    )
  }
}
