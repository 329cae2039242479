import Engine
import Geography

/// What grades and departments make of facilities.
extension Facilities {
  /// A facility with the grade it has today and the grade of the plan.
  private struct Upgrade {
    let row: Int
    let from: FacilityGrade
    let to: FacilityGrade
    let equips: Bool
  }

  /// Raises facilities from the grade they have to the best that levers give them.
  func grade(_ day: Int, in world: inout World) {
    let open = world.notices.services.open
    let raised = hospitalUpgrades(day, in: &world)
    let upgrades = (townshipUpgrades(day) + villageUpgrades(day) + raised).filter { open[$0.row] }
    var added = 0.0
    for one in upgrades { added += bedsAdded(one, in: world) }
    let staffed = staffedShare(of: added, onDay: day)
    world.ledger.set(.bedsAdded, lane: 0, to: Int64((added * staffed).rounded()))
    world.ledger.set(.bedsAdded, lane: 1, to: Int64((added * (1 - staffed)).rounded()))
    for one in upgrades { apply(one, staffed, onDay: day, in: &world) }
  }

  private func apply(
    _ one: Upgrade,
    _ staffed: Double,
    onDay day: Int,
    in world: inout World
  ) {
    let facility = FacilityID(row: one.row)
    // Capability needs physicians: those there are against those the grade asks for.
    let strength = min(1, physicians(at: facility, in: world) * one.from.staff / one.to.staff)
    let shift = (one.to.shift - one.from.shift) * appeal(onDay: day) * strength
    world.notices.services.shift[one.row] += shift
    world.notices.services.beds[one.row] = 1 + (one.to.beds / one.from.beds - 1) * staffed
    world.notices.services.equipped[one.row] = one.equips
    for severity in Severity.allCases {
      let (before, after) = (one.from.uplift[severity.index], one.to.uplift[severity.index])
      let gain = before < 1 ? max(0, (after - before) / (1 - before)) : 0
      world.notices.services.add(uplift: gain * strength, at: facility, severity)
      let stays = max(0, one.to.stays[severity.index] - one.from.stays[severity.index])
      world.notices.services.set(stays: stays * strength, at: facility, severity)
    }
  }

  /// Physicians there are to be against today, yesterday's announcement.
  private func physicians(at facility: FacilityID, in world: borrowing World) -> Double {
    world.facilities.clinic(at: facility, for: 0)
      .map { world.notices.staffing.establishment[$0.row] } ?? 1
  }

  private func bedsAdded(_ one: Upgrade, in world: borrowing World) -> Double {
    let beds = WardKind.allCases.reduce(0) { sum, kind in
      let ward = world.facilities.ward(at: FacilityID(row: one.row), kind)
      return sum + (ward.map { world.facilities.wards[$0.row].beds } ?? 0)
    }
    return max(0, Double(beds) * (one.to.beds / one.from.beds - 1))
  }

  private func townshipUpgrades(_ day: Int) -> [Upgrade] {
    var best: [Int: (rank: Int, grade: FacilityGrade)] = [:]
    func raise(_ rows: [Int], to grade: FacilityGrade, rank: Int) {
      for row in rows where (best[row]?.rank ?? 0) < rank { best[row] = (rank, grade) }
    }
    let community = inputs.communityHospitalsToday
    raise(
      pull.standard.taken(onDay: day, beyond: inputs.standardToday),
      to: inputs.standard,
      rank: 1
    )
    raise(
      pull.communityHospitals.taken(onDay: day, beyond: community),
      to: inputs.communityHospital,
      rank: 2
    )
    raise(pull.subCentres.taken(onDay: day), to: inputs.subCentre, rank: 3)
    raise(pull.levelTwo.taken(onDay: day), to: inputs.levelTwo, rank: 4)
    let standard = pull.standard.has(inputs.standardToday)
    let hospitals = pull.communityHospitals.has(community)
    // In the order of the facilities: a dictionary has none.
    return best.keys.sorted().compactMap { row in
      guard let (rank, to) = best[row] else { return nil }
      let has = hospitals.contains(row) ? 2 : standard.contains(row) ? 1 : 0
      guard rank > has else { return nil }
      let from = has == 2 ? inputs.communityHospital : has == 1 ? inputs.standard : .none
      return Upgrade(row: row, from: from, to: to, equips: rank > 1)
    }
  }

  private func villageUpgrades(_ day: Int) -> [Upgrade] {
    pull.villageStandard.taken(onDay: day, beyond: inputs.villageStandardToday).map {
      Upgrade(row: $0, from: .none, to: inputs.villageStandard, equips: false)
    }
  }

  /// County hospitals that become tertiary and are not: they are reimbursed as such from then on.
  private func hospitalUpgrades(_ day: Int, in world: inout World) -> [Upgrade] {
    let kinds: [FacilityKind] = [.countyGeneral, .countyTCM, .countyMCH]
    return pull.tertiary.taken(onDay: day).compactMap { row in
      guard let place = kinds.firstIndex(of: world.facilities.kinds[row]), countyLevels[place] < 3
      else { return nil }
      world.notices.services.tertiary[place] = true
      return Upgrade(row: row, from: .none, to: inputs.tertiary, equips: false)
    }
  }

  // MARK: Departments

  /// Which field comes next where a plan names none.
  private static let townshipFields: [Specialty] = [
    .orthopaedics, .tcm, .medicine, .paediatrics, .sense, .surgery, .obstetrics, .oncology,
  ]
  private static let hospitalFields: [Specialty] = [
    .medicine, .surgery, .orthopaedics, .oncology, .sense, .paediatrics, .obstetrics, .tcm,
  ]

  /// Specialty departments of townships, and key specialties of county hospitals.
  func equipFields(_ day: Int, in world: inout World) {
    var count = 0
    for (place, row) in orders.townships.enumerated() where world.notices.services.open[row] {
      let number = pull.departments.number(at: row, onDay: day)
      let share = Double(place) / Double(max(1, orders.townships.count))
      let whole = Int(number.rounded(.down)) + (share < number - number.rounded(.down) ? 1 : 0)
      let fields = Self.townshipFields
      for step in 0..<min(whole, fields.count) {
        let field = fields[(place + step) % fields.count]
        open(field, inputs.departmentUplift, at: row, in: &world)
        count += 1
      }
    }
    for specialty in Specialty.allCases {
      for row in pull.department[specialty.index].taken(onDay: day)
      where world.notices.services.open[row] {
        open(specialty, inputs.departmentUplift, at: row, in: &world)
        count += 1
      }
    }
    world.ledger.set(.departments, to: Int64(count))
    for row in orders.hospitals where world.notices.services.open[row] {
      let number = Int(pull.keySpecialties.number(at: row, onDay: day).rounded())
      for field in Self.hospitalFields.prefix(number) {
        open(field, inputs.keyUplift, at: row, in: &world)
      }
    }
  }

  private func open(
    _ field: Specialty,
    _ uplift: [Double],
    at row: Int,
    in world: inout World
  ) {
    for severity in Severity.allCases {
      world.notices.services.add(
        uplift: uplift[severity.index],
        at: FacilityID(row: row),
        severity,
        in: field.index
      )
    }
  }
}
