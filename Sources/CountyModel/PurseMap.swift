import Geography

/// Which purse a facility and a resident belong to today, so that a provider answers to the budget of
/// its own community and to no other.
///
/// A purse is a community's that has a lead. Nobody's is 0: facilities and residents of no community,
/// and everybody's while no budget is in force.
struct PurseMap {
  /// Purse of the community of each facility, and of each settlement, by row; empty while no budget is
  /// in force.
  private let facilities: [Int]
  private let homes: [Int]

  /// No budget is in force.
  init() { (facilities, homes) = ([], []) }

  init(facilities: [Int], homes: [Int]) {
    self.facilities = facilities
    self.homes = homes
  }

  /// The purse of a facility's community; 0 for none.
  func purse(of facility: FacilityID) -> Int {
    facilities.isEmpty ? 0 : facilities[facility.row]
  }

  /// The purse that pays when a facility treats a resident of a settlement, if it is the facility's own.
  ///
  /// What the care costs is then its community's loss, and not its revenue. 0 where the fund or another
  /// community pays.
  func ownPurse(of facility: FacilityID, treating home: SettlementID) -> Int {
    let purse = purse(of: facility)
    return purse > 0 && homes[home.row] == purse ? purse : 0
  }
}
