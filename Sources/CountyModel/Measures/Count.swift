/// Something the model counts or adds up, in one or more lanes (by kind of facility, for instance).
///
/// A department owns a block of 32 counts; the constants stand beside the lines that count.
public struct Count: Hashable, Sendable {
  /// Place of the count among all counts.
  let row: Int

  /// The `number`th count of a department.
  init(_ department: Department, _ number: Int) {
    row = Int(department.rawValue) * 32 + number
  }

  /// Most lanes of one count.
  static let lanes = 16
  /// Rows of the ledger.
  static let rows = Department.allCases.count * 32
}

/// The departments of the county.
enum Department: UInt8, CaseIterable {
  case population, firstContact, clinics, referral, beds, emergency, ambulance, workforce
  case familyDoctor, finance
  case chronicCare
  case diagnostics
  case community
  case facilities
}

/// A count together with the lanes that enter a measure.
public struct Series: Sendable {
  let count: Count
  let lanes: [Int]

  /// All lanes from 0 to 15.
  init(_ count: Count) {
    self.init(count, Array(0..<Count.lanes))
  }

  /// Some lanes.
  init(_ count: Count, _ lanes: [Int]) {
    self.count = count
    self.lanes = lanes
  }
}
