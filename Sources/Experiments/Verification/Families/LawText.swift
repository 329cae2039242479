internal import Probability

/// A law as a network file writes it, made from the words of the cases file.
struct LawText: Sendable {
  private let name: String
  private let numbers: [(name: String, value: Double)]
  private let lists: [(name: String, values: [Double])]

  /// The mapping: `{law: exponential, mean: 1.0}`.
  var text: String {
    let words =
      ["law: \(name)"] + numbers.map { "\($0.name): \($0.value)" }
      + lists.map { "\($0.name): \($0.values)" }
    return "{" + words.joined(separator: ", ") + "}"
  }

  /// The law itself, for what formulas say of it.
  func law() throws -> Law {
    try Law(LawDescription(name, numbers: numbers, lists: lists))
  }

  /// An exponential law.
  static func exponential(mean: Double) -> LawText {
    LawText("exponential", [("mean", mean)])
  }

  /// Always the same value.
  static func deterministic(_ value: Double) -> LawText {
    LawText("deterministic", [("value", value)])
  }

  /// Whole numbers with weights of any scale.
  static func discrete(values: [Double], weights: [Double]) -> LawText {
    LawText("discrete", [], [("values", values), ("weights", weights)])
  }

  private init(
    _ name: String,
    _ numbers: [(name: String, value: Double)],
    _ lists: [(name: String, values: [Double])] = []
  ) {
    self.name = name
    self.numbers = numbers
    self.lists = lists
  }

  /// The law of a case's mapping: `{"dist": "lognormal", "mean": 1, "cv": 1.5}`.
  ///
  /// Where a case states a law in two ways, the mean and spread are taken.
  init(_ value: JSONValue, in verification: AnalyticCase) throws {
    guard let name = value["dist"]?.text, let forms = LawText.forms[name] else {
      throw CaseProblem.law(value["dist"]?.text ?? "no `dist`", caseID: verification.id)
    }
    for form in forms {
      let words = form.compactMap { word in value[word.stated].map { (word.file, $0) } }
      guard words.count == form.count else { continue }
      self.init(
        name,
        words.compactMap { word, value in value.number.map { (name: word, value: $0) } },
        words.compactMap { word, value in value.numbers.map { (name: word, values: $0) } }
      )
      return
    }
    throw CaseProblem.law("\(name) without its parameters", caseID: verification.id)
  }

  /// The law of a label such as `lognormal cv=1.5`, with a mean.
  init(label: String, mean: Double, in verification: AnalyticCase) throws {
    let parts = label.split { $0 == " " || $0 == "=" || $0 == "," }
    let name = parts.first.map(String.init) ?? label
    let numbers = parts.compactMap { Double($0) }
    switch (name, numbers.last) {
    case ("exponential", _): self = .exponential(mean: mean)
    case ("deterministic", _): self = .deterministic(mean)
    case ("lognormal", let cv?), ("gamma", let cv?), ("weibull", let cv?),
      ("hyperexponential", let cv?):
      self.init(name, [("mean", mean), ("cv", cv)])
    case ("erlang", let stages?): self.init(name, [("shape", stages), ("mean", mean)])
    case ("uniform", _): self.init(name, [("low", 0), ("high", 2 * mean)])
    default: throw CaseProblem.law(label, caseID: verification.id)
    }
  }

  /// For each law the sets of words that state it: as the cases file and as network files say.
  private static let forms: [String: [[(stated: String, file: String)]]] = [
    "exponential": [[("mean", "mean")], [("rate", "rate")]],
    "deterministic": [[("value", "value")], [("mean", "value")]],
    "lognormal": [
      [("mean", "mean"), ("cv", "cv")], [("mean", "mean"), ("sd", "sd")],
      [("mu_log", "mu"), ("sigma_log", "sigma")], [("mu", "mu"), ("sigma", "sigma")],
    ],
    "gamma": [
      [("mean", "mean"), ("cv", "cv")], [("mean", "mean"), ("sd", "sd")],
      [("mean", "mean"), ("shape", "shape")], [("shape", "shape"), ("scale", "scale")],
    ],
    "weibull": [
      [("mean", "mean"), ("cv", "cv")], [("mean", "mean"), ("sd", "sd")],
      [("scale", "scale"), ("shape", "shape")],
    ],
    "erlang": [
      [("shape", "shape"), ("mean", "mean")], [("k", "shape"), ("mean", "mean")],
      [("k", "shape"), ("rate", "rate")], [("shape", "shape"), ("rate", "rate")],
    ],
    "uniform": [[("low", "low"), ("high", "high")]],
    "triangular": [[("low", "low"), ("mode", "mode"), ("high", "high")]],
    "hyperexponential": [
      [("weights", "weights"), ("means", "means")], [("weights", "weights"), ("rates", "rates")],
      [("mean", "mean"), ("cv", "cv")],
    ],
  ]
}
