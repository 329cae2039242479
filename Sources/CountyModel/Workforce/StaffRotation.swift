/// Fewer staff than sites, who move on every day so that all sites are served alike.
public struct StaffRotation: Sendable, Hashable {
  /// How many sites there are.
  public let sites: Int
  /// How many of them are staffed each day.
  public let staff: Int

  /// A rotation of 1 or more sites and 0 or more staff; more staff than sites change nothing.
  public init(sites: Int, staff: Int) {
    precondition(sites > 0 && staff >= 0, "\(staff) staff for \(sites) sites")
    self.sites = sites
    self.staff = min(staff, sites)
  }

  /// Whether a site, from 0, is staffed on a day, from 0.
  public func staffs(_ site: Int, onDay day: Int) -> Bool {
    // Each day the first staffed site moves on by as many as were staffed.
    let behind = (site - day % sites * staff) % sites
    return (behind + sites) % sites < staff
  }

  /// Days after which the rotation begins again.
  public var cycle: Int { sites }
}
