internal import Probability

/// Points from which first and total Sobol indices are estimated.
///
/// Two independent designs A and B, and for each input A with that input's column taken from B. The
/// points of one base point follow each other: A, B, then the mixtures in the order of the inputs, so
/// that further base points never move the earlier ones and a sweep that was cut off still holds
/// whole ones.
///
/// - Source: Saltelli et al. 2010; A and B are the halves of one Sobol sequence of twice as many
///   coordinates, shifted around the unit cube by one random step (Cranley and Patterson 1976), so
///   that no coordinate of A equals that of B.
enum SaltelliDesign {
  /// Most inputs: half the coordinates of a Sobol sequence.
  static let mostInputs = QuasiRandom.mostDimensions / 2

  /// Points of one base point.
  static func points(ofBase inputs: Int) -> Int { inputs + 2 }

  /// Points of the unit cube; every coordinate lies in 0 ..< 1.
  ///
  /// - Parameters:
  ///   - base: Base points.
  ///   - inputs: 1 to `mostInputs`.
  ///   - seed: Of the shift.
  /// - Returns: `points(ofBase:)` points for each base point.
  static func points(_ base: Int, inputs: Int, seed: UInt64) -> [[Double]] {
    let streams = RandomStreams(seed: seed, replication: 0)
    let shifts = (0..<2 * inputs).map { column in
      streams.uniform(at: DrawAddress(purpose: 0x7B03, entity: UInt64(column)))
    }
    return QuasiRandom.sobol(base, dimensions: 2 * inputs).flatMap { point in
      let shifted = zip(point, shifts).map { ($0 + $1).truncatingRemainder(dividingBy: 1) }
      let (one, other) = (Array(shifted.prefix(inputs)), Array(shifted.suffix(inputs)))
      let mixtures = (0..<inputs).map { input in
        var mixed = one
        mixed[input] = other[input]
        return mixed
      }
      return [one, other] + mixtures
    }
  }
}

/// The answers at the points of a Saltelli design.
struct SaltelliAnswers {
  /// Answers at A, one for each complete base point.
  private(set) var one: [Double] = []
  /// Answers at B.
  private(set) var other: [Double] = []
  /// For each input, answers at A with its column from B.
  private(set) var mixed: [[Double]]

  /// Sorts answers; base points that lack one are left out.
  ///
  /// - Precondition: there is a place for every point of the design.
  init(_ answers: [Double?], inputs: Int) {
    mixed = [[Double]](repeating: [], count: inputs)
    let size = SaltelliDesign.points(ofBase: inputs)
    precondition(answers.count.isMultiple(of: size), "a place for every point of the design")
    for start in stride(from: 0, to: answers.count, by: size) {
      let row = answers[start..<start + size].compactMap(\.self)
      guard row.count == size else { continue }
      one.append(row[0])
      other.append(row[1])
      for input in 0..<inputs { mixed[input].append(row[2 + input]) }
    }
  }

  /// The indices; `nil` for fewer than two base points or an answer that does not vary.
  var indices: SobolIndices? { indices(at: Array(one.indices)) }

  /// The indices from some base points, each as often as it is named.
  func indices(at places: [Int]) -> SobolIndices? {
    SobolIndices(
      one: places.map { one[$0] },
      other: places.map { other[$0] },
      mixed: mixed.map { column in places.map { column[$0] } }
    )
  }
}
