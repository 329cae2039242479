import CountyModel
import Engine
import Experiments
import Foundation
import Geography
import Reports
import ScenarioFiles
import Testing

/// A county written out as tables and read back through the door of any other county.
@Suite("A county written as tables and read back is the same county")
struct TableRoundTripTests {
  private let stretch = Stretch(days: 8, warmUp: 2)

  /// `Scenarios/tiny` in a folder of its own, with its tables beside it.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-tables-\(UUID().uuidString)")

    /// Copies the county and writes the tables; which of them it shall read is said with `include`.
    init(_ tables: CountyTableFiles) throws {
      try FileManager.default.copyItem(
        at: TinyCounty.package.appendingPathComponent("Scenarios/tiny"),
        to: url
      )
      for file in tables.files { try write(file.text, to: file.name) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to name: String) throws {
      try text.write(to: url.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }

    /// The county, made of the tables that `tables.yaml` names.
    func county() throws -> LoadedCounty {
      let file = url.appendingPathComponent("county.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
        .replacing("solved: solved.yaml}", with: "solved: solved.yaml, tables: tables.yaml}")
      try write(text, to: "county.yaml")
      return try CountyLoader.load(file.path)
    }
  }

  private func tables(
    _ travel: CountyTableFiles.TravelFiles = .none
  ) throws -> CountyTableFiles {
    let county = try TinyCounty.asWritten()
    return CountyTableFiles(of: county.map, county.inputs, origin: nil, travel: travel)
  }

  private func fingerprint(_ inputs: CountyInputs, _ map: CountyMap) -> UInt64 {
    let scenario = Scenario(
      inputs: inputs,
      policy: .baseline,
      start: stretch.start,
      end: stretch.start.adding(days: stretch.days),
      warmUpDays: stretch.warmUp
    )
    var county = County(scenario, map: map, seed: stretch.seed, replication: 0)
    county.run()
    return county.readings().fingerprint
  }

  @Test("Map, events and written bytes are the same, with and without travel-time tables")
  func sameCounty() throws {
    let county = try TinyCounty.asWritten()
    let generated = fingerprint(county.inputs, county.map)
    for travel in [CountyTableFiles.TravelFiles.none, .matrices] {
      let written = try tables(travel)
      let back = try Folder(written).county()
      #expect(back.map == county.map)
      #expect(fingerprint(back.inputs, back.map) == generated)
      let again = CountyTableFiles(of: back.map, back.inputs, origin: back.origin, travel: travel)
      #expect(again.files.map(\.text) == written.files.map(\.text))
    }
  }

  @Test("GeoJSON in the place of CSV makes the same county")
  func geoJSON() throws {
    let county = try TinyCounty.asWritten()
    let folder = try Folder(tables())
    let section = try #require(try tables().files.first { $0.name == "tables.yaml" })
    try folder.write(
      section.text.replacing("settlements.csv", with: "settlements.geojson")
        .replacing("facilities.csv", with: "facilities.geojson"),
      to: "tables.yaml"
    )
    #expect(try folder.county().map == county.map)
  }

  @Test("Degrees around an origin are the kilometres they stand for")
  func degrees() throws {
    let county = try TinyCounty.asWritten()
    let origin = GlobePosition(latitude: 34.84, longitude: 119.13)
    let files = CountyTableFiles(of: county.map, county.inputs, origin: origin, travel: .none)
    let folder = try Folder(files)
    let points = try #require(files.files.first { $0.name == "settlements.geojson" })
    // Without the kilometres among the properties only the geometry is left.
    try folder.write(
      points.text.replacing(#/"(east|north)":[^,]*,/#, with: ""),
      to: "settlements.geojson"
    )
    let section = try #require(files.files.first { $0.name == "tables.yaml" })
    try folder.write(
      section.text.replacing("settlements.csv", with: "settlements.geojson"),
      to: "tables.yaml"
    )
    let back = try folder.county()
    for (one, other) in zip(back.map.settlements, county.map.settlements) {
      // Degrees have ten digits; half a unit of the seventh decimal is 6 mm on either axis.
      #expect(one.position.distance(to: other.position) < 8e-6)
    }
  }

  @Test("One table alone takes its place, and the rest is generated around it")
  func oneTable() throws {
    let county = try TinyCounty.asWritten()
    let folder = try Folder(tables())
    let facilities = try #require(try tables().files.first { $0.name == "facilities.csv" })
    try folder.write(
      facilities.text + "X-1,新卫生院,New centre,townshipCentre,T01-S004,0,0,\r\n",
      to: "facilities.csv"
    )
    try folder.write(
      "schema: countyflow/section/1\ntables: {facilities: facilities.csv}\n",
      to: "tables.yaml"
    )
    let back = try folder.county()
    #expect(back.map.settlements == county.map.settlements)
    #expect(back.map.roads == county.map.roads)
    #expect(back.map.facilities.count == county.map.facilities.count + 1)
    let tier = back.map.facilities.filter { $0.kind.tier == .township }
    // Every resident has one nearest facility of the tier, wherever the new one stands.
    #expect(tier.reduce(0) { $0 + $1.catchment } == 30_000)
    #expect(try #require(tier.first { $0.id == "X-1" }).catchment > 0)
    #expect(fingerprint(back.inputs, back.map) != fingerprint(county.inputs, county.map))
  }

  @Test("Beds and physicians of one facility change that facility alone")
  func capacities() throws {
    let county = try TinyCounty.asWritten()
    let folder = try Folder(tables())
    try folder.write("facility,ward,beds\nGEN-1,medical,99\n", to: "beds.csv")
    try folder.write("facility,specialty,physicians\nGEN-1,surgery,2.5\n", to: "staff.csv")
    let back = try folder.county()
    let hospital = try #require(back.map.facilities.first { $0.id == "GEN-1" })
    #expect(back.inputs.beds(at: hospital) == [99, 0, 0, 0, 0, 0])
    #expect(back.inputs.physicians(at: hospital) == [0, 2.5, 0, 0, 0, 0, 0, 0])
    for facility in back.map.facilities where facility.id != "GEN-1" {
      #expect(back.inputs.beds(at: facility) == county.inputs.beds(at: facility))
      #expect(back.inputs.physicians(at: facility) == county.inputs.physicians(at: facility))
    }
  }

  @Test("A settlement where nobody lives joins roads and needs no care")
  func crossroads() throws {
    let folder = try Folder(tables())
    let settlements = try #require(try tables().files.first { $0.name == "settlements.csv" })
    let roads = try #require(try tables().files.first { $0.name == "roads.csv" })
    try folder.write(
      settlements.text + "X,路口,Crossroads,T03,,no,rural,-5,0,0,0,0,0,0,0,0,0,0,0,0\r\n",
      to: "settlements.csv"
    )
    try folder.write(roads.text + "X,T03-S001,countyRoad,1.5\r\n", to: "roads.csv")
    let back = try folder.county()
    #expect(back.map.settlements.last?.residents == 0)
    #expect(back.map.settlements.reduce(0) { $0 + $1.residents } == 30_000)
    #expect(fingerprint(back.inputs, back.map) != 0)
  }

  @Test("Ids that a spreadsheet would run survive the way out and back")
  func formulas() throws {
    let folder = try Folder(tables())
    for file in try tables().files where file.name.hasSuffix(".csv") {
      try folder.write(file.text.replacing("T03-S007", with: "'=1+1"), to: file.name)
    }
    let back = try folder.county()
    #expect(back.map.settlements.last?.id == "=1+1")
    let again = CountyTableFiles(of: back.map, back.inputs, origin: nil, travel: .none)
    let text = try #require(again.files.first { $0.name == "settlements.csv" }).text
    #expect(text.contains("\n'=1+1,"))
    #expect(!text.contains("\n=1+1,"))
  }
}
