import Engine
import Geography

/// Residents of a county in neighbourhoods and in villages.
struct ResidentsBySetting {
  let urban: Int64
  let rural: Int64

  /// All of them.
  var all: Int64 { urban + rural }
}

extension Readings {
  /// The readings of a region from those of its counties: counts and stocks add up, rates in force
  /// are means over residents, and what is measured is measured on the sums.
  init(joining parts: [Readings], residents: [ResidentsBySetting]) {
    self.init(
      periods: parts[0].periods,
      identities: Self.identities(of: parts),
      // Formulas hold for one fleet and one set of wards: each county keeps its own.
      shadows: parts.flatMap(\.shadows),
      settlements: parts.flatMap(\.settlements),
      fingerprint: Self.hash(parts.map(\.fingerprint)),
      needs: Self.hash(parts.map(\.needs)),
      events: parts.reduce(0) { $0 + $1.events },
      counts: Self.counts(of: parts, residents),
      histograms: parts[0].histograms.indices.map { place in
        var merged = parts[0].histograms[place]
        for part in parts.dropFirst() { merged.merge(part.histograms[place]) }
        return merged
      },
      referrals: ReferralFlow.joined(parts.map(\.referrals)),
      staticCircle: (0..<3).map { lane in
        Self.mean(parts.map { $0.staticCircle[lane] }, residents.map { $0.ofLane(lane) })
      },
      stationMinutes: parts.flatMap(\.stationMinutes)
    )
    counties = parts
  }

  /// An identity of the region holds when it holds in every county.
  private static func identities(of parts: [Readings]) -> [Identity] {
    parts[0].identities.indices.map { place in
      let same = parts.map { $0.identities[place] }
      if let broken = same.first(where: { !$0.holds }) { return broken }
      return Identity(
        id: same[0].id,
        zh: same[0].zh,
        en: same[0].en,
        left: same.reduce(0) { $0 + $1.left },
        right: same.reduce(0) { $0 + $1.right }
      )
    }
  }

  private static func counts(of parts: [Readings], _ residents: [ResidentsBySetting]) -> [Int64] {
    var sums = parts[0].counts
    for part in parts.dropFirst() {
      for place in sums.indices { sums[place] += part.counts[place] }
    }
    for (cell, weight) in rates {
      for page in 0...parts[0].months.count {
        let place = page * Count.rows * Count.lanes + cell
        let values = parts.map { Double($0.counts[place]) }
        sums[place] = Int64(mean(values, residents.map { $0.ofLane(weight) }).rounded())
      }
    }
    return sums
  }

  /// Cells that hold a rate in force rather than a number of events, and whose residents weigh.
  private static let rates: [(cell: Int, lane: Int)] = Measure.all.flatMap { measure in
    guard case .level(let series, _, let level) = measure.formula else {
      return [(cell: Int, lane: Int)]()
    }
    let first = series.count.row * Count.lanes
    return switch level {
    case .stock: []
    case .rate: series.lanes.map { (first + $0, 2) }
    case .rateBySetting: (0...2).map { (first + $0, $0) }
    }
  }

  private static func mean(_ values: [Double], _ weights: [Int64]) -> Double {
    let all = weights.reduce(0, +)
    guard all > 0 else { return values.reduce(0, +) / Double(values.count) }
    return zip(values, weights).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(all)
  }

  private static func hash(_ words: [UInt64]) -> UInt64 {
    var fingerprint = EventFingerprint()
    for word in words { fingerprint.take(word, at: .start) }
    return fingerprint.value
  }
}

extension ResidentsBySetting {
  /// Whose share stands in a lane: urban, rural, all.
  fileprivate func ofLane(_ lane: Int) -> Int64 {
    switch lane {
    case 0: urban
    case 1: rural
    default: all
    }
  }
}
