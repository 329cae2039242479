extension LexicalScan {
  /// Stops at a place that is nested too deeply.
  mutating func checkDepth() {
    guard blocks.count + flows.count > LexicalScan.deepest else { return }
    hasStopped = true
    find(.tooDeep, at: at, "nested deeper than \(LexicalScan.deepest)", help: nil)
  }

  /// Counts a key or a value.
  mutating func countValue() {
    values += 1
    guard values == LexicalScan.mostValues else { return }
    hasStopped = true
    find(
      .tooManyNodes,
      at: at,
      "more than \(LexicalScan.mostValues) values",
      help: "figures belong in scenario files, data tables in CSV files"
    )
  }

  /// Notes a problem.
  mutating func find(
    _ code: DiagnosticCode,
    at offset: Int,
    length: Int = 1,
    _ message: String,
    help: String?
  ) {
    let span = Span(position(ofByte: offset), length: length)
    findings.append(Finding(code: code, span: span, message: message, help: help))
    if findings.count >= LexicalScan.mostFindings { hasStopped = true }
  }

  /// Line and column of a byte; cheap when asked for in the order of the file.
  ///
  /// - Complexity: O(distance from the last byte asked for), so that one endless line is no trap.
  mutating func position(ofByte offset: Int) -> Position {
    let end = min(offset, bytes.count)
    guard end >= lastPlace.offset else { return source.position(ofByte: end, in: file) }
    var (line, column) = (lastPlace.position.line, lastPlace.position.column)
    for place in lastPlace.offset..<end {
      if endsLine(place) {
        line += 1
        column = 1
      } else if place + 1 >= bytes.count || bytes[place + 1] & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    lastPlace = (end, Position(file: file, line: line, column: column))
    return lastPlace.position
  }

  /// Whether a line ends with this byte: a line feed, or a carriage return on its own.
  private func endsLine(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "\n")
      || (bytes[offset] == UInt8(ascii: "\r")
        && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")))
  }
}
