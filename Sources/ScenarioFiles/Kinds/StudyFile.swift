internal import CountyModel
internal import Engine
internal import Experiments

/// A study file and everything it names, read.
struct StudyFile {
  let id: String
  let zh: String
  let en: String
  let note: String
  /// The county; of a region, its first county.
  let county: CountyFile
  /// The region, when the study is of one.
  let region: RegionFile?
  var policies: [PolicyFile]
  /// Shocks that the study lays over its policies.
  let shocks: [ShockReader.Named]
  let period: StudyPeriod
  let replications: Int
  let seed: UInt64
  let targets: [Target]

  /// The counties of the study: one, or those of its region.
  var counties: [CountyFile] { region?.counties.map(\.file) ?? [county] }

  /// Where the figures came from; what all counties share is told once.
  var sources: [FigureSource] {
    var known: Set<[String]> = []
    return counties.flatMap(\.sources).filter {
      known.insert([$0.path, $0.value, $0.standing.rawValue, $0.source]).inserted
    }
  }
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
