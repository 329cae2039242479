/// Constants that are held against observations, each with its tolerance.
public protocol HeldToTolerances {
  /// Distance of the worst measure from its observation, in tolerances.
  var worst: Double { get }
}

extension HeldToTolerances {
  /// Whether every measure is within its tolerance.
  public var isSolved: Bool { worst <= 1 }
}
