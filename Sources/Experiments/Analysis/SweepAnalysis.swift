/// What a sweep tells beyond its tables: which levers and figures matter, who in a bundle gains what,
/// how surely targets are met over what is not known, which unknown figure would most change a
/// verdict, which point may be the best, and means with the luck of needs taken out.
///
/// `analysis.json` holds it as `countyflow/analysis/1`. It is a pure function of the manifest and the
/// shards: a sweep that is half done is analysed as far as it goes, and again later.
public struct SweepAnalysis: Encodable, Sendable {
  /// `countyflow/analysis/1`.
  public let schema = "countyflow/analysis/1"
  /// Short stable name of the sweep.
  public let id: String
  /// Chinese title.
  public let zh: String
  /// English title.
  public let en: String
  /// How the points came about.
  public let design: SweepManifest.Design
  /// What is varied.
  public let axes: [SweepManifest.Axis]
  /// The policies, by the names that the rows bear.
  public let policies: [SweepManifest.PolicyName]
  /// What was looked for.
  public let methods: [AnalysisMethod]
  /// The measures that were analysed.
  public let measures: [MeasureTable]
  /// The targets of the study.
  public let targets: [Target]
  /// The year that is analysed, the last one; targets have years of their own.
  public let year: Int
  /// Tasks of all rounds so far.
  public let tasks: Int
  /// Tasks that are done.
  public let shards: Int
  /// SHA-256 over number and seal of every shard.
  public let contentHash: String
  /// Elementary effects, by policy and measure.
  public let screening: [ScreeningRow]
  /// Sobol indices, by policy and measure.
  public let sensitivity: [SensitivityRow]
  /// Shapley shares, by policy and measure.
  public let attribution: [AttributionRow]
  /// Chances of meeting the targets, by point, policy and target.
  public let chances: [ChanceRow]
  /// Values of information, by point, policy and target.
  public let values: [ValueRow]
  /// Which points and policies may be the best, by measure.
  public let best: [BestRow]
  /// Means with and without the luck of needs, by measure, point and policy.
  public let control: [ControlRow]

  /// Which measures are analysed.
  public enum Extent: Sendable, Hashable {
    /// Those that the sweep shows first.
    case shown
    /// Every measure of the model.
    case all
    /// These, by `id`.
    case named([String])
  }

  /// Analyses the results of a sweep.
  ///
  /// - Parameters:
  ///   - results: What its shards hold, all or some.
  ///   - targets: The targets of its study.
  ///   - extent: Which measures.
  ///   - asked: What to look for; empty for all that the design serves, but for what is done on
  ///     request only.
  /// - Throws: `AnalysisProblem` for a design that does not serve a method, and for measures that
  ///   are not there.
  public init(
    of results: SweepResults,
    targets: [Target],
    measures extent: Extent,
    methods asked: [AnalysisMethod]
  ) throws(AnalysisProblem) {
    let manifest = results.manifest
    let methods = try Self.methods(asked, for: manifest)
    let measures = try Self.measures(extent, of: results)
    let year = results.years.last ?? 0
    let questions = manifest.policies.indices.flatMap { policy in
      measures.map { SweepQuestion(policy: policy, measure: $0.id, year: year) }
    }
    id = manifest.id
    zh = manifest.zh
    en = manifest.en
    design = manifest.design
    axes = manifest.axes
    policies = manifest.policies
    self.methods = methods
    self.measures = measures
    self.targets = targets
    self.year = year
    tasks = manifest.taskCount
    shards = results.shards
    contentHash = results.contentHash
    screening =
      methods.contains(.morris) ? questions.compactMap { ScreeningRow(of: results, $0) } : []
    sensitivity =
      methods.contains(.sobol) ? questions.flatMap { SensitivityRow.rows(of: results, $0) } : []
    attribution =
      methods.contains(.shapley) ? questions.flatMap { AttributionRow.rows(of: results, $0) } : []
    let promises = Promise.all(of: manifest, targets)
    chances =
      methods.contains(.chance)
      ? promises.compactMap {
        ChanceRow(results, $0.target, point: $0.point, policy: $0.policy)
      } : []
    values =
      methods.contains(.value)
      ? promises.compactMap {
        ValueRow(results, $0.target, point: $0.point, policy: $0.policy)
      } : []
    best =
      methods.contains(.best)
      ? measures.compactMap { BestRow(of: results, $0, year: year) } : []
    control =
      methods.contains(.control) ? ControlRow.rows(of: results, measures, year: year) : []
  }

  private static func methods(
    _ asked: [AnalysisMethod],
    for manifest: SweepManifest
  ) throws(AnalysisProblem) -> [AnalysisMethod] {
    for method in asked where !method.fits(manifest) {
      throw .wrongDesign(method, manifest)
    }
    let fitting = AnalysisMethod.allCases.filter { $0.fits(manifest) }
    let found = fitting.filter { asked.isEmpty ? !$0.isOnRequest : asked.contains($0) }
    guard !found.isEmpty else { throw .nothing(manifest) }
    return found
  }

  private static func measures(
    _ extent: Extent,
    of results: SweepResults
  ) throws(AnalysisProblem) -> [MeasureTable] {
    let names: [String]
    switch extent {
    case .all: return results.measures
    case .shown: names = results.shown
    case .named(let ids): names = ids
    }
    var found: [MeasureTable] = []
    for name in names {
      guard let measure = results.measures.first(where: { $0.id == name }) else {
        throw .unknownMeasure(name)
      }
      found.append(measure)
    }
    return found
  }
}

/// One target under one policy at one point of the inner design.
private struct Promise {
  let point: Int
  let policy: Int
  let target: Target

  /// Points in order, policies in order within each, then targets.
  static func all(of manifest: SweepManifest, _ targets: [Target]) -> [Promise] {
    (0..<manifest.design.points).flatMap { point in
      manifest.policies.indices.flatMap { policy in
        targets.map { Promise(point: point, policy: policy, target: $0) }
      }
    }
  }
}

extension SensitivityRow {
  /// Every set of indices that the design of a sweep serves.
  static func rows(of results: SweepResults, _ question: SweepQuestion) -> [SensitivityRow] {
    let manifest = results.manifest
    let inner: SensitivityRow? =
      switch SweepDesign.Kind(rawValue: manifest.design.kind) {
      case .saltelli: SensitivityRow(saltelli: results, question)
      case .sobol, .latinHypercube: SensitivityRow(givenData: results, question)
      default: nil
      }
    guard manifest.design.outer != nil else { return inner.map { [$0] } ?? [] }
    let outer = (0..<manifest.design.points).compactMap { point in
      SensitivityRow(outer: results, question, point: point)
    }
    return (inner.map { [$0] } ?? []) + outer
  }
}

extension SweepAnalysis {
  /// By how much knowing each uncertain input would change a chance of meeting a target: by its path
  /// in the county file, the greatest over all points, policies and targets.
  public var worth: [String: Double] {
    values.flatMap(\.inputs).reduce(into: [:]) { worth, input in
      let path = SweepManifest.Axis.figurePath(of: input.path)
      worth[path] = max(worth[path] ?? 0, input.change)
    }
  }
}
