import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Facilities that open, close and move")
struct FacilityDoorTests {
  /// First choices of many people of every settlement, by need.
  private func choices(_ county: inout QuietCounty) throws -> [FacilityID?] {
    var found: [FacilityID?] = []
    for home in county.plan.map.settlements.indices {
      for need in 0..<200 {
        var episode = Episode.blank
        episode.need = UInt64(home * 1000 + need + 1)
        episode.person = PersonID(row: need)
        episode.settlement = SettlementID(row: home)
        episode.condition = UInt8(need % county.plan.conditions.all.count)
        episode.severity = Severity.allCases[need % 3]
        episode.age = UInt8(need % 9)
        let outcome = county.world.choice.choose(
          for: episode,
          within: .everywhere,
          avoiding: nil,
          referredBy: nil,
          usual: nil,
          at: Purpose.choice.at(episode.need),
          notices: county.world.notices,
          streams: county.world.streams
        )
        switch outcome {
        case .selfCare: found.append(nil)
        case .facility(let id): found.append(county.world.choice[id].facility)
        }
      }
    }
    return found
  }

  private func closing(_ id: String) -> Policy {
    let course = Timeline(neutral: 0, level: 1, startDay: 0, rampDays: 0, endDay: nil)
    let setting = Policy.Setting(path: "facilities.closed", course: course, places: [id])
    return Policy(id: "x", zh: "x", en: "x", plan: [], note: "", settings: [setting])
  }

  @Test(
    "Closing a facility moves those who chose it and nobody else",
    arguments: [FacilityKind.villageClinic, .privateClinic, .countyTCM]
  )
  func onlyChoosers(_ kind: FacilityKind) throws {
    let tiny = try TinyCounty.asWritten()
    let row = try #require(tiny.map.facilities.firstIndex { $0.kind == kind })
    let id = tiny.map.facilities[row].id
    var open = QuietCounty(tiny)
    var closed = QuietCounty(tiny, closing(id))
    let before = try choices(&open)
    let after = try choices(&closed)
    #expect(before.contains(FacilityID(row: row)))
    #expect(!after.contains(FacilityID(row: row)))
    for (old, new) in zip(before, after) where old != FacilityID(row: row) { #expect(old == new) }
  }

  @Test("A clinic that reopens is chosen as before")
  func reopens() throws {
    let tiny = try TinyCounty.asWritten()
    var usual = QuietCounty(tiny)
    let course = Timeline(neutral: 0, level: 1, startDay: 0, rampDays: 0, endDay: 1)
    let setting = Policy.Setting(path: "facilities.closed", course: course, places: ["THC-T02"])
    let policy = Policy(id: "x", zh: "x", en: "x", plan: [], note: "", settings: [setting])
    var shut = QuietCounty(tiny, policy)
    #expect(try choices(&usual) != choices(&shut))
    shut.run(untilMinute: 1500)
    usual.run(untilMinute: 1500)
    #expect(try choices(&usual) == choices(&shut))
  }

  @Test("Whoever comes to a door that has closed is seen elsewhere, and the books hold")
  func rebooked() throws {
    let tiny = try TinyCounty.asWritten()
    let course = Timeline(neutral: 0, level: 1, startDay: 10, rampDays: 0, endDay: nil)
    let places = ["GEN-1", "THC-T02"]
    let setting = Policy.Setting(path: "facilities.closed", course: course, places: places)
    let policy = Policy(id: "x", zh: "x", en: "x", plan: [], note: "", settings: [setting])
    let readings = tiny.readings(policy)
    #expect(readings.lanes(of: .foundClosed).reduce(0, +) > 0)
    for identity in readings.identities { #expect(identity.holds, "\(identity.en)") }
    #expect(readings.needs == tiny.readings().needs)
  }

  /// Tiny with a site to which its second township centre can move, and a tumour hospital.
  private func withSites() throws -> TinyCounty {
    let sites = """
      sites:
        - {id: NEW, provenance: {standing: assumed, source: "made up"}, zh: 新址, en: New site, kind: townshipCentre, place: West River, replaces: [THC-T02], specialties: [], physicians: 2, beds: 8}
        - {id: TUMOUR, provenance: {standing: assumed, source: "made up"}, zh: 肿瘤医院, en: Tumour hospital, kind: specialtyHospital, place: Centre, replaces: [], specialties: [oncology], physicians: 2, beds: 30}
      """
    return try TinyCounty(exchanging: [.init(old: "sites: []", new: sites)])
  }

  @Test("A planned site that stays closed changes no event")
  func closedSite() throws {
    let stretch = Stretch(days: 14, warmUp: 7)
    let before = try TinyCounty.asWritten().readings(.baseline, stretch)
    let after = try withSites().readings(.baseline, stretch)
    #expect(after.fingerprint == before.fingerprint)
    #expect(after.needs == before.needs)
  }

  @Test("A site that opens takes patients, and the facility that it replaces has none")
  func move() throws {
    let county = try withSites()
    let policy = try Policy.pulling(["facilities.opened": 2])
    var moved = QuietCounty(county, policy)
    let chosen = try choices(&moved)
    let rows = county.map.facilities.indices
    let site = FacilityID(row: rows.count)
    let tumour = FacilityID(row: rows.count + 1)
    let old = try #require(rows.first { county.map.facilities[$0].id == "THC-T02" })
    #expect(chosen.contains(site))
    #expect(chosen.contains(tumour))
    #expect(!chosen.contains(FacilityID(row: old)))
    #expect(moved.world.notices.services.successor[old] == site)
    let readings = county.readings(policy)
    for identity in readings.identities { #expect(identity.holds, "\(identity.en)") }
  }

  @Test("A doctor whose clinic is merged works in the nearest other, and rounds cost the township")
  func merged() throws {
    let tiny = try TinyCounty.asWritten()
    let quiet = QuietCounty(
      tiny,
      try .pulling(["facilities.merged": 1 / 6, "facilities.roving": 7])
    )
    let services = quiet.world.notices.services
    let merged = quiet.plan.inputs.facilities.postedCost
    // Two of twelve clinics: each doctor moves, each team comes every day and costs its township.
    #expect(abs(services.physicians.reduce(0, +) - 2 * (1 - merged)) < 1e-9)
    #expect(services.open.allSatisfy { $0 })
  }

  @Test("A township keeps half of its physicians, however many villages ask for one")
  func kept() throws {
    let tiny = try TinyCounty.asWritten()
    let quiet = QuietCounty(tiny, try .pulling(["facilities.posted": 1]))
    let facilities = quiet.plan.inputs.facilities
    var sent = 0.0
    for clinic in quiet.world.facilities.clinics where clinic.kind.tier == .township {
      let lent = -quiet.world.notices.services.physicians[clinic.facility.row]
      #expect(lent <= (1 - facilities.centreKeeps) * clinic.physicians + 1e-9)
      sent += lent
    }
    #expect(sent > 0)
  }
}
