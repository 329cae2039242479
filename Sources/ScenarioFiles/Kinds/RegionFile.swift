internal import CountyModel
internal import Geography

/// A region file and the counties it names, read.
struct RegionFile {
  let zh: String
  let en: String
  let counties: [Member]
  /// Who from outside uses the city's hospitals; `nil` when the counties are not linked.
  let outside: Outside?

  /// A county and where it lies.
  struct Member {
    let file: CountyFile
    let place: Point
    /// Where the region file names it.
    let span: Span
  }

  /// Demand of everybody else, as the file gives it.
  struct Outside {
    let visits: Double
    let bedShare: Double
  }
}
