internal import Foundation

extension ShardCache {
  /// The constants of an outer point, if they were solved before.
  ///
  /// A damaged file is taken away.
  public func solvedPoint(key: String) -> SolvedPoint? {
    let file = file(ofSolved: key)
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    guard let solved = SolvedPoint(from: data, key: key) else {
      try? FileManager.default.removeItem(atPath: file)
      return nil
    }
    return solved
  }

  /// Keeps the constants of an outer point.
  ///
  /// - Throws: When the cache cannot be written, which is no reason to stop.
  public func keep(_ solved: SolvedPoint, key: String) throws {
    try makeFolder()
    try AtomicFile.write(Data(try solved.text(key: key).utf8), to: file(ofSolved: key))
  }

  private func file(ofSolved key: String) -> String { "\(path)/solved-\(key).json" }
}
