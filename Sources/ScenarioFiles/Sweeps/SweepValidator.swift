internal import Experiments

/// Checks sweep files without running anything.
struct SweepValidator {
  let library: Library

  init(_ library: Library) { self.library = library }

  /// Reports every problem of the sweep, of the files it names, and of the first point whose county
  /// cannot be.
  ///
  /// - Complexity: O(points); a county is laid out again only where a point changes its map
  func validate(_ document: DocumentReader.Document) {
    let desk = library.desk
    guard let file = SweepReader(library).read(document), desk.errorCount == 0 else { return }
    // Both say on the desk what is wrong.
    guard let base = try? StudyLoader.study(file.study, library) else { return }
    let loaded = LoadedSweep(file, library, base: base, SweepLoader.Overrides())
    guard loaded.design.count != nil else {
      return desk.report(
        .tooManyPoints,
        at: Span(Position(file: document.source, line: 1, column: 1)),
        "the design has more than \(SweepDesign.mostPoints) points"
      )
    }
    _ = try? loaded.plan(solved: [])
  }
}
