import Engine
import Geography

extension Beds {
  /// Unplanned county patients who find neither their ward nor the wards it overflows into with a free
  /// bed, by ward kind, between two delay formulas at mean loads: the own ward alone, which is too
  /// many, and all those wards as one, which is too few.
  ///
  /// The formulas know neither the hour of discharge nor the season; two points are left for that. A
  /// ward forgets its state within about two mean stays, so that a year holds few independent looks
  /// at it: that, and not the number of patients, makes the standard error.
  func shadows(at end: SimInstant) -> [Readings.Shadow] {
    WardKind.allCases.compactMap { kind in
      var books = FullWards()
      for row in table.indices where table[row].kind.tier == .county && table[row].ward == kind {
        books.add(wards[WardID(row: row)], sharing: neighbours(of: row), over: end - .start)
      }
      return books.shadow(of: kind)
    }
  }

  /// A ward and those it overflows into at the same facility.
  private func neighbours(of row: Int) -> [Ward] {
    let kinds = [table[row].ward] + overflow[table[row].ward.index]
    return table.indices.filter {
      table[$0].facility == table[row].facility && kinds.contains(table[$0].ward)
    }.map { wards[WardID(row: $0)] }
  }
}

/// Patients who ask for a bed of one kind, at all county hospitals.
struct FullWards {
  private var asked: Int64 = 0
  private var boarded: Int64 = 0
  /// Patients who would wait, by the own ward alone and by all that share.
  private var alone = 0.0
  private var together = 0.0
  private var looks = 0.0

  private static let margin = 0.02

  mutating func add(_ ward: Ward, sharing all: [Ward], over time: SimDuration) {
    let patients = Double(ward.asked)
    asked += Int64(ward.asked)
    boarded += Int64(ward.boarded)
    alone += patients * Self.chance([ward], over: time)
    together += patients * Self.chance(all, over: time)
    guard ward.takenTime > 0 else { return }
    looks += Double(ward.entered) * Double(time.milliseconds) / Double(ward.takenTime) / 2
  }

  private static func chance(_ wards: [Ward], over time: SimDuration) -> Double {
    let length = Double(time.milliseconds)
    return ErlangShadow.delay(
      offered: wards.reduce(0) { $0 + Double($1.takenTime) } / length,
      servers: wards.reduce(0) { $0 + Double($1.openTime) } / length
    )
  }

  func shadow(of kind: WardKind) -> Readings.Shadow? {
    guard asked > 0 else { return nil }
    let (most, least) = (alone / Double(asked), together / Double(asked))
    return Readings.Shadow(
      id: "ward.\(kind.rawValue)",
      zh: "县级\(WardKind.names[kind.index].zh)等床占比 = 排队公式",
      en: "county \(WardKind.names[kind.index].en) patients who wait for a bed = delay formula",
      hits: boarded,
      trials: asked,
      independent: min(looks, Double(asked)),
      chance: (most + least) / 2,
      margin: abs(most - least) / 2 + Self.margin
    )
  }
}
