internal import CountyModel

extension NodeReader {
  /// One number of a figure, checked against its range.
  func value(of node: NodeID, _ declaration: FigureDeclaration, path: String) -> Double? {
    guard case .scalar(let scalar) = desk[node].content else {
      desk.report(
        .wrongValue,
        at: desk[node].span,
        "expected \(declaration.count == nil ? declaration.inWords : "a number"), "
          + "found \(desk[node].kindInWords)",
        key: path,
        expected: declaration.inWords
      )
      return nil
    }
    do {
      let value = try QuantityGrammar.value(scalar, in: declaration.unit)
      guard declaration.range.contains(value) else {
        let range = QuantityGrammar.text(declaration.range, in: declaration.unit)
        desk.report(
          .outOfRange,
          at: desk[node].span,
          "\(Visible.quoted(scalar.text)) is out of range",
          key: path,
          expected: range,
          help: declaration.en
        )
        return nil
      }
      return value
    } catch {
      desk.report(error, at: desk[node], key: path)
      return nil
    }
  }

  /// The items of a list of numbers, when it has the right length.
  func listItems(of figure: Figure, _ declaration: FigureDeclaration) -> [NodeID]? {
    guard case .list(let items) = desk[figure.node].content else {
      desk.report(
        .wrongValue,
        at: desk[figure.node].span,
        "expected a list, found \(desk[figure.node].kindInWords)",
        key: figure.path,
        expected: declaration.inWords
      )
      return nil
    }
    let isRight = declaration.count.map { items.count == $0 } ?? !items.isEmpty
    guard isRight else {
      desk.report(
        .wrongCount,
        at: desk[figure.node].span,
        "the list has \(items.count) items",
        key: figure.path,
        expected: declaration.inWords
      )
      return nil
    }
    return items
  }

  /// Reports numbers that are each inside their range and cannot be together.
  ///
  /// They are those of the file, not the ones that take their place: whoever changes single numbers
  /// of a list answers for the whole.
  func checkTogether(
    _ values: [Double],
    _ items: [NodeID],
    of figure: Figure,
    _ declaration: FigureDeclaration
  ) {
    guard let rule = ListRule.of(figure.path) else { return }
    let texts = items.map { desk.text(of: $0) }
    guard let breach = rule.breach(of: values, written: texts) else { return }
    let node = breach.place.map { items[$0] } ?? figure.node
    desk.report(
      .outOfRange,
      at: desk[node].span,
      breach.message,
      key: breach.place.map { "\(figure.path)[\($0)]" } ?? figure.path,
      expected: breach.expected,
      help: declaration.en
    )
  }

  /// The rows of a list, when there are enough.
  func rowNodes(
    of list: CountySections.Section,
    path: String,
    atLeast minimum: Int
  ) -> [NodeID]? {
    guard case .list(let items) = desk[list.node].content else {
      desk.report(
        .wrongValue,
        at: desk[list.node].span,
        "expected a list, found \(desk[list.node].kindInWords)",
        key: path,
        expected: "a list"
      )
      return nil
    }
    guard items.count >= minimum else {
      desk.report(
        .wrongCount,
        at: desk[list.node].span,
        "the list has \(items.count) items",
        key: path,
        expected: "at least \(minimum)"
      )
      return nil
    }
    return items
  }

  /// Reports rows that share an id.
  func checkRepeatedIDs(_ rows: [NodeID], path: String) {
    var places: [String: Position] = [:]
    for (place, row) in rows.enumerated() {
      guard case .mapping(let entries) = desk[row].content,
        let entry = entries.first(where: { $0.key == "id" }),
        case .scalar(let scalar) = desk[entry.value].content
      else { continue }
      let span = desk[entry.value].span
      if let first = places[scalar.text] {
        desk.report(
          .duplicateID,
          at: span,
          "the id \(Visible.quoted(scalar.text)) is here and at \(first.lineAndColumn)",
          key: "\(path)[\(place)].id",
          help: "every row needs an id of its own"
        )
      } else {
        places[scalar.text] = span.start
      }
    }
  }
}

extension FigureDeclaration {
  /// What the file must say, in words.
  var inWords: String {
    let range = QuantityGrammar.text(range, in: unit)
    guard let count else { return "\(QuantityGrammar.wanted(unit)), \(range)" }
    return "a list of \(count), each \(QuantityGrammar.wanted(unit)), \(range)"
  }

  /// The same in Chinese.
  var inChinese: String {
    let wanted = QuantityGrammar.wantedInChinese(unit)
    let range = QuantityGrammar.textInChinese(range, in: unit)
    guard let count else { return "\(wanted)，\(range)" }
    return "\(count) 个值的列表，每个为\(wanted)，\(range)"
  }
}
