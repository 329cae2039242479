internal import Glibc

/// Holds the statistics against published worked numbers: one row for each number of an answer.
enum StatisticsCheck {
  /// The name of the family.
  static let family = "statistics"

  /// Judges every leaf of the expected answer; one that nobody computes fails.
  static func judge(_ wanted: AnalyticCase) throws -> [JudgedRow] {
    let found = try methods[wanted.id]?(wanted) ?? .nothing
    return rows(of: wanted.id, wanted.expected, found)
      + rows(of: wanted.id, notes(of: wanted.id).expected, notes(of: wanted.id).found)
  }

  /// What the file asks for in words only.
  private static func notes(of id: String) -> (expected: JSONValue, found: JSONValue) {
    guard id == "quantile-ci" else { return (.fields([:]), .fields([:])) }
    let runs = [(1...10).map(Double.init), (11...20).map(Double.init)]
    // Each run has its own 90th percentile, 9.1 and 19.1; that of the two means would be 14.5.
    return (
      .fields(["type7_p90_of_1_to_10": .number(9.1), "mean_of_percentiles": .number(14.1)]),
      .fields([
        "type7_p90_of_1_to_10": .number(SampleQuantile.value(0.9, of: runs[0])),
        "mean_of_percentiles": .number(
          SampleQuantile.estimate(0.9, ofReplications: runs)?.mean ?? .nan
        ),
      ])
    )
  }

  private static func rows(of id: String, _ expected: JSONValue, _ found: JSONValue)
    -> [JudgedRow]
  {
    leaves(of: expected, found, at: []).map { leaf in
      let label = leaf.path.joined(separator: " ")
      guard let exact = leaf.expected, let value = leaf.found else {
        return .unknown(caseID: id, row: label, exact: leaf.expected ?? 0)
      }
      let limit = tolerance(of: exact, in: id, label)
      return JudgedRow(
        caseID: id,
        row: label,
        exact: exact,
        estimate: value,
        standardError: 0,
        z: nil,
        stretch: 1,
        verdict: abs(value - exact) <= limit ? .pass : .fail
      )
    }
  }

  private struct Leaf {
    let path: [String]
    let expected: Double?
    let found: Double?
  }

  /// Numbers side by side; a truth is 1 or 0, a text 1 when the two are equal.
  private static func leaves(of expected: JSONValue, _ found: JSONValue?, at path: [String])
    -> [Leaf]
  {
    switch expected {
    case .fields:
      return (expected.sortedFields ?? []).flatMap { name, value in
        leaves(of: value, found?[name], at: path + [name])
      }
    case .list(let list):
      let others = found?.list ?? []
      return list.indices.flatMap { place in
        let other = others.count == list.count ? others[place] : nil
        return leaves(of: list[place], other, at: path + [String(place + 1)])
      }
    case .number(let number):
      return [Leaf(path: path, expected: number, found: found?.number)]
    case .truth(let truth):
      guard case .truth(let other)? = found else {
        return [Leaf(path: path, expected: truth ? 1 : 0, found: nil)]
      }
      return [Leaf(path: path, expected: truth ? 1 : 0, found: other ? 1 : 0)]
    case .text(let text):
      return [Leaf(path: path, expected: 1, found: found?.text == text ? 1 : 0)]
    case .nothing:
      return [Leaf(path: path, expected: nil, found: nil)]
    }
  }

  /// How far a value may be off: half a unit of the last printed digit when the file prints seven
  /// or more, 1e-9 of the value when it prints fewer, for those are exact.
  private static func tolerance(of exact: Double, in id: String, _ label: String) -> Double {
    // The data of NumAcc4 themselves hold nine digits of their standard deviation only.
    if id == "nist-strd", label.hasPrefix("numacc4") { return 1e-8 * abs(exact) }
    let digits = significantDigits(of: exact)
    guard digits >= 7, exact != 0 else { return 1e-9 * abs(exact) }
    let magnitude = floor(log10(abs(exact)))
    return 0.501 * pow(10, magnitude - Double(digits - 1)) + 1e-13 * abs(exact)
  }

  private static func significantDigits(of value: Double) -> Int {
    let mantissa = abs(value).description.prefix { $0 != "e" }.filter { $0 != "." }
    let digits = mantissa.drop { $0 == "0" }
    return digits.reversed().drop { $0 == "0" }.count
  }

  /// How each method of the file is computed.
  private static let methods: [String: @Sendable (AnalyticCase) throws -> JSONValue] =
    intervals.merging(decisions) { one, _ in one }.merging(selection) { one, _ in one }
}

/// Worked numbers of the statistics that every comparison rests on.
extension VerificationFamily {
  static let statistics: [VerificationFamily] = [
    VerificationFamily(StatisticsCheck.family) { wanted, _ in
      [.direct { _, _ in try StatisticsCheck.judge(wanted) }]
    }
  ]
}

extension JSONValue {
  /// A list of numbers.
  static func numbers(_ values: [Double]) -> JSONValue { .list(values.map { .number($0) }) }

  /// A list of lists of numbers.
  static func rows(_ values: [[Double]]) -> JSONValue { .list(values.map { .numbers($0) }) }
}

extension AnalyticCase {
  /// A list of rows of numbers that the method cannot do without.
  func rowsOfNumbers(_ name: String) throws -> [[Double]] {
    let rows = (inputs[name]?.list ?? []).compactMap(\.numbers)
    guard !rows.isEmpty else { throw CaseProblem.input(name, caseID: id) }
    return rows
  }
}
