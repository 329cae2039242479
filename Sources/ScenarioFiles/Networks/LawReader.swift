internal import NetworkModel
internal import Probability

/// Reads laws of chance: `{law: lognormal, mean: 6, cv: 0.5}`.
struct LawReader {
  let desk: NetworkDesk
  /// What the law's draws are.
  let draws: Draws

  /// What a law's draws are, and so in what its parameters may be written.
  enum Draws {
    /// Lengths of time: `mean: 12 min`.
    case lengths
    /// Numbers of customers.
    case counts
  }

  /// What a law looks like, for messages.
  static let example = "a law such as `{law: exponential, mean: 5}`"

  /// The law of an entry; what cannot be is reported.
  func law(_ entry: Entry?, in keys: MappingReader) -> Law? {
    entry.flatMap { law($0.value, path: keys.path(of: $0.key)) }
  }

  /// The law of a node.
  func law(_ node: NodeID, path: String) -> Law? {
    guard let law = described(node, path: path, weighted: false)?.law else { return nil }
    if let caution = law.caution { desk.report(.riskyLaw, node, caution, path) }
    return law
  }

  /// One law for all classes, or `byClass` with one for each.
  func perClass(_ entry: Entry?, in keys: MappingReader) -> PerClass<Law>? {
    guard let entry else { return nil }
    let path = keys.path(of: entry.key)
    guard let cases = desk.cases("byClass", of: entry.value, path: path, LawReader.example) else {
      return law(entry.value, path: path).map { .all($0) }
    }
    return .each(
      cases.compactMap { one in law(one.node, path: one.path).map { (one.name, $0) } }
    )
  }

  /// A law with its description, and its weight when it is part of a mixture.
  private struct Described {
    let law: Law
    let description: LawDescription
    let weight: Double
  }

  private func described(_ node: NodeID, path: String, weighted: Bool) -> Described? {
    guard case .mapping = desk.desk[node].content else {
      let found = desk.desk[node].kindInWords
      desk.report(
        .wrongValue,
        node,
        "expected a law, found \(found)",
        path,
        expected: LawReader.example
      )
      return nil
    }
    guard var keys = desk.mapping(node, path: path) else { return nil }
    let names = LawEntry.all.map(\.name)
    let nameEntry = keys.required("law", zh: "分布", expected: "one of " + Suggestions.list(names))
    let weight = weighted ? keys.required("weight", zh: "权重", expected: "a number") : nil
    guard let nameEntry else {
      // Without its law nothing is known of the parameters.
      keys.finish(alsoAllowed: keys.keys.map { KnownKey($0) })
      return nil
    }
    guard let entry = entry(nameEntry, in: keys, among: names) else { return nil }
    let before = desk.desk.errorCount
    var description = LawDescription(entry.name)
    var marks: [LawMark] = []
    for word in entry.words + LawEntry.everywhere {
      for spelling in [word.name] + word.synonyms {
        guard let given = keys.optional(spelling) else { continue }
        marks.append(LawMark(word: word, entry: given))
        read(word, given, in: keys, into: &description)
      }
    }
    let share = desk.value(weight, in: keys, .notNegative)
    keys.finish(alsoAllowed: [.note])
    guard desk.desk.errorCount == before else { return nil }
    do {
      let law = try Law(description)
      return Described(law: law, description: description, weight: share ?? 1)
    } catch {
      report(error, nameEntry, marks, path)
      return nil
    }
  }

  private func entry(_ entry: Entry, in keys: MappingReader, among names: [String]) -> LawEntry? {
    guard let scalar = keys.scalar(entry, expected: "the name of a law") else { return nil }
    if let known = LawEntry.named(scalar.text) { return known }
    desk.report(
      .unknownWord,
      entry.value,
      "unknown law \(Visible.quoted(scalar.text))",
      keys.path(of: entry.key),
      expected: "one of " + Suggestions.list(names),
      help: Suggestions.didYouMean(scalar.text, among: names)
    )
    return nil
  }

  /// Reads one parameter by the shape that the law's catalogue gives it.
  private func read(
    _ word: LawWord,
    _ entry: Entry,
    in keys: MappingReader,
    into description: inout LawDescription
  ) {
    let path = keys.path(of: entry.key)
    let rule = rule(of: word)
    switch word.shape {
    case .number:
      guard let value = desk.value(entry.value, path: path, rule) else { return }
      description.numbers.append((entry.key, value))
    case .list:
      guard let values = desk.values(entry.value, path: path, rule) else { return }
      description.lists.append((entry.key, values))
    case .matrix:
      let rows = desk.items(entry.value, path: path, expected: "a list of lists of numbers")
      let values = (rows ?? []).compactMap { desk.values($0.node, path: $0.path, rule) }
      description.matrices.append((entry.key, values))
    case .parts:
      let parts = desk.items(entry.value, path: path, expected: "a list of laws with weights")
      description.parts = (parts ?? []).compactMap { part in
        described(part.node, path: part.path, weighted: true).map { ($0.weight, $0.description) }
      }
    @unknown default: break
    }
  }

  private func rule(of word: LawWord) -> NumberRule {
    let isLength = draws == .lengths && word.dimension == .value
    return NumberRule(kind: isLength ? .length : .number, bound: .none)
  }

  /// Reports what a law refuses at the parameter that it names, or else at the law.
  private func report(
    _ error: DistributionError,
    _ law: Entry,
    _ marks: [LawMark],
    _ path: String
  ) {
    let named = marks.first { $0.isNamed(in: error.parameter) }
    let place = named.map { $0.item(named: error.parameter, on: desk.desk) } ?? law.value
    desk.report(
      .law,
      place,
      "\(error.law): \(error.parameter) is \(error.found)",
      named.map { "\(path).\($0.entry.key)" } ?? path,
      expected: error.allowed
    )
  }
}

/// A parameter of a law and where it stands.
private struct LawMark {
  let word: LawWord
  let entry: Entry

  /// Whether an error's parameter, such as `weights[2]` or `sum of weights`, speaks of this one.
  func isNamed(in parameter: String) -> Bool {
    let words = parameter.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    return words.contains(entry.key) || words.contains(word.name)
  }

  /// The item of a list that the parameter names by number, or the whole value.
  func item(named parameter: String, on desk: Desk) -> NodeID {
    var node = entry.value
    for match in parameter.matches(of: #/\[(\d+)\]/#) {
      guard case .list(let items) = desk[node].content, let place = Int(match.1),
        items.indices.contains(place)
      else { break }
      node = items[place]
    }
    return node
  }
}
