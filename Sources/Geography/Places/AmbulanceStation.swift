/// A place where ambulances stand by.
public struct AmbulanceStation: Sendable, Hashable {
  /// Whether a station works today or could be added.
  public enum Standing: UInt8, CaseIterable, Sendable {
    /// Open at the start of the study.
    case existing
    /// Site at which a policy may open a station.
    case candidate
  }

  /// Stable name in files: `AS-01` for existing stations, `AC-01` for candidates.
  public let id: String
  /// Chinese name.
  public let name: String
  /// English name.
  public let nameEn: String
  /// Index of its settlement.
  public let settlement: Int
  /// Urban or rural, as its settlement.
  public let setting: Setting
  /// Open today, or a candidate.
  public let standing: Standing

  /// Whether a policy would have to open it first.
  public var isCandidate: Bool { standing == .candidate }

  /// Makes a station.
  public init(
    id: String,
    name: String,
    nameEn: String,
    settlement: Int,
    setting: Setting,
    standing: Standing
  ) {
    self.id = id
    self.name = name
    self.nameEn = nameEn
    self.settlement = settlement
    self.setting = setting
    self.standing = standing
  }
}
