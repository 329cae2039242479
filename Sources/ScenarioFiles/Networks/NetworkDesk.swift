internal import CountyModel

/// What every reader of a network file shares: the desk, the unit of time and the classes.
struct NetworkDesk {
  let library: Library
  let time: NetworkTime
  /// The classes the file declares, or the only one that is there without a declaration.
  let classes: [String]

  var desk: Desk { library.desk }

  /// The class of customers in a network that declares none.
  static let onlyClass = "customer"

  /// The class that goes without saying: the only one.
  var impliedClass: String? { classes.count == 1 ? classes[0] : nil }

  /// The number of a node, when it is one and within its bounds.
  func value(_ node: NodeID, path: String, _ rule: NumberRule) -> Double? {
    let wanted = rule.wanted(in: time)
    guard case .scalar(let scalar) = desk[node].content else {
      report(.wrongValue, node, "expected \(wanted), found \(desk[node].kindInWords)", path)
      return nil
    }
    do {
      let value = try value(scalar, rule.kind)
      guard rule.bound.allows(value) else {
        let found = "\(Visible.quoted(scalar.text)) is out of range"
        report(.outOfRange, node, found, path, expected: wanted)
        return nil
      }
      return value
    } catch {
      desk.report(error, at: desk[node], key: path)
      return nil
    }
  }

  private func value(_ scalar: Scalar, _ kind: NumberRule.Kind) throws(ScalarProblem) -> Double {
    switch kind {
    case .number: try NumberGrammar.number(scalar)
    case .whole: try NumberGrammar.whole(scalar)
    case .share: try QuantityGrammar.value(scalar, in: .share)
    case .length: try time.length(scalar)
    }
  }

  /// The number of an entry.
  func value(_ entry: Entry?, in keys: MappingReader, _ rule: NumberRule) -> Double? {
    entry.flatMap { value($0.value, path: keys.path(of: $0.key), rule) }
  }

  /// The whole number of an entry.
  func whole(_ entry: Entry?, in keys: MappingReader, from least: Int) -> Int? {
    value(entry, in: keys, .whole(from: least)).map { Int($0) }
  }

  /// The numbers of a list.
  func values(_ node: NodeID, path: String, _ rule: NumberRule) -> [Double]? {
    guard let items = items(node, path: path, expected: "a list of numbers") else { return nil }
    let values = items.map { value($0.node, path: $0.path, rule) }
    let known = values.compactMap(\.self)
    return known.count == values.count ? known : nil
  }

  /// The numbers of an optional list; empty when it is absent.
  func values(_ entry: Entry?, in keys: MappingReader, _ rule: NumberRule) -> [Double] {
    entry.flatMap { values($0.value, path: keys.path(of: $0.key), rule) } ?? []
  }

  /// The items of a list, each with its path.
  func items(
    _ node: NodeID,
    path: String,
    expected: String
  ) -> [(node: NodeID, path: String)]? {
    guard case .list(let items) = desk[node].content else {
      report(
        .wrongValue,
        node,
        "expected \(expected), found \(desk[node].kindInWords)",
        path,
        expected: expected
      )
      return nil
    }
    return items.enumerated().map { ($0.element, "\(path)[\($0.offset)]") }
  }

  /// The names in a list.
  func names(_ node: NodeID, path: String) -> [String]? {
    guard let items = items(node, path: path, expected: "a list of names") else { return nil }
    let names = items.map { name($0.node, path: $0.path) }
    let known = names.compactMap(\.self)
    return known.count == names.count ? known : nil
  }

  /// A name that refers to something else in the file.
  func name(_ node: NodeID, path: String) -> String? {
    guard case .scalar(let scalar) = desk[node].content else {
      report(.wrongValue, node, "expected a name, found \(desk[node].kindInWords)", path)
      return nil
    }
    do {
      return try TextGrammar.id(scalar)
    } catch {
      desk.report(error, at: desk[node], key: path)
      return nil
    }
  }

  /// The entries of a mapping from names, in the order of the file; a key that is no name is
  /// reported.
  func named(_ entry: Entry?, in keys: MappingReader, expected: String) -> [NamedNode]? {
    guard let entry else { return nil }
    return named(entry.value, path: keys.path(of: entry.key), expected: expected)
  }

  /// The entries of a mapping from names.
  func named(_ node: NodeID, path: String, expected: String) -> [NamedNode]? {
    guard case .mapping(let entries) = desk[node].content else {
      report(
        .wrongValue,
        node,
        "expected \(expected), found \(desk[node].kindInWords)",
        path,
        expected: expected
      )
      return nil
    }
    return entries.compactMap { entry in
      let path = "\(path).\(entry.key)"
      return isName(entry, path: path)
        ? NamedNode(name: entry.key, span: entry.keySpan, node: entry.value, path: path) : nil
    }
  }

  private func isName(_ entry: Entry, path: String) -> Bool {
    do {
      // A key has no style; every key is meant as a text.
      _ = try TextGrammar.id(Scalar(text: entry.key, style: .quoted))
      return true
    } catch {
      report(error, at: entry.keySpan, path)
      return false
    }
  }

  /// The mapping of a node, ready to be read; anything else is reported.
  func mapping(_ node: NodeID, path: String) -> MappingReader? {
    MappingReader(desk, node, path: path, places: .network).mapping(node, path: path)
  }

  /// Reports that a text, at a place of its own, does not say what it should.
  func report(_ problem: ScalarProblem, at span: Span, _ path: String) {
    desk.report(
      problem.code,
      at: span,
      problem.message,
      key: path,
      expected: problem.expected,
      help: problem.help
    )
  }

  /// Reports a problem of a value.
  func report(
    _ code: DiagnosticCode,
    _ node: NodeID,
    _ message: String,
    _ path: String,
    expected: String? = nil,
    help: String? = nil
  ) {
    desk.report(
      code,
      at: desk[node].span,
      message,
      key: path,
      expected: expected,
      help: help
    )
  }
}

extension NetworkDesk {
  /// The entries of a mapping that says nothing but `byClass`; nothing for any other value.
  func cases(
    _ word: String,
    of node: NodeID,
    path: String,
    _ expected: String
  ) -> [NamedNode]? {
    guard case .mapping(let entries) = desk[node].content,
      entries.contains(where: { $0.key == word }), var keys = mapping(node, path: path)
    else { return nil }
    let entry = keys.optional(word)
    keys.finish(alsoAllowed: [.note])
    return named(entry, in: keys, expected: "names, each with \(expected)") ?? []
  }
}

/// A value under a name that the user chose.
struct NamedNode {
  let name: String
  /// Where the name stands.
  let span: Span
  let node: NodeID
  let path: String
}

extension KeyPlaces {
  /// Network files: what stands at the top and under `run`.
  static let network = KeyPlaces(
    paths: ["timeUnit", "classes", "pools", "sources", "census", "nodes"]
      + [
        "warmUp", "length", "replications", "seed", "observeAt", "waitLimits", "percentiles",
        "records", "deadlock",
      ].map { "run.\($0)" }
  )
}
