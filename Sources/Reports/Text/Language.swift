/// The languages every report speaks.
public enum Language: String, Sendable, CaseIterable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en

  /// The one of two texts that belongs to this language.
  func pick(zh: String, en: String) -> String {
    switch self {
    case .zh: zh
    case .en: en
    }
  }

  /// Tag for `lang` attributes and font selection.
  var tag: String { pick(zh: "zh-Hans", en: "en") }
}
