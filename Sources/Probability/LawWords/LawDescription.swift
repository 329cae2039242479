/// A law in words: its name and its named parameters, as a file gives them.
public struct LawDescription: Sendable {
  /// The law's name: `lognormal`.
  public var law: String
  /// The parameters that are single numbers.
  public var numbers: [(name: String, value: Double)]
  /// The parameters that are lists of numbers.
  public var lists: [(name: String, values: [Double])]
  /// The parameters that are matrices, row by row.
  public var matrices: [(name: String, rows: [[Double]])]
  /// The laws that a mixture is made of, each with its weight.
  public var parts: [(weight: Double, law: LawDescription)]

  /// Describes a law; nothing is checked yet.
  public init(
    _ law: String,
    numbers: [(name: String, value: Double)] = [],
    lists: [(name: String, values: [Double])] = [],
    matrices: [(name: String, rows: [[Double]])] = [],
    parts: [(weight: Double, law: LawDescription)] = []
  ) {
    self.law = law
    self.numbers = numbers
    self.lists = lists
    self.matrices = matrices
    self.parts = parts
  }
}

extension Law {
  /// The law of a description.
  ///
  /// An unknown law, an unknown or missing parameter, and parameters that say the same thing twice
  /// and disagree are errors; ones that agree (mean 4 and rate 0.25) are not.
  public init(_ description: LawDescription) throws(DistributionError) {
    guard let entry = LawEntry.named(description.law) else {
      throw DistributionError(
        law: "law",
        parameter: "name",
        allowed: "one of \(LawEntry.all.map(\.name).joined(separator: ", "))",
        found: "\"\(description.law)\""
      )
    }
    let given = try GivenWords(description, of: entry)
    var law = try given.law()
    for (word, value) in given.everywhere {
      law = word == "factor" ? try law.scaled(by: value) : try law.shifted(by: value)
    }
    self = law
  }
}
