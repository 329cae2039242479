/// The bytes of a file that was read, and where its lines begin.
struct SourceFile: Sendable {
  /// The path as the user would name it.
  let name: String
  /// The path relative to the first file of the load; the same on every machine.
  let logicalName: String
  /// The content, without a byte order mark.
  let bytes: [UInt8]
  /// SHA-256 of the content as it lies on disk, in hexadecimal.
  let sha256: String
  private let lineStarts: [Int]

  init(name: String, logicalName: String, bytes: [UInt8], sha256: String) {
    self.name = name
    self.logicalName = logicalName
    self.bytes = bytes
    self.sha256 = sha256
    lineStarts = SourceFile.lineStarts(in: bytes)
  }

  /// Line and column of a byte.
  func position(ofByte offset: Int, in file: SourceID) -> Position {
    let line = lineStarts.partitioningIndex { $0 > offset }
    let start = lineStarts[line - 1]
    let column = bytes[start..<offset].count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
    return Position(file: file, line: line, column: column)
  }

  /// The byte at a position.
  func offset(of position: Position) -> Int {
    guard lineStarts.indices.contains(position.line - 1) else { return bytes.count }
    return offset(ofScalar: position.column - 1, after: lineStarts[position.line - 1])
  }

  /// The byte so many scalars after another.
  func offset(ofScalar count: Int, after start: Int) -> Int {
    var offset = start
    for _ in 0..<count where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0b1100_0000 == 0b1000_0000 { offset += 1 }
    }
    return offset
  }

  /// The scalars of a line, counted from 1; bytes that are not UTF-8 come out as U+FFFD.
  ///
  /// Only the first 4,096 scalars of a very long line are given.
  func line(_ number: Int) -> [Unicode.Scalar] {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] : bytes.count
    let cut = bytes[start..<min(end, start + 4 * 4096)]
    let scalars = String(decoding: cut, as: UTF8.self).unicodeScalars
    return scalars.prefix(4096).filter { $0 != "\n" && $0 != "\r" }
  }

  /// Lines end with a line feed, a carriage return, or both.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r")
          && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")))
      if endsLine { starts.append(offset + 1) }
    }
    return starts
  }
}

extension [Int] {
  /// First index whose element fulfils the condition, when all before it do not; `count` if none.
  fileprivate func partitioningIndex(where isAfter: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
