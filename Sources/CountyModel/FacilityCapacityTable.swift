public import Geography

/// Physicians and beds of single facilities, where a county has tables of them.
///
/// What it does not hold follows from the figures of the county.
public struct FacilityCapacityTable: Sendable, Hashable {
  /// Physicians on duty per session of a working day, by id of the facility.
  ///
  /// One number at facilities with a single clinic, one a specialty at county hospitals.
  public var physicians: [String: [Double]]
  /// Beds by ward kind, by id of the facility.
  public var beds: [String: [Int]]

  /// A table; empty unless something is given.
  public init(physicians: [String: [Double]] = [:], beds: [String: [Int]] = [:]) {
    self.physicians = physicians
    self.beds = beds
  }

  /// Names of the specialties of a county hospital, in the order of `physicians`.
  public static let specialties = Specialty.allCases.map(\.rawValue)
  /// Names of the kinds of ward, in the order of `beds`.
  public static let wards = WardKind.allCases.map(\.rawValue)

  /// How many numbers of physicians a facility of a kind has: none, one, or one a specialty.
  public static func clinics(of kind: FacilityKind) -> Int {
    switch kind.tier {
    case .outOfCity: 0
    case .county: specialties.count
    case .village, .privateClinic, .township, .city: 1
    }
  }

  /// Whether a facility of a kind has beds.
  public static func hasBeds(_ kind: FacilityKind) -> Bool {
    switch kind.tier {
    case .village, .privateClinic, .outOfCity: false
    case .township, .county, .city: true
    }
  }
}

extension CountyInputs {
  /// Physicians on duty per session at a facility: one number, or one a specialty.
  public func physicians(at facility: Facility) -> [Double] {
    FacilityCapacity(inputs: self).physicians(at: facility)
  }

  /// Beds by ward kind at a facility; empty where it has none.
  public func beds(at facility: Facility) -> [Int] {
    FacilityCapacity(inputs: self).beds(at: facility)
  }
}
