/// One parameter of a law, as users write it.
public struct LawWord: Hashable, Sendable {
  /// What is written behind the word.
  public enum Shape: Hashable, Sendable {
    /// One number.
    case number
    /// A list of numbers.
    case list
    /// A list of equally long lists of numbers.
    case matrix
    /// A list of laws with weights.
    case parts
  }

  /// What unit the numbers behind the word have.
  public enum Dimension: Hashable, Sendable {
    /// The unit of a draw: minutes for a law of lengths of time.
    case value
    /// One over the unit of a draw: a rate.
    case perValue
    /// The logarithm of a draw; it depends on the unit the draw is counted in.
    case logOfValue
    /// No unit: a share, a shape, a count.
    case plain
  }

  /// The word: `mean`.
  public let name: String
  /// Other words that mean the same.
  public let synonyms: [String]
  /// What is written behind it.
  public let shape: Shape
  /// The unit of what is written behind it.
  public let dimension: Dimension

  init(
    _ name: String,
    or synonyms: [String] = [],
    _ dimension: Dimension,
    shape: Shape = .number
  ) {
    self.name = name
    self.synonyms = synonyms
    self.shape = shape
    self.dimension = dimension
  }
}

/// One set of parameters that determines a law.
public struct LawForm: Sendable {
  /// The words that must be there.
  public let required: [String]
  /// The words that may be there.
  public let optional: [String]
  let make: @Sendable (GivenWords) throws(DistributionError) -> Law

  init(
    _ required: [String],
    optional: [String] = [],
    make: @escaping @Sendable (GivenWords) throws(DistributionError) -> Law
  ) {
    self.required = required
    self.optional = optional
    self.make = make
  }

  init(_ word: String, make: @escaping @Sendable (Double) throws(DistributionError) -> Law) {
    self.init([word]) { (given) throws(DistributionError) in try make(given[word]) }
  }

  init(
    _ first: String,
    _ second: String,
    make: @escaping @Sendable (Double, Double) throws(DistributionError) -> Law
  ) {
    self.init([first, second]) { (given) throws(DistributionError) in
      try make(given[first], given[second])
    }
  }

  init(
    _ first: String,
    _ second: String,
    _ third: String,
    make: @escaping @Sendable (Double, Double, Double) throws(DistributionError) -> Law
  ) {
    self.init([first, second, third]) { (given) throws(DistributionError) in
      try make(given[first], given[second], given[third])
    }
  }

  /// The set in words: `mean, sd (and low, high)`.
  public var description: String {
    let words = required.joined(separator: ", ")
    return optional.isEmpty ? words : "\(words) (and \(optional.joined(separator: ", ")))"
  }
}

/// One law as users may name it.
public struct LawEntry: Sendable {
  /// The law's name: `lognormal`.
  public let name: String
  /// Other names of the same law.
  public let synonyms: [String]
  /// One line on what the law is good for, in English.
  public let english: String
  /// The same line in Chinese.
  public let chinese: String
  /// Every word that the law knows.
  public let words: [LawWord]
  /// The sets of parameters that determine it.
  public let forms: [LawForm]

  init(
    _ name: String,
    or synonyms: [String] = [],
    _ english: String,
    _ chinese: String,
    words: [LawWord],
    forms: [LawForm]
  ) {
    self.name = name
    self.synonyms = synonyms
    self.english = english
    self.chinese = chinese
    self.words = words
    self.forms = forms
  }

  /// Every law, simple ones first.
  public static let all: [LawEntry] = stays + built + lists + counts

  /// The words that every law knows besides its own: each draw is multiplied by `factor`, then
  /// `offset` is added.
  public static let everywhere: [LawWord] = [
    LawWord("factor", .plain), LawWord("offset", .value),
  ]

  /// The law of a name or synonym.
  public static func named(_ name: String) -> LawEntry? {
    all.first { $0.name == name || $0.synonyms.contains(name) }
  }

  /// The parameter sets in words: `mean, sd | mean, cv`.
  public var parameterSets: String {
    forms.map(\.description).joined(separator: " | ")
  }
}
