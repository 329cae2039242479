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
  /// - Throws: `Stop` when it holds anything else or cannot be written.
  init(of series: StudySeries, at path: String) throws {
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
      ("matrix.json", try CanonicalJSON.text(of: matrix) + "\n"),
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
