internal import Probability

/// How the points of a sweep come about.
public struct SweepDesign: Sendable {
  /// The kinds of design, as files name them.
  public enum Kind: String, Sendable, CaseIterable {
    /// Every value of every axis with every value of the others; the last axis moves first.
    case grid
    /// The first values of all axes, then the second ones, and so on.
    case list
    /// The first values of all axes, then every other value of one axis while the others stay.
    case oneAtATime = "one-at-a-time"
    /// Each axis cut into as many equal parts as there are points, each part met once.
    case latinHypercube = "latin-hypercube"
    /// Sobol's sequence.
    case sobol
    /// Every subset of the policies, with every value of the other axes.
    case factorial
    /// Trajectories on which each step moves one axis, for elementary effects.
    case morris
    /// Two designs and their mixtures, for first and total Sobol indices.
    case saltelli

    /// What files call the number of draws; `nil` where the points follow from listed values.
    ///
    /// Axes of designs that are drawn are ranges.
    public var drawsAre: String? {
      switch self {
      case .grid, .list, .oneAtATime, .factorial: nil
      case .latinHypercube, .sobol: "points"
      case .morris: "trajectories"
      case .saltelli: "base"
      }
    }

    /// Most axes of a design that needs at least one; `nil` for those that do without.
    public var mostAxes: Int? {
      switch self {
      case .grid, .list, .oneAtATime, .factorial, .latinHypercube: nil
      case .sobol: QuasiRandom.mostDimensions
      case .morris: SweepDesign.mostMorrisAxes
      case .saltelli: SaltelliDesign.mostInputs
      }
    }

    /// Whether points are drawn from ranges and their number is stated.
    public var isSampled: Bool { drawsAre != nil }
  }

  /// The kind.
  public let kind: Kind
  /// What is decided or explored.
  public let axes: [SweepAxis]
  /// What is not known; sampled around all points.
  public let uncertain: [SweepAxis]
  /// Points of a sampled design, trajectories of `morris`, base points of `saltelli`.
  public let sampled: Int
  /// Values that each axis takes in a `morris` design; even.
  public let levels: Int
  /// Points of the outer design over what is not known.
  public let outer: Int
  /// Seed of sampled designs.
  public let seed: UInt64

  /// Most points of a sweep.
  public static let mostPoints = 100_000
  /// Levels of a `morris` design that states none.
  ///
  /// - Source: Campolongo, Cariboni and Saltelli 2007.
  public static let morrisLevels = 4
  /// Most axes of a `morris` design: as many as anybody could read.
  private static let mostMorrisAxes = 1000

  /// A design from its parts.
  public init(
    kind: Kind,
    axes: [SweepAxis],
    uncertain: [SweepAxis],
    sampled: Int,
    levels: Int = SweepDesign.morrisLevels,
    outer: Int,
    seed: UInt64
  ) {
    self.kind = kind
    self.axes = axes
    self.uncertain = uncertain
    self.sampled = sampled
    self.levels = levels
    self.outer = outer
    self.seed = seed
  }

  /// A point before its scenario is known.
  public struct Draft: Sendable, Hashable {
    /// Values of the axes, then of what is not known.
    public let values: [Double]
    /// Place of the outer point; `nil` when everything is known.
    public let outer: Int?
  }

  /// How many points there will be, the outer design included; `nil` when over any limit.
  public var count: Int? {
    var count = uncertain.isEmpty ? 1 : outer
    switch kind {
    case .grid, .factorial:
      for axis in axes {
        let (product, isTooMuch) = count.multipliedReportingOverflow(by: axis.listed.count)
        if isTooMuch || product > Self.mostPoints { return nil }
        count = product
      }
    case .list: count *= axes.map(\.listed.count).max() ?? 1
    case .oneAtATime: count *= axes.reduce(1) { $0 + $1.listed.count - 1 }
    case .latinHypercube, .sobol: count *= sampled
    case .morris: count *= sampled * MorrisDesign.points(ofTrajectory: axes.count)
    case .saltelli: count *= sampled * SaltelliDesign.points(ofBase: axes.count)
    }
    return count > Self.mostPoints ? nil : count
  }

  /// All points: the whole design for the first outer point, then for the second, and so on.
  public var points: [Draft] {
    let inner = innerPoints
    guard !uncertain.isEmpty else { return inner.map { Draft(values: $0, outer: nil) } }
    return outerPoints.enumerated().flatMap { place, unknown in
      inner.map { Draft(values: $0 + unknown, outer: place) }
    }
  }

  /// Points of the outer design: values of what is not known.
  public var outerPoints: [[Double]] {
    LatinHypercube.points(outer, dimensions: uncertain.count, seed: seed, stream: 2).map { unit in
      zip(uncertain, unit).map { $0.spread.value(at: $1) }
    }
  }

  /// Points of the design itself.
  private var innerPoints: [[Double]] {
    switch kind {
    case .grid, .factorial:
      return axes.reduce([[]]) { points, axis in
        points.flatMap { point in axis.listed.map { point + [$0] } }
      }
    case .list:
      let lists = axes.map(\.listed)
      return (0..<(lists.map(\.count).max() ?? 1)).map { row in lists.map { $0[row] } }
    case .oneAtATime:
      let base = axes.map { $0.listed[0] }
      return [base]
        + axes.enumerated().flatMap { place, axis in
          axis.listed.dropFirst().map { value in
            var point = base
            point[place] = value
            return point
          }
        }
    case .latinHypercube:
      return scaled(
        LatinHypercube.points(sampled, dimensions: axes.count, seed: seed, stream: 1)
      )
    case .sobol: return scaled(QuasiRandom.sobol(sampled, dimensions: axes.count))
    case .morris:
      let places = MorrisDesign.points(sampled, inputs: axes.count, levels: levels, seed: seed)
      return places.map { place in zip(axes, place).map { $0.spread.level(at: $1) } }
    case .saltelli:
      return scaled(SaltelliDesign.points(sampled, inputs: axes.count, seed: seed))
    }
  }

  private func scaled(_ units: [[Double]]) -> [[Double]] {
    units.map { unit in zip(axes, unit).map { $0.spread.value(at: $1) } }
  }
}
