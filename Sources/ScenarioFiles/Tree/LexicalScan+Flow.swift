extension LexicalScan {
  /// Reads from an opening bracket to its partner, across lines.
  mutating func scanFlow() {
    repeat {
      skipFlowSpace()
      guard at < bytes.count, !hasStopped else { return }
      scanFlowToken()
    } while !flows.isEmpty && !hasStopped
    flows = []
  }

  private mutating func scanFlowToken() {
    countValue()
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let kind: Kind = bytes[at] == UInt8(ascii: "{") ? .mapping : .list
      flows.append(Flow(kind: kind))
      checkDepth()
      at += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      flows.removeLast()
      at += 1
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      flows[flows.count - 1].next = bytes[at] == UInt8(ascii: ":") ? .value : .key
      at += 1
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      scanProperties()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = scanQuoted()
      skip(while: { $0 == UInt8(ascii: " ") })
      noteFlowKey(text, from: start + 1)
    default:
      let text = scanPlain()
      if at == start { at += 1 }
      noteFlowKey(text, from: start)
    }
  }

  private mutating func noteFlowKey(_ text: String, from start: Int) {
    // The whole `Flow` is not taken out: with a second owner, noting the key would copy all keys.
    guard flows.last?.kind == .mapping, flows.last?.next == .key else { return }
    if at < bytes.count, bytes[at] == UInt8(ascii: ":") {
      note(text, from: start)
    } else {
      checkColon(in: text, from: start)
    }
  }

  /// Skips spaces, line ends and comments.
  private mutating func skipFlowSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): at += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        at += 1
        lineStart = at
      case UInt8(ascii: "#") where at == lineStart || isBlank(at - 1):
        skip(while: { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
      default: return
      }
    }
  }
}
