/// What to say about a key that nobody reads.
struct UnknownKey {
  let key: String
  /// Keys allowed where it stands.
  let allowed: [KnownKey]
  /// Places where it would be known.
  let elsewhere: [String]

  /// `unknown key`, shown with what cannot be seen written out.
  var message: String { "unknown key \(Visible.quoted(key))" }

  /// What was probably meant, or where the key belongs.
  var help: String? {
    let place =
      elsewhere.isEmpty
      ? nil
      : "\(Visible.quoted(key)) belongs under "
        + elsewhere.map { "`\($0)`" }.joined(separator: " or ")
    let parts = [meant, place].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The keys allowed here, when nothing better can be said.
  var expected: String? {
    guard help == nil else { return nil }
    return allowed.isEmpty
      ? "no key here" : "one of " + Suggestions.list(allowed.map(\.name))
  }

  private var meant: String? {
    guard !candidates.isEmpty else { return nil }
    return "did you mean \(candidates.map { "`\($0)`" }.joined(separator: " or "))?"
  }

  /// Keys it may have been meant for, at most three: misspelt, in Chinese, or a lever written
  /// without its department or under a name that begins alike.
  var candidates: [String] {
    let near = Suggestions.near(key, among: allowed.map(\.name))
    guard near.isEmpty else { return near }
    let isChinese = key.unicodeScalars.contains { $0.value > 0x2E80 }
    let others = allowed.filter { known in
      isChinese
        ? !known.zh.isEmpty && (known.zh.contains(key) || key.contains(known.zh))
        : known.name.hasSuffix("." + key)
    }
    guard others.isEmpty else { return others.prefix(isChinese ? 1 : 3).map(\.name) }
    return Suggestions.sameStem(key, among: allowed.map(\.name))
  }
}
