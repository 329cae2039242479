import Engine
import Geography
import Testing

@testable import CountyModel

/// Properties 19, 26 and 38: ids are names, equal things are equal, and a policy that reaches nobody
/// is no policy.
///
/// Ids of settlements and towns address luck and are never renamed; those of facilities address the
/// days of part-time physicians, the patients there at the start, who is designated, and the order
/// of a roll-out, which are all left out here.
@Suite("Ids are only names")
struct NamesAndLabelsTests {
  private static let stretch = Stretch(days: 14, warmUp: 14)
  private static let before = Result {
    try TinyCounty.asWritten().readings(.baseline, stretch)
  }

  @Test("Facilities with other ids, in the same order, leave every event and every book")
  func facilityIds() throws {
    let map = try TinyCounty.asWritten().map
    let lead = try #require(map.facilities.first { $0.id == "GEN-1" })
    // The leader is called by its name: its id will be another one.
    let members = "\n    members: [all]\n    tight: "
    let communities = ["0%", "60%"].map { tight in
      TinyCounty.Exchange(
        old: "lead: GEN-1\(members)\(tight)\n",
        new: "lead: \(lead.name)\(members)\(tight)\n"
      )
    }
    let county = try TinyCounty(
      exchanging: communities + [
        .init(old: "startCounty: 80%", new: "startCounty: 0%"),
        .init(old: "startTownship: 50%", new: "startTownship: 0%"),
        .init(old: "startCity: 85%", new: "startCity: 0%"),
        .init(old: "villageDesignated: 75%", new: "villageDesignated: 100%"),
        // Whole physicians: a fraction of one comes on days of its own.
        .init(old: "townshipPhysicians: 1.5", new: "townshipPhysicians: 0.01"),
        .init(old: "communityPhysicians: 1.5", new: "communityPhysicians: 0.01"),
      ]
    )
    let renamed = county.map.facilities.map { $0.copy(id: "X-" + $0.id) }
    let after = county.on(county.map.with(facilities: renamed)).readings(.baseline, Self.stretch)
    let before = county.readings(.baseline, Self.stretch)
    #expect(after.fingerprint == before.fingerprint)
    #expect(after.needs == before.needs)
    #expect((after.counts == before.counts) as Bool)
  }

  @Test("Conditions with other ids leave every event and every book")
  func conditionIds() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "refillCondition: chronicRefill", new: "refillCondition: renamedchronicRefill"),
      .init(old: "strokeCondition: stroke", new: "strokeCondition: renamedstroke"),
      .init(old: "heartCondition: infarction", new: "heartCondition: renamedinfarction"),
    ]) { $0.replacing("  - id: ", with: "  - id: renamed") }
    let after = county.readings(.baseline, Self.stretch)
    let before = try Self.before.get()
    #expect(after.fingerprint == before.fingerprint)
    #expect(after.needs == before.needs)
    #expect((after.counts == before.counts) as Bool)
  }

  @Test("Two township centres that are alike exchange patients with ids")
  func twins() throws {
    let tiny = try TinyCounty(exchanging: [TinyCounty.giving("standardToday", "0%")])
    let today = QuietCounty(tiny).manyChoices()
    let centres = tiny.map.facilities.indices.filter {
      tiny.map.facilities[$0].kind == .townshipCentre
    }
    // The one that most people choose.
    let first = try #require(
      centres.max { one, other in
        today.count { $0?.row == one } < today.count { $0?.row == other }
      }
    )
    let original = tiny.map.facilities[first]
    let second = tiny.map.facilities.count
    // Behind the original by id, and then before it: ids are ordered, rows are not.
    func choices(_ ids: (String, String)) -> [FacilityID?] {
      var facilities = tiny.map.facilities
      facilities[first] = original.copy(id: ids.0)
      facilities.append(original.copy(id: ids.1))
      return QuietCounty(tiny.on(tiny.map.with(facilities: facilities))).manyChoices()
    }
    let before = choices((original.id, original.id + "-TWIN"))
    let after = choices((original.id + "-TWIN", original.id))
    let exchanged = before.map { choice in
      switch choice?.row {
      case first: FacilityID(row: second)
      case second: FacilityID(row: first)
      default: choice
      }
    }
    #expect(after == exchanged)
    let chosen = before.count { $0?.row == first || $0?.row == second }
    #expect(chosen > 50)
  }

  @Test(
    "A policy that reaches no facility, or lasts no day, changes nothing",
    arguments: [
      "clinics.bigOutpatient", "firstContact.centralPharmacy", "diagnostics.equipment",
      "diagnostics.villageEquipment", "diagnostics.centre",
    ]
  )
  func nobodyReached(_ path: String) throws {
    let county = try TinyCounty.asWritten()
    let before = try Self.before.get()
    // A share below the place of every facility in the order of the roll-out.
    let few = county.readings(try .pulling([path: 1e-9]), Self.stretch)
    #expect(few.fingerprint == before.fingerprint)
    #expect((few.counts == before.counts) as Bool)
    let lever = try #require(LeverCatalogue.all.first { $0.path == path })
    let short = Policy.Setting(
      path: path,
      course: Timeline(
        neutral: lever.neutral,
        level: lever.range.upperBound,
        startDay: 5,
        rampDays: 0,
        endDay: 5
      )
    )
    let never = Policy(id: "test", zh: "试", en: "Test", plan: [], note: "", settings: [short])
    let readings = county.readings(never, Self.stretch)
    #expect(readings.fingerprint == before.fingerprint)
    #expect((readings.counts == before.counts) as Bool)
  }
}
