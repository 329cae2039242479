import ArgumentParser
import CountyModel
import Engine
import Experiments
import Geography
import Reports
import ScenarioFiles

/// Searches for the best of many choices.
struct OptimiseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimise",
    abstract: "Find the best places for ambulance stations, or the cheapest levers.",
    subcommands: [OptimiseStationsCommand.self, OptimiseLeversCommand.self]
  )
}

/// Places ambulance stations.
struct OptimiseStationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stations",
    abstract: "Place ambulance stations exactly, and check the plans by simulation.",
    discussion: """
      Solved by integer programming (GLPK): mclp covers most residents, mexclp expects to cover most \
      when crews may be busy, pmedian drives least. A plan is proved best, or comes with its distance \
      to the bound when time runs out. Each plan is simulated under the luck of today's stations and \
      printed beside the hypercube's forecast and the static circle. Sites times settlements may be \
      1,000,000 at most.
      """
  )

  @OptionGroup var options: CountyOptions

  @Option(help: "Stations in all, those that stay included.")
  var stations: Int

  @Option(help: "Which stations stay: existing or none.")
  var fixed: FixedName = .existing

  @Option(help: "What is best: mclp, mexclp, pmedian or all.")
  var model: CriterionName = .all

  @Option(
    help: "Where stations may stand: facilities (hospitals, township centres) or settlements."
  )
  var sites: SitesName = .facilities

  @Option(help: "Driving minutes urban,rural. Default: the county's circle.")
  var threshold: ThresholdMinutes?

  @Option(help: "Probability that a crew is busy, 0 to below 1. Default: from the simulated calls.")
  var busy: Double?

  @Option(help: "Longest search for each plan, in seconds.")
  var timeLimit = 60.0

  @Option(help: "Days measured, 1 to 365.")
  var days = 84

  @Option(help: "Days simulated before them.")
  var warmUp = 14

  @Option(help: "Replications of each plan, from 1.")
  var replications = 4

  @Option(help: "Seed of every draw, a whole number from 0.")
  var seed: UInt64 = 20_250_101

  @Option(help: "Runs at a time; changes nothing but the wait. Default: one a processor.")
  var threads: Int?

  @Option(help: "New or empty folder for optimise.json and a stations table of each plan.")
  var out: String?

  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    func check(_ isRight: Bool, _ option: String, _ value: String, _ expected: String) throws {
      guard isRight else {
        throw ValidationError("--\(option) is \(value); expected \(expected)")
      }
    }
    try check(stations >= 1, "stations", "\(stations)", "1 or more")
    try check((1...365).contains(days), "days", "\(days)", "1 to 365")
    try check((0...365).contains(warmUp), "warm-up", "\(warmUp)", "0 to 365")
    try check((1...10_000).contains(replications), "replications", "\(replications)", "1 to 10000")
    try check(threads ?? 1 >= 1, "threads", "\(threads ?? 1)", "1 or more")
    try check(
      timeLimit > 0 && timeLimit <= 86_400,
      "time-limit",
      "\(timeLimit)",
      "0 to 86400 seconds"
    )
    if let busy { try check((0..<1).contains(busy), "busy", "\(busy)", "0 to below 1") }
  }

  func run() async throws {
    let loaded = try options.load(output)
    let siting = StationSiting(try question(loaded), of: try study(loaded))
    let folder = try out.map { try RunFolder.new(at: $0) }
    let line = ProgressLine(output.progress)
    let threads = output.threads(from: threads)
    let outcome: StationOutcome
    do {
      defer { line.end() }
      outcome = try await StopSignals.run {
        try await siting.run(threads: threads) { line.show($0) }
      }
      try folder?.write(files(outcome, loaded))
    } catch {
      folder?.abandon()
      throw stop(for: error)
    }
    try tell(outcome, loaded)
  }

  private func question(_ loaded: LoadedCounty) throws -> StationQuestion {
    let open = loaded.map.stations.count
    guard fixed == .none || stations >= open else {
      throw Stop(
        .commandLine,
        "--stations is \(stations); \(open) are open today and stay, so expected \(open) or more "
          + "(or --fixed none)"
      )
    }
    return StationQuestion(
      stations: stations,
      fixed: fixed.fixed,
      sites: sites.sites,
      criteria: model.criteria,
      standard: threshold?.standard ?? loaded.inputs.facts.ambulances.standard,
      busy: busy,
      seconds: timeLimit
    )
  }

  /// The county under today's policy, over the stretch of days that is asked for.
  private func study(_ loaded: LoadedCounty) throws -> Study {
    guard let start = CivilDate(year: 2025, month: 1, day: 1) else {
      throw Stop(.bug, "there is no first of January")
    }
    var inputs = loaded.inputs
    if let threshold { inputs.facts = inputs.facts.with(standard: threshold.standard) }
    return Study(
      id: "stations",
      zh: inputs.facts.name,
      en: inputs.facts.nameEn,
      note: "",
      inputs: inputs,
      map: loaded.map,
      policies: [.baseline],
      start: start,
      end: start.adding(days: days),
      warmUpDays: warmUp,
      replications: replications,
      seed: seed,
      targets: [],
      fit: [],
      sources: [],
      files: loaded.files
    )
  }

  private func files(
    _ outcome: StationOutcome,
    _ loaded: LoadedCounty
  ) throws -> [(name: String, text: String)] {
    let tables = outcome.plans.map { plan in
      (
        "stations-\(plan.origin.id).csv",
        CountyTableFiles.stations(plan.stations, of: loaded.map)
      )
    }
    return [("optimise.json", try json(outcome, loaded))] + tables
  }

  private func json(_ outcome: StationOutcome, _ loaded: LoadedCounty) throws -> String {
    let summary = StationSummary(
      of: outcome,
      settlements: loaded.map.settlements.map(\.id),
      inputHash: loaded.inputHash
    )
    return try CanonicalJSON.text(of: summary) + "\n"
  }

  private func tell(_ outcome: StationOutcome, _ loaded: LoadedCounty) throws {
    try Screen.answer(
      output.json ? try json(outcome, loaded) : StationText.render(outcome, output.language)
    )
  }

  private func stop(for error: any Error) -> any Error {
    switch error {
    case StationProblem.question(.tooLarge(let pairs)):
      Stop(
        .limit,
        "E604: \(pairs) pairs of site and settlement; the limit is \(SitingProblem.mostPairs); "
          + "use --sites facilities"
      )
    case StationProblem.question(.stations(let count, _, let sites)):
      Stop(.commandLine, "--stations is \(count); expected at most \(sites), the possible sites")
    case StationProblem.question:
      Stop(.scenario, "the county has nobody to reach or a time that cannot be")
    case StationProblem.search(let criterion, .solver):
      Stop(.bug, "GLPK gave up on \(criterion.rawValue)")
    case let problem as FolderProblem: Stop(problem)
    default: error
    }
  }
}
