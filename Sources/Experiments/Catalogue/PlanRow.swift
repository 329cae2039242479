/// One row of a reform plan: what it promises or orders.
public struct PlanRow: Sendable, Hashable {
  /// Whether a model of patient flow and capacity can hold a row.
  public enum Scope: String, Sendable, CaseIterable, Codable {
    /// It can.
    case inside = "in"
    /// Only in part, or only as a given number.
    case part
    /// It cannot: money, titles, governance.
    case outside = "out"
  }

  /// Stable name, such as `LYG-37`.
  public let id: String
  /// The plan it belongs to, such as `lianyungang`.
  public let plan: String
  /// Whether the model can hold it.
  public let scope: Scope
  /// Chinese wording.
  public let zh: String
  /// English wording.
  public let en: String
  /// Why the model holds it only in part or not at all, as `中文 || English`; empty for rows inside.
  public let reason: String

  /// A row from its parts.
  public init(id: String, plan: String, scope: Scope, zh: String, en: String, reason: String) {
    self.id = id
    self.plan = plan
    self.scope = scope
    self.zh = zh
    self.en = en
    self.reason = reason
  }

  /// Whether a name that somebody wrote means this row: `LYG-65` means `LYG-65a` to `LYG-65d`.
  public func isMeant(by name: String) -> Bool {
    if name == id { return true }
    guard id.hasPrefix(name), let last = id.last, last.isLetter else { return false }
    return id.dropLast() == name
  }
}
