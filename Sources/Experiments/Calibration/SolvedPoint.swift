internal import CountyModel
internal import Foundation

/// The constants of the choice that were solved at one outer point of a sweep.
public struct SolvedPoint: HeldToTolerances, Codable, Sendable, Hashable {
  /// Each constant by name, rounded as the manifest of a sweep holds it.
  public let constants: [String: Double]
  /// Distance of the worst measure from its observation, in tolerances.
  public let worst: Double

  /// What a calibration found.
  public init(_ trial: CalibrationTrial) {
    constants = Dictionary(
      uniqueKeysWithValues: SolvedConstant.allCases.map {
        ($0.rawValue, DecimalText.rounded($0.value(in: trial.constants)))
      }
    )
    worst = trial.worst
  }

  /// Constants from their parts.
  init(constants: [String: Double], worst: Double) {
    self.constants = constants
    self.worst = worst
  }

  /// Names what decides the constants by its content.
  ///
  /// SHA-256 over lines: `countyflow/solved-key/1`, the scenario of the baseline, the versions of
  /// program, model, GSL and C library, the processor class, the seed, the most rounds, and each
  /// constant with its measure, what was observed and the tolerance. The program stands for the
  /// search, which the version of the model does not name.
  ///
  /// - Parameters:
  ///   - study: The study of the outer point; its baseline is solved for.
  ///   - scenario: SHA-256 of the resolved scenario of that baseline; the constants from which the
  ///     search starts are figures of it.
  /// - Returns: 64 hexadecimal digits.
  public static func key(of study: Study, scenario: String) -> String {
    let contract = SweepManifest.Contract(of: study, files: [])
    var lines = [
      "countyflow/solved-key/1", scenario, contract.program, contract.model, contract.gsl,
      contract.libc, contract.cpuFeatureClass, String(contract.seed),
      String(Calibration.mostRounds),
    ]
    for constant in SolvedConstant.allCases {
      let row = study.fit.first { $0.part == .solved && $0.measure == constant.measure }
      let observed = row.map { String($0.observed) } ?? "-"
      lines.append("\(constant.rawValue)=\(constant.measure) \(observed) \(constant.tolerance)")
    }
    return SHA256.hexadecimal(Array(lines.joined(separator: "\n").utf8))
  }

  // MARK: Its file

  private struct File: Codable {
    var schema = SolvedPoint.schema
    let key: String
    let solved: SolvedPoint
  }

  private static let schema = "countyflow/solved-point/1"

  /// One line of canonical JSON, sealed as a shard is: `body` is the SHA-256 of the rest.
  func text(key: String) throws -> String {
    let rest = try CanonicalJSON.text(of: File(key: key, solved: self))
    return "{\"body\":\"\(SHA256.hexadecimal(Array(rest.utf8)))\"," + rest.dropFirst() + "\n"
  }

  /// What a file holds; `nil` when it is of another key or not, to the last byte, what was written.
  init?(from data: Data, key: String) {
    guard let file = try? CanonicalJSON.decode(File.self, from: data), file.key == key,
      let text = try? file.solved.text(key: key), Data(text.utf8) == data
    else { return nil }
    self = file.solved
  }
}
