import Engine
import Geography

extension Diagnostics {
  /// Those who work the devices of one facility, whatever the kind of test.
  struct Operators: BitwiseCopyable {
    var count: Int16 = 0
    var busy: Int16 = 0
    /// Whether they can be short; otherwise each device has an operator of its own.
    var areCounted = false
    /// Devices that stand free, with somebody in line, because all of these are busy.
    var wanting: Int16 = 0

    var isFree: Bool { busy < count }
  }

  /// Who works the devices of a facility today.
  mutating func staff(_ facility: FacilityID, _ kind: FacilityKind, onDay day: Int) {
    var count = inputs.operators[kind.lane]
    operators[facility].areCounted = count > 0
    // A county device bought or lost is bought or lost with who works it.
    if kind.tier == .county { count *= levers.countyDevices.value(onDay: day) }
    operators[facility].count = Int16(max(1, count.rounded()))
  }

  /// Calls patients of a facility while an operator is free, each to a device that is: whoever has
  /// waited longest among those whom the devices would take, ties by kind of test.
  mutating func callNext(at facility: FacilityID, in world: inout World) {
    while operators[facility].isFree, let line = lineServed(at: facility, in: world),
      let patient = world.lines.removeFirst(of: line)
    {
      start(patient, in: &world)
    }
    bookWant(at: facility, in: &world)
  }

  /// The line of a facility from which an operator takes somebody next.
  private func lineServed(at facility: FacilityID, in world: borrowing World) -> LineID? {
    var longest: (line: LineID, since: SimInstant)?
    for place in TestNotice.places(at: facility) {
      guard let line = lineServed(by: DeviceID(row: place), in: world),
        let head = world.lines.first(of: line)
      else { continue }
      let since = world.episodes[head].since
      if let longest, longest.since <= since { continue }
      longest = (line, since)
    }
    return longest?.line
  }

  /// Brings up to date how many devices of a facility stand free for want of an operator.
  private mutating func bookWant(at facility: FacilityID, in world: inout World) {
    let want = operators[facility].isFree ? 0 : wantingDevices(at: facility, in: world)
    let step = Int64(want) - Int64(operators[facility].wanting)
    guard step != 0 else { return }
    operators[facility].wanting = Int16(want)
    wanting.change(by: step, at: world.now, as: .deviceWant, lane: 0, in: &world.ledger)
  }

  /// Devices that would take somebody from their lines if there were operators for all.
  private func wantingDevices(at facility: FacilityID, in world: borrowing World) -> Int {
    var devices = 0
    for place in TestNotice.places(at: facility) {
      let device = DeviceID(row: place)
      let free = max(0, Int(self.devices[device].free))
      let held = Int(self.devices[device].held)
      let reserved = min(free, world.lines.count(of: world.linePlan.line(.reserved, of: device)))
      let others = world.lines.count(of: world.linePlan.line(.other, of: device))
      devices += reserved + min(max(0, free - reserved - held), others)
    }
    return devices
  }

  /// Minutes until the operators of a facility are done with all its lines and one test more; 0
  /// where they cannot be short.
  func minutesForOperators(with test: Test, in world: borrowing World) -> Double {
    let facility = TestNotice.facility(ofPlace: test.device.row)
    guard operators[facility].areCounted else { return 0 }
    var minutes = inputs.minutes[test.kind.index]
    for (kind, place) in TestNotice.places(at: facility).enumerated() {
      let device = DeviceID(row: place)
      minutes += Double(waiting(for: device, in: world)) * inputs.minutes[kind]
    }
    return minutes / Double(operators[facility].count)
  }

  /// Whether somebody who joined the line of a device now would stand behind others for the operators
  /// of its facility: all are busy, and patients wait for one of its devices.
  func waitsForOperator(at device: DeviceID, in world: borrowing World) -> Bool {
    let facility = TestNotice.facility(ofPlace: device.row)
    guard operators[facility].areCounted, !operators[facility].isFree else { return false }
    return TestNotice.places(at: facility).contains {
      waiting(for: DeviceID(row: $0), in: world) > 0
    }
  }

  /// At how many facilities the registers of operators and of devices and the patients in test agree.
  ///
  /// Registers only ever step up and down, so one step too many, too few or at another facility is
  /// still there at the end, even at a midnight at which nobody is examined; summed over the county
  /// it might cancel out.
  func operatorsIdentity(in world: borrowing World) -> Readings.Identity {
    var examined = Array(repeating: 0, count: operators.count)
    world.visitOpen { if $0.stage == .inTest { examined[$0.facility.row] += 1 } }
    let agreeing = examined.indices.count { row in
      let facility = FacilityID(row: row)
      let atDevices = TestNotice.places(at: facility).reduce(0) {
        $0 + Int(devices[DeviceID(row: $1)].busy)
      }
      return Int(operators[facility].busy) == atDevices && atDevices == examined[row]
    }
    return Readings.Identity(
      id: "operators",
      zh: "操作中技师 = 使用中设备 = 检查中患者的机构数 = 机构数",
      en: "facilities at which operators busy = devices busy = patients in test = facilities",
      left: Int64(agreeing),
      right: Int64(operators.count)
    )
  }
}
