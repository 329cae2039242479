import Geography

/// Payment of county stays by points: the year's budget is divided by the year's points (methods B8).
///
/// Places are those of the county's hospitals in the order of their kinds.
struct CasePoints {
  /// The hospitals that are paid by points.
  static let hospitals = FacilityKind.allCases.filter { $0.tier == .county }

  private(set) var budget: Int64 = 0
  private(set) var points: [Int64]
  private(set) var claims: [Int64]
  private var cleared: [Int64]

  init() {
    points = Array(repeating: 0, count: Self.hospitals.count)
    claims = points
    cleared = points
  }

  mutating func accrue(_ amount: Int64) { budget += amount }

  /// A case is over: its points, and what the fund has already paid on its bill.
  mutating func add(points new: Int64, claim: Int64, at place: Int) {
    points[place] += new
    claims[place] += claim
  }

  /// What each hospital is due of the budget: its points times the point value, to the fen.
  var due: [Int64] {
    let all = points.reduce(0, +)
    guard all > 0 else { return claims }
    var left = budget
    var pointsLeft = all
    return points.map { mine in
      // Dividing what is left hands the last hospital the rest, so that the budget closes.
      let amount =
        pointsLeft > 0 ? Int64((Double(left) * (Double(mine) / Double(pointsLeft))).rounded()) : 0
      left -= amount
      pointsLeft -= mine
      return amount
    }
  }

  /// Point value against what the bills were paid at: 1 is par; never beyond a half or a double, as
  /// the rules for extreme cases have it (methods B8).
  var parity: Double {
    let paid = claims.reduce(0, +)
    return paid > 0 ? min(2, max(0.5, Double(budget) / Double(paid))) : 1
  }

  /// Settles the year so far; returns what the fund pays each hospital now.
  mutating func settle() -> [Int64] {
    let due = due
    return due.indices.map { place in
      let now = due[place] - claims[place] - cleared[place]
      cleared[place] += now
      return now
    }
  }

  mutating func closeYear() { self = CasePoints() }
}
