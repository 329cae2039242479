import Geography

/// Which facility belongs to which medical community, in one grouping.
///
/// A facility belongs to at most one community. Village clinics and stations that no list names
/// follow the township facility nearest to them, as a township centre runs its village clinics
/// (WD-03, LYG-31).
struct CommunityTable {
  /// One community.
  struct Entry {
    let id: String
    let zh: String
    let en: String
    let leader: CommunityFacts.Leader
    /// The facility that leads; `nil` for public health.
    let lead: FacilityID?
    /// Institutions that are named, by themselves or by their town, without the lead, in map order.
    let members: [FacilityID]
    let tight: Double
  }

  let all: [Entry]
  /// Community of each settlement: that of the township facility nearest to it.
  let homes: [CommunityID?]
  private let places: [CommunityID?]
  private let leads: [FacilityID?]

  /// Groups the facilities of a map; names that lead nowhere are left out, because
  /// `problems(of:on:)` has refused them at the door.
  init(_ facts: [CommunityFacts], map: CountyMap) {
    let names = FacilityNames(map)
    let leads = facts.map { $0.leader == .publicHealth ? nil : names.facility($0.lead) }
    var places = [CommunityID?](repeating: nil, count: map.facilities.count)
    for (row, lead) in leads.enumerated() {
      if let lead { places[lead] = CommunityID(row: row) }
    }
    // `all` is whatever nobody names, so names come first.
    for takesAll in [false, true] {
      for (row, one) in facts.enumerated() {
        for word in one.members where (word == "all") == takesAll {
          for place in names.members(word) where places[place] == nil {
            places[place] = CommunityID(row: row)
          }
        }
      }
    }
    all = facts.enumerated().map { row, one in
      Entry(
        id: one.id,
        zh: one.zh,
        en: one.en,
        leader: one.leader,
        lead: leads[row].map(FacilityID.init(row:)),
        members: map.facilities.indices.filter {
          places[$0] == CommunityID(row: row) && $0 != leads[row]
        }.map(FacilityID.init(row:)),
        tight: one.tight
      )
    }
    self.leads = leads.map { $0.map(FacilityID.init(row:)) }
    self.places = Self.withFollowers(places, map)
    let townships = Self.townships(map)
    homes = map.settlements.indices.map { home in
      Self.nearest(to: home, among: townships, map).flatMap { places[$0] }
    }
  }

  /// The community of a facility; `nil` when it has none.
  func community(of facility: FacilityID) -> CommunityID? { places[facility.row] }

  /// The facility that leads a community; `nil` for public health.
  func lead(of community: CommunityID) -> FacilityID? { leads[community.row] }

  /// The institutions of a community without its lead and without village clinics.
  func members(of community: CommunityID) -> [FacilityID] { all[community.row].members }

  /// Whether two facilities belong to one community.
  func unites(_ one: FacilityID, _ other: FacilityID) -> Bool {
    guard let community = places[one.row] else { return false }
    return places[other.row] == community
  }

  /// Village clinics and stations join the community of the nearest township facility.
  private static func withFollowers(
    _ places: [CommunityID?],
    _ map: CountyMap
  ) -> [CommunityID?] {
    let townships = townships(map)
    return map.facilities.enumerated().map { row, facility in
      guard places[row] == nil, facility.kind.tier == .village else { return places[row] }
      return nearest(to: facility.settlement, among: townships, map).flatMap { places[$0] }
    }
  }

  private static func townships(_ map: CountyMap) -> [Int] {
    map.facilities.indices.filter { map.facilities[$0].kind.tier == .township }
  }

  /// The nearest of some facilities as patients travel.
  private static func nearest(to home: Int, among rows: [Int], _ map: CountyMap) -> Int? {
    rows.min {
      map.patientMinutes(from: home, toFacility: $0)
        < map.patientMinutes(from: home, toFacility: $1)
    }
  }
}

/// Facilities by what a county file may call them.
struct FacilityNames {
  private let map: CountyMap
  /// Only looked up, never walked through.
  private let facilities: [String: Int]
  private let towns: [String: Int]

  init(_ map: CountyMap) {
    self.map = map
    var facilities: [String: Int] = [:]
    for (row, one) in map.facilities.enumerated().reversed() {
      for name in [one.name, one.nameEn, one.id] { facilities[name] = row }
    }
    self.facilities = facilities
    var towns: [String: Int] = [:]
    for (row, town) in map.towns.enumerated() {
      for name in [town.name, town.nameEn, town.id] { towns[name] = row }
    }
    self.towns = towns
  }

  /// A facility by id or name.
  func facility(_ name: String) -> Int? { facilities[name] }

  /// A town by name.
  func town(_ name: String) -> Int? { towns[name] }

  /// Whether a facility stands in a town.
  func isIn(_ town: Int, _ facility: Int) -> Bool { map.facilities[facility].town == town }

  /// The members a word stands for: a facility, the public township facilities of a town, or `all`
  /// public facilities of the county; empty when nothing is called so.
  func members(_ name: String) -> [Int] {
    if name == "all" {
      return map.facilities.indices.filter {
        let kind = map.facilities[$0].kind
        return kind.tier == .township || kind.tier == .county
      }
    }
    if let facility = facilities[name] { return [facility] }
    guard let town = towns[name] else { return [] }
    return map.facilities.indices.filter {
      map.facilities[$0].town == town && map.facilities[$0].kind.tier == .township
    }
  }

  /// Names of everything that may be a member or lead.
  var known: [String] {
    map.towns.flatMap { [$0.name, $0.nameEn] }.filter { !members($0).isEmpty }
      + map.facilities.filter { $0.kind.tier == .township || $0.kind.tier == .county }.map(\.id)
  }
}
