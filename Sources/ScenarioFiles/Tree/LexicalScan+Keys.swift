extension LexicalScan {
  /// Remembers a key of the innermost mapping; the second of a name is a finding.
  mutating func note(_ key: String, from offset: Int) {
    let position = position(ofByte: offset)
    let known = flows.isEmpty ? blocks.last?.keys[key] : flows.last?.keys[key]
    if key == "<<" {
      find(.alias, at: offset, "merge keys are not supported", help: "write the keys out")
    } else if let known {
      let sameBytes = text(known, hasKey: key)
      find(
        .duplicateKey,
        at: offset,
        length: key.unicodeScalars.count,
        "the key \(Visible.quoted(key)) is here and at \(known.lineAndColumn)"
          + (sameBytes ? "" : "; the two look the same but are written with other characters"),
        help: "keep one of the two"
      )
      if !key.isEmpty { repeatedKeys.append(RepeatedKey(offset: offset, position: position)) }
    } else if flows.isEmpty {
      blocks[blocks.count - 1].keys[key] = position
    } else {
      flows[flows.count - 1].keys[key] = position
    }
  }

  /// Whether the text at a position is this key, character by character.
  private func text(_ position: Position, hasKey key: String) -> Bool {
    let scalars = source.line(position.line).dropFirst(position.column - 1)
    return scalars.prefix(key.unicodeScalars.count).elementsEqual(key.unicodeScalars)
  }
}
