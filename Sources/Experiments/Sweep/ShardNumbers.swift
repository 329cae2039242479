internal import CountyModel

extension Shard.Numbers {
  /// What a replication left behind: every measure by year and quarter, of the whole and of each
  /// county of a region.
  ///
  /// - Parameters:
  ///   - readings: What the replication left behind.
  ///   - counties: English names of the counties of the study, in order.
  init(of readings: Readings, counties: [String]) {
    let measures = Measure.all
    var rows = Self.rows(of: readings, measures, place: nil)
    for (county, name) in zip(readings.counties, counties) {
      rows += Self.rows(of: county, measures, place: name)
    }
    self.init(
      events: readings.events,
      fingerprint: Self.sixteenDigits(of: readings.fingerprint),
      readings: rows,
      ledger: readings.referrals.map(Shard.LedgerRow.init),
      brokenIdentities: readings.identities.filter { !$0.holds }.map(IdentityTable.init)
    )
  }

  private static func rows(
    of readings: Readings,
    _ measures: [Measure],
    place: String?
  ) -> [Shard.Reading] {
    let quarters = readings.quarters.map { "\($0.year)Q\($0.quarter)" }
    let years = readings.years.map(String.init)
    return measures.flatMap { measure in
      let annual = zip(years, readings.years).compactMap { period, year in
        readings.parts(of: measure, inYear: year).map {
          Shard.Reading(measure, $0, place: place, period: period)
        }
      }
      let quarterly = quarters.enumerated().compactMap { row, period in
        readings.parts(of: measure, inQuarter: row).map {
          Shard.Reading(measure, $0, place: place, period: period)
        }
      }
      return annual + quarterly
    }
  }

  private static func sixteenDigits(of word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Shard.Reading {
  fileprivate init(_ measure: Measure, _ parts: Readings.Parts, place: String?, period: String) {
    self.init(
      measure: measure.id,
      place: place,
      period: period,
      numerator: parts.numerator,
      denominator: parts.denominator,
      value: DecimalText.rounded(parts.value)
    )
  }
}

extension Shard.LedgerRow {
  fileprivate init(_ flow: ReferralFlow) {
    self.init(
      year: flow.year,
      from: "\(flow.from)",
      to: "\(flow.to)",
      reason: "\(flow.reason)",
      requested: flow.requested,
      appropriate: flow.appropriate,
      accepted: flow.accepted,
      arrived: flow.arrived,
      onward: flow.onward
    )
  }
}
