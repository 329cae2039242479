public import Geography

extension CountyInputs {
  /// Whether a policy may name a place where it pulls a lever.
  ///
  /// - Parameters:
  ///   - name: A facility or planned site by id or name, or a town by name or id.
  ///   - lever: A lever that may be pulled in named places.
  ///   - map: The county as it is laid out, without planned sites.
  /// - Returns: Whether the lever can take it.
  /// - Complexity: O(facilities)
  public func mayName(_ name: String, for lever: LeverDeclaration, on map: CountyMap) -> Bool {
    let names = FacilityNames(map.with(sites))
    if lever.reach == .towns { return names.town(name) != nil }
    guard let row = names.facility(name) else {
      return names.town(name) != nil && Self.takesTowns(lever)
    }
    let isSite = row >= map.facilities.count
    let kind = isSite ? nil : map.facilities[row].kind
    switch Self.taken(by: lever) {
    case .site: return isSite
    case .anything: return kind?.countsInCounty ?? false
    case .tier(let tier): return kind?.tier == tier
    }
  }

  /// What stands in `at:` of a lever, in words.
  public static func placesInWords(of lever: LeverDeclaration) -> String {
    if lever.reach == .towns { return "a town" }
    switch taken(by: lever) {
    case .site: return "a site of the county file"
    case .anything: return "a facility of the county, or a town for its township institutions"
    case .tier(.county): return "a county hospital"
    case .tier(.village): return "a village clinic, or a town for its clinics"
    case .tier: return "a township institution, or its town"
    }
  }

  /// Names of places that a misspelt one may have meant.
  public func placeNames(on map: CountyMap) -> [String] {
    map.towns.flatMap { [$0.name, $0.nameEn] } + sites.map(\.id) + map.facilities.map(\.id)
  }

  /// Which facilities a lever may take.
  private enum Taken {
    case site, anything
    case tier(Tier)
  }

  private static func taken(by lever: LeverDeclaration) -> Taken {
    switch lever.path {
    case "facilities.opened": .site
    case "facilities.closed": .anything
    case "facilities.tertiary", "facilities.keySpecialties": .tier(.county)
    case "facilities.villageStandard", "facilities.villageRun", "facilities.merged",
      "facilities.posted", "facilities.roving":
      .tier(.village)
    default: .tier(.township)
    }
  }

  private static func takesTowns(_ lever: LeverDeclaration) -> Bool {
    switch taken(by: lever) {
    case .site, .tier(.county): false
    case .anything, .tier: true
    }
  }

  /// What is wrong with the planned sites on a map: the place of the row in the list, the key, and
  /// what would be right.
  public func siteProblems(on map: CountyMap) -> [(row: Int, key: String, expected: String)] {
    let names = FacilityNames(map)
    return sites.enumerated().flatMap { row, site in
      var problems: [(row: Int, key: String, expected: String)] = []
      if site.settlement(on: map) == nil {
        problems.append((row, "place", "a town by name or id, or a settlement by id"))
      }
      if names.facility(site.id) != nil || names.town(site.id) != nil {
        problems.append((row, "id", "an id that no facility has"))
      }
      if site.replaces.contains(where: { names.facility($0) == nil }) {
        problems.append((row, "replaces", "facilities by id or name"))
      }
      let known = FacilityCapacityTable.specialties
      let isHospital = site.kind == .specialtyHospital
      if isHospital == site.specialties.isEmpty || !site.specialties.allSatisfy(known.contains) {
        let words = known.joined(separator: ", ")
        problems.append((row, "specialties", "for a specialtyHospital some of \(words); else none"))
      }
      return problems
    }
  }
}
