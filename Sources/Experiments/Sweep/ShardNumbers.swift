internal import CountyModel

extension Shard.Numbers {
  /// What a replication left behind: every measure by year, quarter and perhaps month, of the whole
  /// and of each county of a region.
  ///
  /// - Parameters:
  ///   - readings: What the replication left behind.
  ///   - counties: English names of the counties of the study, in order.
  ///   - detail: The shortest periods.
  init(of readings: Readings, counties: [String], _ detail: Shard.Detail) {
    var rows = Self.rows(of: readings, detail, place: nil)
    for (county, name) in zip(readings.counties, counties) {
      rows += Self.rows(of: county, detail, place: name)
    }
    self.init(
      events: readings.events,
      fingerprint: Self.sixteenDigits(of: readings.fingerprint),
      readings: rows,
      ledger: readings.referrals.map { Shard.LedgerRow($0) },
      brokenIdentities: readings.identities.filter { !$0.holds }.map(IdentityTable.init)
    )
  }

  private static func rows(
    of readings: Readings,
    _ detail: Shard.Detail,
    place: String?
  ) -> [Shard.Reading] {
    // In the order of their labels, in which they are read back.
    var periods: [(label: String, parts: (Measure) -> Readings.Parts?)] = []
    for year in readings.years {
      periods.append((String(year), { readings.parts(of: $0, inYear: year) }))
    }
    for (place, quarter) in readings.quarters.enumerated() {
      periods.append((quarter.label, { readings.parts(of: $0, inQuarter: place) }))
    }
    if detail == .months {
      for (place, month) in readings.months.enumerated() {
        periods.append((month.label, { readings.parts(of: $0, inMonth: place) }))
      }
    }
    periods.sort { $0.label < $1.label }
    var rows: [Shard.Reading] = []
    for measure in Measure.all {
      for period in periods {
        guard let parts = period.parts(measure) else { continue }
        rows.append(Shard.Reading(measure, parts, place: place, period: period.label))
      }
    }
    return rows
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
