/// How numbers of one unit are worded.
enum UnitText: String {
  case share, points, minutes, days, perYear, ratio, yuan, count, number
  case kilometres, squareKilometres, kilometresPerHour, perThousandYear, perResidentYear

  /// The unit of a name; a plain number for a name that is not known.
  init(named name: String) { self = UnitText(rawValue: name) ?? .number }

  /// Key of the message that follows the number, `nil` where nothing does.
  private var suffix: String? {
    switch self {
    case .share, .ratio, .count, .number, .yuan: nil
    default: "unit.\(rawValue)"
    }
  }

  /// A measured value: `63.40%`, `12.3 minutes`, `1.23 亿元`.
  func level(_ value: Double, _ language: Language) -> String {
    switch self {
    case .share: scaled(value, language) + "%"
    case .yuan: money(value, language)
    default: followed(scaled(value, language), language)
    }
  }

  /// A value as somebody wrote it, without added zeros: `45%`.
  func written(_ value: Double, _ language: Language) -> String {
    switch self {
    case .share: Rounding.trimmed(value * 100) + "%"
    case .yuan: money(value, language)
    case _ where language == .zh && value.magnitude >= 1e4:
      followed(Rounding.trimmed(value / 1e4) + " 万", language)
    default: followed(Rounding.trimmed(value), language)
    }
  }

  /// A difference of two measured values, with its sign; shares differ by percentage points.
  func change(_ value: Double, _ language: Language) -> String {
    guard self == .share else { return bareChange(value, language) }
    let change = bareChange(value, language)
    return change + " " + Messages.shared.text("unit.points", language, [change])
  }

  /// How far two measured values may lie apart; shares by percentage points.
  func distance(_ value: Double, _ language: Language) -> String {
    guard self == .share else { return level(value, language) }
    let points = scaled(value, language)
    return points + " " + Messages.shared.text("unit.points", language, [points])
  }

  /// As `change`, but shares without the word for points, where a heading says it.
  func bareChange(_ value: Double, _ language: Language) -> String {
    let text = self == .share ? scaled(value, language) : level(value, language)
    return value > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
  }

  /// Half the width of an interval: `±0.02`, in the unit and scale of the value beside it.
  func spread(_ half: Double, beside value: Double, _ language: Language) -> String {
    let scale = scale(of: value, language)
    return "±" + Rounding.atLeastVisible(half / scale.divisor, decimals: scale.decimals)
  }

  /// What stands at an axis or a column head: `%`, `分钟`.
  func name(_ language: Language) -> String {
    Messages.shared.text("axis.\(rawValue)", language)
  }

  /// Factor from the stored value to the number on an axis.
  var axisFactor: Double { self == .share ? 100 : 1 }

  /// A number with its unit after it, where it has one.
  private func followed(_ number: String, _ language: Language) -> String {
    guard let suffix else { return number }
    let text = Messages.shared.text(suffix, language, [number])
    return text.hasPrefix("/") ? number + text : number + " " + text
  }

  /// The number alone, in 万, 亿 or millions where it is large.
  private func scaled(_ value: Double, _ language: Language) -> String {
    let scale = scale(of: value, language)
    return Rounding.fixed(value / scale.divisor, decimals: scale.decimals) + scale.word
  }

  private func money(_ value: Double, _ language: Language) -> String {
    let yuan = Messages.shared.text("unit.yuan", language)
    return language.pick(
      zh: scaled(value, language) + (value.magnitude >= 1e4 ? "" : " ") + yuan,
      en: yuan + " " + scaled(value, language)
    )
  }

  /// How a number of this size is written; Chinese large numbers by GB/T 15835.
  private func scale(of value: Double, _ language: Language) -> Scale {
    let size = value.magnitude
    switch self {
    case .share: return Scale(divisor: 0.01, decimals: 2)
    case _ where language == .zh && size >= 1e8:
      return Scale(divisor: 1e8, decimals: 2, word: " 亿")
    case _ where language == .zh && size >= 1e4:
      return Scale(divisor: 1e4, decimals: 2, word: " 万")
    case .yuan where size >= 1e6: return Scale(divisor: 1e6, decimals: 2, word: " million")
    case .minutes: return Scale(divisor: 1, decimals: 1)
    default: return Scale(divisor: 1, decimals: size < 100 ? 2 : size < 1000 ? 1 : 0)
    }
  }

  /// Divisor, decimals and the word for the divisor.
  private struct Scale {
    let divisor: Double
    let decimals: Int
    var word = ""
  }
}
