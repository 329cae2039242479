/// Families that a module answers by itself, without a network.
extension VerificationFamily {
  static let modules: [VerificationFamily] =
    space + choice + rotation + course + laws + arrivals + statistics
}
