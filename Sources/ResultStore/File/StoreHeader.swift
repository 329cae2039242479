internal import Foundation

/// The first hundred bytes of an SQLite file, read without opening it as one.
///
/// Opening could already write: it makes side files and may roll a journal back. A file that is
/// none of ours must stay as it is.
struct StoreHeader {
  let version: Int32

  /// Looks at the head of a file.
  ///
  /// - Throws: `missing`, `empty`, `notAStore` or `otherVersion`.
  init(of path: String) throws(StoreProblem) {
    guard let file = FileHandle(forReadingAtPath: path) else { throw .missing(path: path) }
    defer { try? file.close() }
    let bytes = Array((try? file.read(upToCount: 100)) ?? Data())
    guard !bytes.isEmpty else { throw .empty(path: path) }
    guard bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .notAStore(path: path, reason: "it is no SQLite file")
    }
    guard bytes.count == 100 else {
      throw .damaged(path: path, detail: "it ends after \(bytes.count) bytes")
    }
    guard Self.number(in: bytes, at: 68) == StoreSchema.applicationID else {
      throw .notAStore(path: path, reason: "it is an SQLite file of another program")
    }
    version = Self.number(in: bytes, at: 60)
    guard version <= StoreSchema.version else {
      throw .otherVersion(
        path: path,
        reason: "its schema is version \(version), and this program knows \(StoreSchema.version); "
          + "use a newer program"
      )
    }
    guard version > 0 else { throw .damaged(path: path, detail: "its schema has no version") }
  }

  private static func number(in bytes: [UInt8], at place: Int) -> Int32 {
    Int32(bitPattern: bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }
}
