import Engine

/// One person's passage through care.
struct EpisodeID: RowID {
  private let raw: UInt32
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt32(truncatingIfNeeded: row) }
}

/// A resident.
struct PersonID: RowID {
  private let raw: UInt32
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt32(truncatingIfNeeded: row) }
}

/// A facility, by its place in the county map.
struct FacilityID: RowID {
  private let raw: UInt16
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt16(truncatingIfNeeded: row) }
}

/// A settlement, by its place in the county map.
struct SettlementID: RowID {
  private let raw: UInt16
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt16(truncatingIfNeeded: row) }
}

/// A clinic: the physicians of one specialty at one facility, with one waiting line.
struct ClinicID: RowID {
  private let raw: UInt16
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt16(truncatingIfNeeded: row) }
}

/// A ward: the beds of one kind at one facility.
struct WardID: RowID {
  private let raw: UInt16
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt16(truncatingIfNeeded: row) }
}

/// A medical community, by its place in the county file.
struct CommunityID: RowID {
  private let raw: UInt8
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt8(truncatingIfNeeded: row) }
}

/// A waiting line, whoever keeps it.
struct LineID: RowID {
  private let raw: UInt16
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt16(truncatingIfNeeded: row) }
}

/// An ambulance with its crew.
struct CrewID: RowID {
  private let raw: UInt16
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt16(truncatingIfNeeded: row) }
}

/// The devices for one kind of test at one facility.
struct DeviceID: RowID {
  private let raw: UInt16
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt16(truncatingIfNeeded: row) }
}

/// A stream of needs: one settlement and one profile.
struct SourceID: RowID {
  private let raw: UInt16
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt16(truncatingIfNeeded: row) }
}
