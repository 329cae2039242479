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
    _ = try? LoadedSweep(file, library, base: base, SweepLoader.Overrides()).plan(solved: [])
  }
}
