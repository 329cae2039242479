internal import Foundation

/// The cases file as it is written; only stations and the table of beds are read from it.
struct CasesFile: Decodable {
  let cases: [Entry]

  /// The cases of the wanted families, in the file's order.
  static func cases(
    in path: String,
    families: [String]
  ) throws -> [VerificationCase] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = try decoder.decode(CasesFile.self, from: data)
    return file.cases.compactMap(\.known).filter { families.contains($0.family) }
  }

  /// One case; those of families that cannot be run yet are passed over.
  struct Entry: Decodable {
    let known: VerificationCase?

    private enum Key: CodingKey {
      case id, family, inputs, expected, run
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      let id = try fields.decode(String.self, forKey: .id)
      let family = try fields.decode(String.self, forKey: .family)
      guard VerificationFamily.allNames.contains(family) else {
        known = nil
        return
      }
      let inputs = try fields.decode(Inputs.self, forKey: .inputs)
      guard let station = try inputs.station(warmUp: fields.decode(Run.self, forKey: .run)) else {
        let table = try fields.decode([String: [String: Beds]].self, forKey: .expected)
        let beds = try (table["table"] ?? [:]).sorted { $0.key < $1.key }.map {
          try $0.value.row(named: $0.key)
        }
        known = VerificationCase(id: id, family: family, question: .beds(beds), rows: [])
        return
      }
      let rows = try fields.decode([String: Expected].self, forKey: .expected)
        .sorted { $0.key < $1.key }
        .map { $0.value.row(named: $0.key) }
      known = VerificationCase(id: id, family: family, question: .station(station), rows: rows)
    }
  }

  struct Run: Decodable {
    let warmupTime: Double?
  }

  struct Expected: Decodable {
    let value: Double
    let runTimeFor: [String: Double]?

    func row(named name: String) -> ExactRow {
      guard let times = runTimeFor else {
        return ExactRow(name: name, value: value, guardLength: .none)
      }
      let byProfile = VerificationProfile.allCases.compactMap { profile in
        times[profile.fileKey].map { (profile, $0) }
      }
      return ExactRow(
        name: name,
        value: value,
        guardLength: .time(Dictionary(uniqueKeysWithValues: byProfile))
      )
    }
  }

  struct Beds: Decodable {
    let beds: Int
    let blocking: Double
    let blockingOneFewer: Double

    /// The row of a key such as `a=5,target=0.01`.
    func row(named key: String) throws -> BedsRow {
      let numbers = key.split { $0 == "=" || $0 == "," }.compactMap { Double($0) }
      guard numbers.count == 2 else { throw CasesFileProblem.bedsKey(key) }
      return BedsRow(
        offered: numbers[0],
        target: numbers[1],
        beds: beds,
        blocking: blocking,
        blockingOneFewer: blockingOneFewer
      )
    }
  }
}

extension VerificationProfile {
  /// The profile's name among the file's run times.
  fileprivate var fileKey: String {
    switch self {
    case .smoke: "eps_5pct"
    case .ci: "eps_2pct"
    case .nightly: "eps_0.5pct"
    }
  }
}

/// What the cases file says that cannot be understood.
public enum CasesFileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// A law of service that is not known.
  case service(String)
  /// A key of the table of beds that is not `a=LOAD,target=SHARE`.
  case bedsKey(String)
  /// A family that is not in the file or cannot be run.
  case family(String)

  /// What was found and what was expected.
  public var description: String {
    switch self {
    case .service(let text): "the cases file has an unknown law of service: \(text)"
    case .bedsKey(let text): "the cases file has the key \(text); expected a=LOAD,target=SHARE"
    case .family(let text):
      "no case of family \(text) can be run; expected one of "
        + VerificationFamily.allNames.joined(separator: ", ")
    }
  }
}
