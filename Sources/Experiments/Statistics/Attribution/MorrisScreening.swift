/// Morris's screening: which of many inputs matter at all, in few runs.
///
/// - Source: Morris 1991; the mean of absolute effects is Campolongo, Cariboni and Saltelli 2007.
public enum MorrisScreening {
  /// What one input does.
  public struct Effect: Sendable, Hashable {
    /// Mean change of the answer for a change of the input over its whole range.
    public let mean: Double
    /// Mean of the absolute changes: how much the input matters.
    public let absoluteMean: Double
    /// Standard deviation of the changes: above 0 when effects bend or depend on other inputs.
    public let deviation: Double
    /// Each change, over the whole range: one for each trajectory.
    public let changes: [Double]
  }

  /// The points of one path through the unit cube: each step moves one input by `levels / (2
  /// (levels - 1))`, in an order of its own.
  ///
  /// - Parameters:
  ///   - inputs: How many there are.
  ///   - levels: Even, 2 or more.
  ///   - draw: A whole number from 0 to below its argument, of fresh luck at every call.
  /// - Returns: One point more than there are inputs.
  public static func path(inputs: Int, levels: Int = 4, draw: (Int) -> Int) -> [[Double]] {
    precondition(inputs > 0 && levels > 1 && levels.isMultiple(of: 2), "a path needs inputs")
    let step = Double(levels) / Double(2 * (levels - 1))
    var point = (0..<inputs).map { _ in Double(draw(levels / 2)) / Double(levels - 1) }
    let rises = (0..<inputs).map { _ in draw(2) == 0 }
    for input in 0..<inputs where !rises[input] { point[input] += step }
    var order = Array(0..<inputs)
    for place in order.indices.reversed() { order.swapAt(place, draw(place + 1)) }
    var path = [point]
    for input in order {
      point[input] += rises[input] ? step : -step
      path.append(point)
    }
    return path
  }

  /// The effects of all inputs from the answers along some paths.
  ///
  /// - Precondition: every path has one point more than there are inputs, neighbours differ in one
  ///   input, and each answer belongs to a point.
  public static func effects(paths: [[[Double]]], answers: [[Double]]) -> [Effect] {
    precondition(!paths.isEmpty && paths.count == answers.count, "every path has answers")
    let inputs = paths[0][0].count
    var changes = [[Double]](repeating: [], count: inputs)
    for (path, answers) in zip(paths, answers) {
      for step in 1..<path.count {
        for input in 0..<inputs where path[step][input] != path[step - 1][input] {
          let length = path[step][input] - path[step - 1][input]
          changes[input].append((answers[step] - answers[step - 1]) / length)
        }
      }
    }
    return changes.map { changes in
      guard !changes.isEmpty else {
        return Effect(mean: 0, absoluteMean: 0, deviation: 0, changes: [])
      }
      let sample = Sample(changes)
      return Effect(
        mean: sample.mean,
        absoluteMean: Sample(changes.map(abs)).mean,
        deviation: sample.variance?.squareRoot() ?? 0,
        changes: changes
      )
    }
  }
}
