/// What `analyse` can find out from a sweep.
public enum AnalysisMethod: String, Codable, Sendable, CaseIterable {
  /// Elementary effects: which levers and figures matter at all.
  case morris
  /// Which part of a measure's variance comes from which lever or figure.
  case sobol
  /// Who in a bundle of policies gains what.
  case shapley
  /// How surely each target is met over what is not known.
  case chance
  /// Which unknown figure would most change a verdict.
  case value
  /// Which points and policies may be the best.
  case best
  /// Means with the luck of needs taken out, by control variates.
  case control

  /// Fewest points from which indices and values of given data are estimated.
  static let fewestPoints = 8

  /// Whether it is left out unless it is asked for: which of two estimates is reported must be chosen
  /// before they are seen.
  var isOnRequest: Bool { self == .control }

  /// Whether the design of a sweep serves it.
  func fits(_ manifest: SweepManifest) -> Bool {
    let kind = SweepDesign.Kind(rawValue: manifest.design.kind)
    let outer = manifest.design.outer ?? 0
    return switch self {
    case .morris:
      kind == .morris
        && manifest.design.points.isMultiple(
          of: MorrisDesign.points(ofTrajectory: manifest.innerAxes.count)
        )
    case .sobol:
      kind == .saltelli || outer >= Self.fewestPoints
        || (kind == .sobol || kind == .latinHypercube)
          && manifest.design.points >= Self.fewestPoints
    case .shapley:
      kind == .factorial && manifest.innerAxes.contains { $0.kind == .policy }
    case .chance: outer > 1
    case .value: outer >= Self.fewestPoints
    case .best:
      kind != .morris && kind != .saltelli
        && manifest.design.points * manifest.policies.count > 1
        && max(outer, manifest.rounds.first?.replications ?? 0) > 1
    case .control:
      manifest.design.outer == nil
        && manifest.points.indices.contains {
          manifest.replications(ofPoint: $0) >= ControlRow.fewestReplications
        }
    }
  }

  /// The design that would be right, as a sweep file writes it.
  var rightDesign: String {
    switch self {
    case .morris: "`design: morris` with `trajectories`"
    case .sobol:
      "`design: saltelli` with `base`, which gives first and total indices; a `latin-hypercube` or "
        + "`sobol` design of \(Self.fewestPoints) points or more, or `uncertain` inputs with as many "
        + "in `outer`, give first indices"
    case .shapley: "`design: factorial` with `policies` under `vary`"
    case .chance: "`uncertain` inputs with `outer` of 2 or more"
    case .value: "`uncertain` inputs with `outer` of \(Self.fewestPoints) or more"
    case .best: "two points or policies or more, and two `replications` or more"
    case .control:
      "\(ControlRow.fewestReplications) `replications` or more and no `uncertain` inputs: what is not "
        + "known is not the luck of needs, and means over outer points are not sharpened"
    }
  }
}

/// Why a sweep cannot be analysed as was asked.
public struct AnalysisProblem: Error, Sendable, Hashable {
  /// What is wrong and what would be right.
  public let message: String

  /// A method that the design does not serve.
  static func wrongDesign(_ method: AnalysisMethod, _ manifest: SweepManifest) -> AnalysisProblem {
    AnalysisProblem(
      message: "\(manifest.id) has a `\(manifest.design.kind)` design\(manifest.outerInWords), "
        + "which does not serve `\(method.rawValue)`; it needs \(method.rightDesign)"
    )
  }

  /// A design that serves no method.
  static func nothing(_ manifest: SweepManifest) -> AnalysisProblem {
    let needs = AnalysisMethod.allCases.map { method in
      let asked = method.isOnRequest ? " (only when asked for)" : ""
      return "\(method.rawValue)\(asked): \(method.rightDesign)"
    }
    return AnalysisProblem(
      message: "\(manifest.id) has a `\(manifest.design.kind)` design\(manifest.outerInWords), "
        + "in which nothing can be analysed. What is needed:\n  "
        + needs.joined(separator: "\n  ")
    )
  }

  /// A measure that the model does not have.
  static func unknownMeasure(_ name: String) -> AnalysisProblem {
    AnalysisProblem(
      message: "no measure is called `\(name)`; `countyflow describe kpis` lists all of them"
    )
  }
}

extension SweepManifest {
  /// What is decided or explored; the values of a point begin with these.
  var innerAxes: [Axis] { axes.filter { !$0.isUncertain } }

  /// What is not known; the values of a point end with these.
  var uncertainAxes: [Axis] { axes.filter(\.isUncertain) }

  /// Place of a point of the inner design around an outer point.
  func place(ofPoint point: Int, outer: Int) -> Int { outer * design.points + point }

  /// Values of the inner axes at a point of the inner design.
  func innerValues(ofPoint point: Int) -> [Double] {
    Array(points[point].values.prefix(innerAxes.count))
  }

  /// Values of what is not known at any point.
  func uncertainValues(ofPlace place: Int) -> [Double] {
    Array(points[place].values.dropFirst(innerAxes.count))
  }

  fileprivate var outerInWords: String {
    design.outer.map { " and \($0) outer points" } ?? " and no `uncertain` inputs"
  }
}
