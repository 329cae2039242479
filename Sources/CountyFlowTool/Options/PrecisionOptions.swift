import ArgumentParser
import Experiments

/// How precise a measure must become, instead of a number of replications.
struct PrecisionOptions: ParsableArguments {
  @Option(
    help: """
      Add replications until half the 95 % interval is this part of the mean under every policy, \
      such as 2%, and stays so for five more (Hoad, Robinson and Davies 2010).
      """
  )
  var precision: RelativeShare?

  @Option(help: "The measure that --precision is about. Default: that of the study's first target.")
  var precisionOf: String?

  @Option(help: "The most replications that --precision may need, from 3.")
  var most = 200

  mutating func validate() throws {
    guard (3...10_000).contains(most) else {
      throw ValidationError("--most is \(most); expected 3 to 10000")
    }
    guard precision != nil || precisionOf == nil else {
      throw ValidationError("--precision-of needs --precision, such as --precision 2%")
    }
  }

  /// The goal for a study; `nil` when none is asked for.
  ///
  /// - Throws: `Stop` when replications are counted too, or no measure can be told.
  func goal(for study: Study, _ draws: DrawOptions) throws -> PrecisionGoal? {
    guard let precision else { return nil }
    guard draws.replications == nil else {
      throw Stop(.commandLine, "--precision and --replications exclude each other; keep one")
    }
    if let precisionOf { try MeasureName.check(precisionOf, of: "--precision-of") }
    guard let measure = precisionOf ?? study.targets.first?.measure else {
      throw Stop(
        .commandLine,
        "the study has no target; name a measure: --precision-of visits.grassrootsShare"
      )
    }
    let plan = SequentialReplications(
      rule: RelativePrecision(relative: precision.value),
      first: min(5, most),
      most: most
    )
    return PrecisionGoal(measure: measure, plan: plan)
  }
}

/// A part of something, as `2%` or `0.02`.
struct RelativeShare: ExpressibleByArgument {
  let value: Double

  init?(argument: String) {
    let digits = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
    guard let number = Double(digits.filter { $0 != " " }) else { return nil }
    let value = argument.hasSuffix("%") ? number / 100 : number
    guard value > 0, value < 1 else { return nil }
    self.value = value
  }
}
