/// Checks sweep files without running anything.
struct SweepValidator {
  let library: Library

  init(_ library: Library) { self.library = library }

  /// Reports every problem of the sweep and of the files it names.
  func validate(_ document: DocumentReader.Document) {
    guard let file = SweepReader(library).read(document), library.desk.errorCount == 0 else {
      return
    }
    for county in file.study.counties { _ = StudyLoader.layOut(county, library.desk) }
  }
}
