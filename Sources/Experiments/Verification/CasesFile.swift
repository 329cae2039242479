internal import Foundation

/// The cases file as it is written.
struct CasesFile: Decodable {
  let cases: [AnalyticCase]
  /// Worked numbers of the statistics, as cases of the family `statistics`.
  let methods: [AnalyticCase]

  /// The cases of a file, in its order, then its statistics.
  static func cases(in path: String) throws -> [AnalyticCase] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let file = try JSONDecoder().decode(CasesFile.self, from: data)
    return file.cases + file.methods
  }

  private enum Key: String, CodingKey {
    case cases
    case methods = "statistics_methods"
  }

  private struct Method: Decodable {
    let id: String
    let inputs: JSONValue
    let expected: JSONValue
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    cases = try fields.decode([AnalyticCase].self, forKey: .cases)
    methods = try (fields.decodeIfPresent([Method].self, forKey: .methods) ?? []).map {
      AnalyticCase(
        id: $0.id,
        family: StatisticsCheck.family,
        inputs: $0.inputs,
        expected: $0.expected,
        run: .nothing
      )
    }
  }
}

extension AnalyticCase: Decodable {
  private enum Key: CodingKey {
    case id, family, inputs, expected, run
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try fields.decode(String.self, forKey: .id),
      family: try fields.decode(String.self, forKey: .family),
      inputs: try fields.decode(JSONValue.self, forKey: .inputs),
      expected: try fields.decode(JSONValue.self, forKey: .expected),
      run: try fields.decodeIfPresent(JSONValue.self, forKey: .run) ?? .nothing
    )
  }
}

/// What was asked of the cases file that is not in it.
public enum CasesFileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// No case has the name.
  case noCase(String, known: [String])
  /// The file has no cases at all.
  case empty

  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .noCase(let name, let known):
      "there is no case \(name); the file has " + known.joined(separator: ", ")
    case .empty: "the file has no cases"
    }
  }
}
