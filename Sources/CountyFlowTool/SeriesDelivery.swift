import Experiments
import Reports

/// The folder of a series: its matrix, and the folders of its studies.
struct SeriesDelivery {
  private let folder: RunFolder

  /// Where the folder is.
  var path: String { folder.path }
  /// Path of the page that lays the studies side by side.
  var report: String { folder.path + "/" + RunFolder.report }

  /// Finds or makes the folder before anything is run.
  ///
  /// - Parameters:
  ///   - series: What will be run.
  ///   - members: What decides the numbers of each of its studies.
  ///   - path: Where the folder shall be.
  /// - Throws: `Stop` when it holds anything that would be lost, or cannot be written.
  init(of series: StudySeries, _ members: [Manifest.Contract], at path: String) throws {
    try OutputFolder.check(path)
    for member in members { try OutputName.check("\(path)/\(member.study)") }
    if let loss = RunFolder.loss(at: path, under: members) { throw Stop(losing: loss, in: path) }
    do {
      folder = try RunFolder(at: path, forStudy: series.id)
    } catch {
      throw Stop(error)
    }
  }

  /// Writes the matrix in all its forms, or none.
  ///
  /// - Throws: `Stop` when the disk refuses.
  func write(_ matrix: MatrixTable, _ manifest: SeriesManifest) throws {
    let files = [
      (RunFolder.manifest, try CanonicalJSON.text(of: manifest) + "\n"),
      (RunFolder.matrix, try CanonicalJSON.text(of: matrix) + "\n"),
      ("matrix.csv", MatrixCSV.render(matrix)),
      (RunFolder.report, MatrixPage.render(matrix)),
    ]
    do {
      try folder.write(files)
    } catch {
      throw Stop(error)
    }
  }

  /// Takes the folder away again if it was made for nothing.
  func abandon() { folder.abandon() }
}
