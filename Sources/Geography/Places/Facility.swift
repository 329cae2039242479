/// A health facility and where it stands.
public struct Facility: Sendable, Hashable {
  /// Stable name in files, such as `THC-T03`.
  public let id: String
  /// Chinese name.
  public let name: String
  /// English name.
  public let nameEn: String
  /// Kind of facility.
  public let kind: FacilityKind
  /// Index of its settlement; for hospitals outside the county, of the place in the seat from
  /// which the onward journey starts.
  public let settlement: Int
  /// Index of the town of `settlement`.
  public let town: Int
  /// Residents for whom it is the nearest of its tier, in travel time of patients.
  ///
  /// Equally near facilities share. Over one tier the catchments add up to the county.
  public let catchment: Int
  /// Minutes by road from `settlement` on to the hospital; zero inside the county.
  public let onwardMinutes: Double
  /// Kilometres by road from `settlement` on to the hospital; zero inside the county.
  public let onwardKilometres: Double

  /// Makes a facility.
  public init(
    id: String,
    name: String,
    nameEn: String,
    kind: FacilityKind,
    settlement: Int,
    town: Int,
    catchment: Int,
    onwardMinutes: Double,
    onwardKilometres: Double
  ) {
    self.id = id
    self.name = name
    self.nameEn = nameEn
    self.kind = kind
    self.settlement = settlement
    self.town = town
    self.catchment = catchment
    self.onwardMinutes = onwardMinutes
    self.onwardKilometres = onwardKilometres
  }
}
