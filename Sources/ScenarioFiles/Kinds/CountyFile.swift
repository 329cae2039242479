internal import CountyModel
internal import Experiments

/// A county file and the section files it includes, read.
struct CountyFile {
  let inputs: CountyInputs
  /// Tables that take the place of generated parts.
  let tables: CountyTables
  let fit: [FitTarget]
  let sources: [FigureSource]
  let values: [(path: String, text: String)]
  let document: DocumentReader.Document
  /// Where the layout of the county is described, for problems of the layout.
  let geography: Span
  /// Every number that could be changed.
  let numbers: [KnownNumber]
  /// Where every figure, text and list of rows is written, by full path.
  let written: [String: NodeID]
  /// Where everything is written, to read it again with some numbers changed.
  let sections: CountySections
  /// The list of communities, for problems that show only on the map.
  let communities: NodeID?

  /// Where a figure is written; where the county is described when it is not in the file.
  func span(of path: String, on desk: Desk) -> Span {
    written[path].map { desk[$0].span } ?? geography
  }
}
