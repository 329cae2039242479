import Engine
import Geography

extension Diagnostics {
  /// Which devices there are today, who works them, what they can do, and what is reserved.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    let recognition = levers.recognition.value(onDay: day)
    let usual = inputs.recognised
    world.notices.tests.recognised = usual + recognition * (1 - usual)
    world.notices.tests.gain = inputs.gain
    let township = levers.equipment.value(onDay: day)
    let village = levers.villageEquipment.value(onDay: day)
    for (row, kind) in kinds.enumerated() {
      let share = kind.tier == .village ? village : kind.tier == .township ? township : 0
      let equipped = equipmentRank[row] < share || world.notices.services.equipped[row]
      let level = inputs.equippedAdds[kind.tier == .village ? 0 : 1]
      world.notices.tests.equipment[row] = equipped ? level : 0
      staff(FacilityID(row: row), kind, onDay: day)
      for test in TestKind.allCases {
        open(test, at: FacilityID(row: row), kind, equipped ? .equipped : .usual, in: &world)
      }
    }
    reserve(in: &world)
    assignReaders(in: world)
    // Whoever waits at midnight may find more devices or operators than yesterday.
    for row in 0..<devices.count { callNext(DeviceID(row: row), in: &world) }
  }

  private enum Outfit { case usual, equipped }

  private mutating func open(
    _ test: TestKind,
    at facility: FacilityID,
    _ kind: FacilityKind,
    _ outfit: Outfit,
    in world: inout World
  ) {
    let day = world.today.day
    let place = TestNotice.place(test, at: facility)
    var count = inputs.devices[test.index][kind.lane]
    if kind.tier == .county { count *= levers.countyDevices.value(onDay: day) }
    let usual = count > 0 ? inputs.scope[kind.lane] : 0
    var missing = 1 - usual
    // A village gets an electrocardiograph; a township centre more of everything.
    if outfit == .equipped, kind.tier == .township || test == .ecg {
      count += 1
      missing *= 1 - inputs.equipmentScope
    }
    if count > 0, isRead(atCentre: facility, onDay: day) { missing *= 1 - inputs.centreScope }
    devices[DeviceID(row: place)].count = Int16(count.rounded())
    world.notices.tests.usualScope[place] = usual
    world.notices.tests.scope[place] = count >= 0.5 ? 1 - missing : 0
  }

  /// Devices held for patients of family doctors until the hour at which they are released; one at
  /// least always serves everybody.
  private mutating func reserve(in world: inout World) {
    let day = world.today.day
    let share = levers.reserved.value(onDay: day)
    let release = levers.reservedRelease.value(onDay: day)
    // What is released a whole day before is not there when the day begins.
    let held = release < 1440 ? levers.reservedHeld.value(onDay: day) : 0
    for (row, kind) in kinds.enumerated() where kind.tier == .county {
      for test in TestKind.allCases {
        let device = DeviceID(row: TestNotice.place(test, at: FacilityID(row: row)))
        let count = Double(devices[device].count)
        let kept = ((share * count).rounded() * held).rounded()
        devices[device].held = Int16(max(0, min(kept, count - 1)))
        let minutes = closings[1] - openings[1]
        let places = Int32(share * count * minutes / inputs.minutes[test.index])
        devices[device].reservedLeft = places
        if places > 0 { world.ledger.add(.reservedTests, Int64(places)) }
      }
    }
    if share * held > 0, release > 0 {
      let instant = world.today.nextMidnight + .minutes(-release)
      world.schedule(.diagnostics(.releasesReserved), for: .reservedTestRelease, at: instant)
    }
  }

  /// What patients of family doctors have not asked for is open to everybody.
  mutating func releaseReserved(in world: inout World) {
    for row in 0..<devices.count where devices[DeviceID(row: row)].held > 0 {
      devices[DeviceID(row: row)].held = 0
      callNext(DeviceID(row: row), in: &world)
    }
  }

  /// Books the levels of devices, and of tests at readers, up to an instant.
  mutating func settle(at instant: SimInstant, in world: inout World) {
    for test in TestKind.allCases {
      busy[test.index].settle(at: instant, as: .deviceTime, lane: test.index, in: &world.ledger)
    }
    wanting.settle(at: instant, as: .deviceWant, lane: 0, in: &world.ledger)
    atReaders.settle(at: instant, as: .centreTime, lane: 0, in: &world.ledger)
  }

  mutating func change(_ test: TestKind, by step: Int64, in world: inout World) {
    busy[test.index].change(
      by: step,
      at: world.now,
      as: .deviceTime,
      lane: test.index,
      in: &world.ledger
    )
  }

  /// Tests ordered = tests reported + patients on the way to a result.
  func testsIdentity(in world: borrowing World) -> Readings.Identity {
    let counts = world.ledger.total(of: .testsOrdered)
    let inside = world.count { [.awaitingTest, .inTest, .awaitingReport].contains($0.stage) }
    return Readings.Identity(
      id: "tests",
      zh: "开出检查 = 已出结果 + 检查中",
      en: "tests ordered = reported + under way",
      left: counts,
      right: world.ledger.total(of: .testsReported) + inside
    )
  }

  /// Busy devices by their registers and by the patients in them.
  func devicesIdentity(in world: borrowing World) -> Readings.Identity {
    let registered = (0..<devices.count).reduce(Int64(0)) {
      $0 + Int64(devices[DeviceID(row: $1)].busy)
    }
    return Readings.Identity(
      id: "devices",
      zh: "使用中设备 = 检查中患者",
      en: "devices busy = patients being tested",
      left: registered,
      right: world.count { $0.stage == .inTest }
    )
  }
}
