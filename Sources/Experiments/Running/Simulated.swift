internal import CountyModel

/// What a replication runs: a county, or the counties of a region.
enum Simulated: ~Copyable {
  case county(County)
  case region(Prefecture)

  /// Lays out one policy and replication of a study.
  init(_ study: Study, policy: Int, replication: UInt32) {
    let parts = study.counties.map { county in
      (scenario: study.scenario(of: policy, in: county), map: county.map)
    }
    guard let region = study.region else {
      self = .county(
        County(parts[0].scenario, map: parts[0].map, seed: study.seed, replication: replication)
      )
      return
    }
    self = .region(
      Prefecture(parts, outside: region.outside, seed: study.seed, replication: replication)
    )
  }

  /// Days of the run, warm-up included.
  var totalDays: Int {
    switch self {
    case .county(let county): county.totalDays
    case .region(let region): region.totalDays
    }
  }

  /// From here on everything that happens to patients is written down; a region keeps no journal.
  consuming func keepingJournal() -> Simulated {
    switch consume self {
    case .county(var county):
      county.keepJournal()
      return .county(county)
    case .region(let region): return .region(region)
    }
  }

  /// Hands what was written down since the last time to somebody.
  consuming func handingJournal(to sink: JournalSink) throws -> Simulated {
    switch consume self {
    case .county(var county):
      try sink(county.takeJournal())
      return .county(county)
    case .region(let region): return .region(region)
    }
  }

  /// Runs to midnight at the start of a day.
  consuming func running(untilDay day: Int) -> Simulated {
    switch consume self {
    case .county(var county):
      county.run(untilDay: day)
      return .county(county)
    case .region(var region):
      region.run(untilDay: day)
      return .region(region)
    }
  }

  /// What the run has left behind.
  consuming func readings() -> Readings {
    switch consume self {
    case .county(var county): county.readings()
    case .region(var region): region.readings()
    }
  }
}
