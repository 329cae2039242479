/// A file that a run was made from.
public struct InputFile: Codable, Sendable, Hashable {
  /// Name relative to the scenario folder, such as `counties/ganyu/county.yaml`.
  public let name: String
  /// SHA-256 of its bytes, in hexadecimal.
  public let sha256: String

  /// Names a file and its hash.
  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
