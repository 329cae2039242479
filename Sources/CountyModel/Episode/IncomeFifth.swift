/// A fifth of the county's people by disposable income, poorest first.
enum IncomeFifth: UInt8, BitwiseCopyable, CaseIterable {
  case poorest, second, third, fourth, richest

  /// Lane of the fifth in a count.
  var lane: Int { Int(rawValue) }
}
