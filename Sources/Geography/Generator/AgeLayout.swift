/// Residents of every settlement by age band, in whole people.
///
/// Rows add up to each settlement's residents and columns to the county's age structure, both
/// exactly. Villages are older by the stated odds.
struct AgeLayout {
  private(set) var residentsByAge: [[Int]]

  init(residents: [Int], settings: [Setting], shares: [Double], ruralElderTilt: Double) {
    let bands = Apportionment.byLargestRemainder(residents.reduce(0, +), weights: shares)
    let mix = Self.mix(
      residents: residents,
      settings: settings,
      bands: bands,
      tilt: ruralElderTilt
    )
    let exact = zip(residents, settings).map { people, setting in
      mix[Int(setting.rawValue)].map { Double(people) * $0 }
    }
    residentsByAge = zip(residents, exact).map {
      Apportionment.byLargestRemainder($0, weights: $1)
    }
    settle(towards: bands, exact: exact)
  }

  /// Age mix of urban and of rural residents, by iterative proportional fitting: the rows meet
  /// the residents of each setting, the columns the county's bands, and the odds stay as stated.
  private static func mix(
    residents: [Int],
    settings: [Setting],
    bands: [Int],
    tilt: Double
  ) -> [[Double]] {
    let people = Setting.allCases.map { setting in
      zip(residents, settings).reduce(0.0) { $1.1 == setting ? $0 + Double($1.0) : $0 }
    }
    let all = people.reduce(0, +)
    var table = Setting.allCases.map { setting in
      bands.indices.map { band in
        let isElder = AgeBand.lowestAges[band] >= 65
        let odds = setting == .rural && isElder ? tilt : 1
        return odds * Double(bands[band]) * people[Int(setting.rawValue)] / max(all, 1)
      }
    }
    for _ in 0..<60 {
      for band in bands.indices {
        let sum = table.reduce(0) { $0 + $1[band] }
        guard sum > 0 else { continue }
        for row in table.indices { table[row][band] *= Double(bands[band]) / sum }
      }
      for row in table.indices {
        let sum = table[row].reduce(0, +)
        guard sum > 0 else { continue }
        table[row] = table[row].map { $0 * people[row] / sum }
      }
    }
    return table.map { row in
      let sum = row.reduce(0, +)
      return row.map { sum > 0 ? $0 / sum : 0 }
    }
  }

  /// Moves single residents from bands that came out too large to bands that came out too small,
  /// each time in the settlement where that brings the figures nearest to the exact ones.
  private mutating func settle(towards bands: [Int], exact: [[Double]]) {
    var excess = bands.indices.map { band in
      residentsByAge.reduce(0) { $0 + $1[band] } - bands[band]
    }
    while let over = excess.firstIndex(where: { $0 > 0 }),
      let under = excess.firstIndex(where: { $0 < 0 })
    {
      func gain(_ row: Int) -> Double {
        (Double(residentsByAge[row][over]) - exact[row][over])
          - (Double(residentsByAge[row][under]) - exact[row][under])
      }
      let able = residentsByAge.indices.filter { residentsByAge[$0][over] > 0 }
      guard let row = able.max(by: { gain($0) < gain($1) }) else { return }
      residentsByAge[row][over] -= 1
      residentsByAge[row][under] += 1
      excess[over] -= 1
      excess[under] += 1
    }
  }
}
