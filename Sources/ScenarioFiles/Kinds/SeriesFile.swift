internal import Experiments

/// A file that runs several studies, read.
struct SeriesFile {
  let series: StudySeries
  let members: [Member]

  /// One study of the series and what the series changes about it.
  struct Member {
    let file: StudyFile
    /// Where the study stands, as far as it can be told from the path of the series.
    let path: String
    /// The policies to keep, by name; `nil` keeps all.
    let policies: [String]?
    /// Replications of each policy; `nil` keeps the study's own.
    let replications: Int?
  }
}
