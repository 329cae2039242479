internal import Experiments

/// The ambulance circles under one policy, static and realised.
struct Circles {
  /// Limit in minutes in towns.
  static let urbanMinutes = 15.0
  /// Limit in minutes in the country.
  static let ruralMinutes = 30.0

  /// Shares of residents within reach of a station by road: urban, rural, all.
  let still: [Double]
  /// Shares of calls reached in time: urban, rural, all; `nil` without calls.
  let realised: [Double?]
  /// Settlements outside the static circle, and the people who live there.
  let outsideSettlements: Int
  let outsideResidents: Int

  init(_ outcome: OutcomeTable, policy: Int, year: Int) {
    still =
      outcome.map.staticCircle.indices.contains(policy) ? outcome.map.staticCircle[policy] : []
    var calls = [0.0, 0.0]
    var inTime = [0.0, 0.0]
    var outside = (settlements: 0, residents: 0)
    for settlement in outcome.map.settlements {
      let setting = settlement.setting == "urban" ? 0 : 1
      if let place = outcome.years.firstIndex(of: year),
        settlement.years.indices.contains(policy),
        settlement.years[policy].indices.contains(place)
      {
        calls[setting] += settlement.years[policy][place].calls
        inTime[setting] += settlement.years[policy][place].inTime
      }
      if !Self.isInside(settlement, policy: policy) {
        outside.settlements += 1
        outside.residents += settlement.residents
      }
    }
    let all = (calls[0] + calls[1], inTime[0] + inTime[1])
    realised = [
      calls[0] > 0 ? inTime[0] / calls[0] : nil, calls[1] > 0 ? inTime[1] / calls[1] : nil,
      all.0 > 0 ? all.1 / all.0 : nil,
    ]
    outsideSettlements = outside.settlements
    outsideResidents = outside.residents
  }

  /// Whether an ambulance from the nearest station arrives within the limit; limits are inclusive.
  static func isInside(_ settlement: SettlementTable, policy: Int) -> Bool {
    guard settlement.stationMinutes.indices.contains(policy) else { return false }
    let limit = settlement.setting == "urban" ? urbanMinutes : ruralMinutes
    return settlement.stationMinutes[policy] <= limit
  }
}

extension Edition {
  /// The circles as an answer: whether they are closed, on paper and in fact.
  var circleAnswer: Slots {
    let today = Circles(outcome, policy: 0, year: year)
    let isClosed = today.outsideSettlements == 0
    let gap = text(
      "circles.gap",
      String(today.outsideSettlements),
      Rounding.fixed(Double(today.outsideResidents), decimals: 0)
    )
    let shown = [0] + (package.map { [$0] } ?? []) + bestCircle
    return [
      "outcome": isClosed ? "met" : "missed",
      "outcomeText": text(isClosed ? "circles.closed" : "circles.open"),
      "sentences": [text("circles.how")] + (isClosed ? [] : [gap]),
      "rows": shown.enumerated().filter { shown.firstIndex(of: $1) == $0 }.map { circleRow($1) },
    ]
  }

  /// A line for every policy.
  var circleRows: [Slots] { outcome.policies.indices.map(circleRow) }

  /// Static and realised, urban, rural, all, and who is left outside.
  private func circleRow(_ policy: Int) -> Slots {
    let circles = Circles(outcome, policy: policy, year: year)
    return [
      "policy": name(ofPolicy: policy),
      "still": circles.still.map { level($0, .share) },
      "realised": circles.realised.map { share in
        share.map { level($0, .share) } ?? nothing
      },
      "outside": Rounding.fixed(Double(circles.outsideResidents), decimals: 0),
      "outsideSettlements": String(circles.outsideSettlements),
    ]
  }

  /// The policy with the best realised circle, if it is another than the baseline.
  private var bestCircle: [Int] {
    let shares = outcome.policies.indices.map {
      Circles(outcome, policy: $0, year: year).realised[2] ?? 0
    }
    guard let best = shares.max(), let place = shares.firstIndex(of: best), place > 0 else {
      return []
    }
    return [place]
  }
}
