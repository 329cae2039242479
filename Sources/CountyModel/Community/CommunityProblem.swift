public import Geography

/// Why the communities of a county file cannot be.
public struct CommunityProblem: Sendable, Hashable {
  /// What kind of mistake it is.
  public enum Kind: Sendable, Hashable {
    /// Nothing in the county is called so.
    case unknown
    /// A facility would belong to two communities, or twice to one.
    case twice
    /// The lead is not what the community says leads it.
    case wrongLead
    /// Nobody belongs to it.
    case empty
  }

  /// What kind of mistake it is.
  public let kind: Kind
  /// Place of the community in the list, from 0.
  public let community: Int
  /// Place in `members`, or `nil` when it concerns the lead.
  public let member: Int?
  /// What is wrong, in words.
  public let words: String
  /// What would be right.
  public let expected: String
  /// Names from which a misspelt one may have come.
  public let candidates: [String]
}

extension CountyInputs {
  /// Everything that is wrong with the communities on a map, in order of the file.
  ///
  /// - Complexity: O(communities · members + facilities)
  public func communityProblems(on map: CountyMap) -> [CommunityProblem] {
    let names = FacilityNames(map)
    var problems: [CommunityProblem] = []
    for grouping in CommunityFacts.Grouping.allCases {
      var check = CommunityCheck(names: names, map: map)
      for (row, one) in communities.enumerated() where one.grouping == grouping {
        check.lead(of: one, row)
      }
      for (row, one) in communities.enumerated() where one.grouping == grouping {
        check.members(of: one, row)
      }
      problems += check.problems
    }
    return problems.sorted { ($0.community, $0.member ?? -1) < ($1.community, $1.member ?? -1) }
  }
}

/// Reads one grouping as a strict clerk would.
private struct CommunityCheck {
  let names: FacilityNames
  let map: CountyMap
  var problems: [CommunityProblem] = []
  /// Who has claimed each facility by name.
  private var owners: [Int: String] = [:]

  init(names: FacilityNames, map: CountyMap) {
    self.names = names
    self.map = map
  }

  mutating func lead(of one: CommunityFacts, _ row: Int) {
    guard one.leader != .publicHealth else { return }
    guard let lead = names.facility(one.lead) else {
      return report(
        .unknown,
        row,
        nil,
        "no facility is called \(one.lead)",
        "id or name of a facility",
        candidates: names.known
      )
    }
    let tier = map.facilities[lead].kind.tier
    let suits =
      one.leader == .hospital ? tier == .county || tier == .city : tier == .township
    guard suits else {
      let wanted =
        one.leader == .hospital ? "a county or city hospital" : "a township or community centre"
      return report(.wrongLead, row, nil, "\(one.lead) cannot lead", wanted)
    }
    claim(lead, named: one.lead, for: one, row, nil)
  }

  mutating func members(of one: CommunityFacts, _ row: Int) {
    if one.members.isEmpty {
      report(.empty, row, nil, "the community has no members", "at least 1 member")
    }
    for (place, word) in one.members.enumerated() where word != "all" {
      let found = names.members(word)
      guard !found.isEmpty else {
        report(
          .unknown,
          row,
          place,
          "no facility and no town with public facilities is called \(word)",
          "a facility, a town, or `all`",
          candidates: names.known
        )
        continue
      }
      let lead = one.leader == .publicHealth ? nil : names.facility(one.lead)
      for facility in found {
        // A town brings its facilities along; the lead among them stays the lead.
        if found.count > 1 || names.facility(word) == nil, facility == lead { continue }
        claim(facility, named: word, for: one, row, place)
      }
    }
  }

  private mutating func claim(
    _ facility: Int,
    named word: String,
    for one: CommunityFacts,
    _ row: Int,
    _ place: Int?
  ) {
    if let owner = owners[facility] {
      let name = map.facilities[facility].id
      report(
        .twice,
        row,
        place,
        "\(name) already belongs to \(owner)",
        "every facility in at most one community"
      )
    } else {
      owners[facility] = one.id
    }
  }

  private mutating func report(
    _ kind: CommunityProblem.Kind,
    _ community: Int,
    _ member: Int?,
    _ words: String,
    _ expected: String,
    candidates: [String] = []
  ) {
    problems.append(
      CommunityProblem(
        kind: kind,
        community: community,
        member: member,
        words: words,
        expected: expected,
        candidates: candidates
      )
    )
  }
}
