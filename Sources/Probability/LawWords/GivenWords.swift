/// The parameters of one description, sorted out against the words its law knows.
struct GivenWords {
  let entry: LawEntry
  /// The words of the law that are there, under their first names, in the order given.
  private(set) var names: [String] = []
  /// `factor` and `offset`, in the order they apply.
  private(set) var everywhere: [(name: String, value: Double)] = []
  private var numbers: [String: Double] = [:]
  private var lists: [String: [Double]] = [:]
  private var matrices: [String: [[Double]]] = [:]
  private var parts: [(weight: Double, law: LawDescription)] = []

  init(_ description: LawDescription, of entry: LawEntry) throws(DistributionError) {
    self.entry = entry
    for (name, value) in description.numbers {
      let word = try take(name, .number, found: "\(value)")
      numbers[word] = value
    }
    for (name, values) in description.lists {
      let word = try take(name, .list, found: "a list")
      lists[word] = values
    }
    for (name, rows) in description.matrices {
      let word = try take(name, .matrix, found: "a list of lists")
      matrices[word] = rows
    }
    if !description.parts.isEmpty {
      _ = try take("parts", .parts, found: "a list of laws")
      parts = description.parts
    }
    for word in LawEntry.everywhere {
      if let value = numbers[word.name] { everywhere.append((word.name, value)) }
    }
    names.removeAll { name in LawEntry.everywhere.contains { $0.name == name } }
  }

  /// The number behind a word of the chosen form.
  subscript(_ name: String) -> Double {
    guard let value = numbers[name] else { preconditionFailure("\(name) is not a required word") }
    return value
  }

  /// The number behind an optional word.
  subscript(_ name: String, or neutral: Double) -> Double { numbers[name] ?? neutral }

  /// The list behind a word; empty if it is optional and missing.
  func list(_ name: String) -> [Double] { lists[name] ?? [] }

  /// The list behind an optional word.
  func optionalList(_ name: String) -> [Double]? { lists[name] }

  /// The matrix behind a word.
  func matrix(_ name: String) -> [[Double]] { matrices[name] ?? [] }

  /// The laws of a mixture.
  func laws() throws(DistributionError) -> [(weight: Double, law: Law)] {
    var laws: [(weight: Double, law: Law)] = []
    for part in parts { laws.append((part.weight, try Law(part.law))) }
    return laws
  }

  /// The law that the words determine.
  func law() throws(DistributionError) -> Law {
    let complete = entry.forms.filter { $0.required.allSatisfy(names.contains) }
    guard let form = complete.first else { throw missing() }
    if let extra = names.first(where: { name in
      !complete.contains { $0.required.contains(name) || $0.optional.contains(name) }
    }) {
      let set = form.required.joined(separator: " and ")
      throw error(extra, found: "one too many beside \(set)")
    }
    let law = try form.make(self)
    for other in complete.dropFirst() where try !GivenWords.agree(law, other.make(self)) {
      let second = other.required.filter { !form.required.contains($0) }
      throw DistributionError(
        law: entry.name,
        parameter: list(of: second.isEmpty ? other.required : second),
        allowed: "parameters that agree, or only one set of \(entry.parameterSets)",
        found: "in disagreement with \(list(of: form.required))"
      )
    }
    return law
  }

  /// The words with their numbers: `mean 4.0, sd 2.0`.
  private func list(of words: [String]) -> String {
    words.map { word in numbers[word].map { "\(word) \($0)" } ?? word }.joined(separator: ", ")
  }

  /// Enters one word under its first name; refuses unknown words, words given twice, and a list
  /// where a number belongs.
  private mutating func take(
    _ name: String,
    _ shape: LawWord.Shape,
    found: String
  ) throws(DistributionError) -> String {
    let known = entry.words + LawEntry.everywhere
    guard let word = known.first(where: { $0.name == name || $0.synonyms.contains(name) }) else {
      throw error(name, found: "not a parameter of this law")
    }
    guard word.shape == shape else {
      throw DistributionError(
        law: entry.name,
        parameter: name,
        allowed: word.shape.inWords,
        found: found
      )
    }
    guard !names.contains(word.name) else {
      throw DistributionError(
        law: entry.name,
        parameter: name,
        allowed: "\(word.name) once",
        found: "given twice"
      )
    }
    names.append(word.name)
    return word.name
  }

  /// Names what is missing to the form that most of the words belong to.
  private func missing() -> DistributionError {
    var nearest: (form: LawForm, shared: Int, lacking: Int)?
    for form in entry.forms {
      let shared = form.required.filter(names.contains).count
      let lacking = form.required.count - shared
      guard let best = nearest else {
        nearest = (form, shared, lacking)
        continue
      }
      if (shared, best.lacking) > (best.shared, lacking) { nearest = (form, shared, lacking) }
    }
    let lacking = nearest?.form.required.filter { !names.contains($0) } ?? []
    return error(lacking.joined(separator: " and "), found: "missing")
  }

  private func error(_ parameter: String, found: String) -> DistributionError {
    DistributionError(
      law: entry.name,
      parameter: parameter,
      allowed: entry.parameterSets,
      found: found
    )
  }

  /// Whether two laws are the same but for the digits that a user leaves away.
  private static func agree(_ one: Law, _ other: Law) -> Bool {
    let near = { (one: Double?, other: Double?) in
      guard let one, let other else { return one == nil && other == nil }
      return abs(one - other) <= 1e-6 * max(abs(one), abs(other))
    }
    return near(one.mean, other.mean) && near(one.standardDeviation, other.standardDeviation)
      && near(one.thirdMoment, other.thirdMoment)
  }
}

extension LawWord.Shape {
  /// What belongs behind the word.
  var inWords: String {
    switch self {
    case .number: "one number"
    case .list: "a list of numbers"
    case .matrix: "a list of equally long lists of numbers"
    case .parts: "a list of laws with weights"
    }
  }
}
