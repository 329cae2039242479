/// The gain of a bundle of policies in one measure, shared out among them.
public struct AttributionRow: Encodable, Sendable {
  /// The `id` of the policy under which the switched ones are in force.
  public let policy: String
  /// The `id` of the measure.
  public let measure: String
  /// Calendar year.
  public let year: Int
  /// Values of the other axes, by path; empty when only policies are switched.
  public let others: [Shard.Value]
  /// The measure with all policies in force less the measure with none.
  public let gain: Estimate
  /// What each policy adds on average over all orders in which they could come, with Student's t
  /// interval over pairs; the means add up to the gain.
  public let shares: [Share]

  /// What one policy adds.
  public struct Share: Encodable, Sendable {
    /// Path of the switch, `policies.ID`.
    public let path: String
    /// Its part of the gain, in the unit of the measure.
    public let share: Estimate
  }

  /// One row for each setting of the other axes.
  ///
  /// Replications are paired by their common luck; around uncertain inputs, outer points are paired
  /// by their inputs. A pair counts when it was measured with every subset in force.
  static func rows(of results: SweepResults, _ question: SweepQuestion) -> [AttributionRow] {
    let manifest = results.manifest
    let axes = manifest.innerAxes
    let switches = axes.indices.filter { axes[$0].kind == .policy }
    let others = axes.indices.filter { axes[$0].kind != .policy }
    var settings: [[Double]] = []
    var places: [[Double]: [UInt32: Int]] = [:]
    for point in 0..<manifest.design.points {
      let values = manifest.innerValues(ofPoint: point)
      let setting = others.map { values[$0] }
      if places[setting] == nil { settings.append(setting) }
      let subset = switches.enumerated().reduce(UInt32(0)) { subset, part in
        values[part.element] == 1 ? subset | 1 << UInt32(part.offset) : subset
      }
      places[setting, default: [:]][subset] = point
    }
    return settings.compactMap { setting in
      places[setting].flatMap { places in
        AttributionRow(
          of: results,
          question,
          switches: switches.map { axes[$0].path },
          others: zip(others, setting).map { Shard.Value(path: axes[$0].path, value: $1) },
          places: places
        )
      }
    }
  }

  private init?(
    of results: SweepResults,
    _ question: SweepQuestion,
    switches: [String],
    others: [Shard.Value],
    places: [UInt32: Int]
  ) {
    let count = UInt32(1) << UInt32(switches.count)
    let answers = (0..<count).compactMap { subset in
      places[subset].map { results.answers(question, point: $0) }
    }
    guard answers.count == Int(count) else { return nil }
    let pairs = (0..<(answers.map(\.count).min() ?? 0)).compactMap { pair -> [Double]? in
      let worths = answers.compactMap { $0[pair] }
      return worths.count == answers.count ? worths : nil
    }
    // A policy that is no bundle, such as the baseline, gains nothing anywhere.
    guard pairs.contains(where: { pair in pair.contains { $0 != pair[0] } }) else { return nil }
    let shares = pairs.map { pair in
      Shapley.values(parts: switches.count) { pair[Int($0)] }
    }
    guard let gain = Estimate(ofReplications: pairs.map { $0[$0.count - 1] - $0[0] }) else {
      return nil
    }
    policy = results.manifest.policies[question.policy].id
    measure = question.measure
    year = question.year
    self.others = others
    self.gain = gain
    self.shares = switches.enumerated().compactMap { part, path in
      Estimate(ofReplications: shares.map { $0[part] }).map { Share(path: path, share: $0) }
    }
  }
}
