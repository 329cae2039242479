internal import Engine

extension MappingReader {
  /// The scalar of an entry; anything else is reported.
  func scalar(_ entry: Entry, expected: String) -> Scalar? {
    if case .scalar(let scalar) = desk[entry.value].content { return scalar }
    desk.report(
      .wrongValue,
      at: desk[entry.value].span,
      "expected \(expected), found \(desk[entry.value].kindInWords)",
      key: path(of: entry.key),
      expected: expected
    )
    return nil
  }

  /// Reads a scalar by a grammar; what does not fit is reported.
  func read<Value>(
    _ entry: Entry?,
    expected: String,
    by grammar: (Scalar) throws(ScalarProblem) -> Value
  ) -> Value? {
    guard let entry, let scalar = scalar(entry, expected: expected) else { return nil }
    do {
      return try grammar(scalar)
    } catch {
      desk.report(error, at: desk[entry.value], key: path(of: entry.key))
      return nil
    }
  }

  /// A whole number of a range; anything else is reported.
  func whole(_ entry: Entry?, _ range: ClosedRange<Int>) -> Int? {
    let value = read(entry, expected: "a whole number", by: NumberGrammar.whole)
    guard let entry, let value else { return nil }
    guard value >= Double(range.lowerBound), value <= Double(range.upperBound) else {
      desk.report(
        .outOfRange,
        at: desk[entry.value].span,
        "\(desk.text(of: entry.value)) is out of range",
        key: path(of: entry.key),
        expected: "\(range.lowerBound) to \(range.upperBound)"
      )
      return nil
    }
    return Int(value)
  }

  /// A day that must be there.
  mutating func date(_ key: String, zh: String) -> CivilDate? {
    let entry = required(key, zh: zh, expected: "a day such as `2025-07-01`")
    return read(entry, expected: "a day", by: DateGrammar.date)
  }

  /// A day that may be absent.
  mutating func optionalDate(_ key: String, zh: String) -> CivilDate? {
    read(optional(key, zh: zh), expected: "a day", by: DateGrammar.date)
  }

  /// An id that must be there.
  mutating func id(_ key: String = "id") -> String? {
    read(required(key, zh: "编号", expected: "an id"), expected: "text", by: TextGrammar.id)
  }

  /// A free text of up to 4,000 characters; empty when absent.
  mutating func note() -> String {
    let entry = optional(KnownKey.note.name, zh: KnownKey.note.zh)
    return read(entry, expected: "text") { scalar throws(ScalarProblem) in
      try TextGrammar.text(scalar, longest: 4000)
    } ?? ""
  }

  /// A text of 1 to 200 characters.
  func text(_ entry: Entry?) -> String? {
    read(entry, expected: "text") { scalar throws(ScalarProblem) in try TextGrammar.text(scalar) }
  }

  /// One of a few words, with the nearest when it is none of them.
  func word(_ entry: Entry?, among words: [String]) -> Int? {
    guard let entry, let scalar = scalar(entry, expected: "a word") else { return nil }
    if let place = words.firstIndex(of: scalar.text) { return place }
    desk.report(
      .unknownWord,
      at: desk[entry.value].span,
      "unknown word \(Visible.quoted(scalar.text))",
      key: path(of: entry.key),
      expected: "one of " + Suggestions.list(words),
      help: Suggestions.didYouMean(scalar.text, among: words)
    )
    return nil
  }

  /// The items of a list, each with its full path.
  func items(_ entry: Entry?) -> [(node: NodeID, path: String)]? {
    guard let entry else { return nil }
    let path = path(of: entry.key)
    guard case .list(let items) = desk[entry.value].content else {
      desk.report(
        .wrongValue,
        at: desk[entry.value].span,
        "expected a list, found \(desk[entry.value].kindInWords)",
        key: path,
        expected: "a list"
      )
      return nil
    }
    return items.enumerated().map { ($0.element, "\(path)[\($0.offset)]") }
  }

  /// The texts of a list; an absent list is empty.
  func texts(_ entry: Entry?) -> [(text: String, node: NodeID)] {
    var texts: [(String, NodeID)] = []
    for (node, path) in items(entry) ?? [] {
      guard case .scalar(let scalar) = desk[node].content else {
        desk.report(
          .wrongValue,
          at: desk[node].span,
          "expected text, found \(desk[node].kindInWords)",
          key: path,
          expected: "text"
        )
        continue
      }
      do {
        texts.append((try TextGrammar.text(scalar), node))
      } catch {
        desk.report(error, at: desk[node], key: path)
      }
    }
    return texts
  }

  /// The mapping of an entry, ready to be read; anything else is reported.
  func mapping(_ entry: Entry?) -> MappingReader? {
    guard let entry else { return nil }
    return mapping(entry.value, path: path(of: entry.key))
  }

  /// The mapping of a node, ready to be read; anything else is reported.
  func mapping(_ node: NodeID, path: String) -> MappingReader? {
    if case .mapping = desk[node].content {
      return MappingReader(desk, node, path: path, places: places)
    }
    desk.report(
      .wrongValue,
      at: desk[node].span,
      "expected a mapping, found \(desk[node].kindInWords)",
      key: path,
      expected: "keys with values",
      help: fullWidthColonHelp(node)
    )
    return nil
  }

  /// The Chinese and the English name.
  mutating func names() -> (zh: String, en: String) {
    let entry = required("name", zh: "名称", expected: "{zh: 中文名称, en: English name}")
    guard var names = mapping(entry) else { return ("", "") }
    let zh = names.text(names.required("zh", zh: "中文", expected: "the Chinese name"))
    let en = names.text(names.required("en", zh: "英文", expected: "the English name"))
    names.finish()
    return (zh ?? "", en ?? "")
  }

  /// A text with a full-width colon was perhaps meant as a key.
  private func fullWidthColonHelp(_ node: NodeID) -> String? {
    guard case .scalar(let scalar) = desk[node].content, scalar.text.contains("：") else {
      return nil
    }
    return "the text holds a full-width colon U+FF1A; keys need `:` and a space"
  }
}
