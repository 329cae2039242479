internal import Engine
internal import Experiments

/// A study file and everything it names, read.
struct StudyFile {
  let id: String
  let zh: String
  let en: String
  let note: String
  let county: CountyFile
  let policies: [PolicyFile]
  let period: StudyPeriod
  let replications: Int
  let seed: UInt64
  let targets: [Target]
}

/// The stretch of time a study measures, and the warm-up before it.
struct StudyPeriod {
  let start: CivilDate
  /// First day after the run.
  let end: CivilDate
  let warmUpDays: Int

  /// First day of the run: of the warm-up.
  var runStart: CivilDate { start.adding(days: -warmUpDays) }
  /// Calendar years in which something is measured.
  var years: ClosedRange<Int> { start.year...max(start.year, end.adding(days: -1).year) }
}
