internal import CountyModel
internal import Geography

/// Facilities as CSV and as GeoJSON.
enum FacilityFiles {
  static func csv(of map: CountyMap) -> CountyTableFiles.File {
    var table = CSVText(
      columns: [
        "id", "name", "nameEn", "kind", "settlement", "onwardMinutes", "onwardKilometres",
        "noteCatchment",
      ]
    )
    for facility in map.facilities {
      table.add([
        .word(facility.id), .word(facility.name), .word(facility.nameEn),
        .word("\(facility.kind)"), .word(map.settlements[facility.settlement].id),
        .exact(facility.onwardMinutes), .exact(facility.onwardKilometres),
        .whole(facility.catchment),
      ])
    }
    return CountyTableFiles.File(
      name: "facilities.csv",
      rows: map.facilities.count,
      text: table.text
    )
  }

  static func geoJSON(of map: CountyMap, _ plane: LocalPlane) -> CountyTableFiles.File {
    let features = map.facilities.map { facility in
      let home = map.settlements[facility.settlement]
      return GeoJSONText.point(
        home.position,
        plane,
        [
          "id": .text(facility.id), "name": .text(facility.name),
          "nameEn": .text(facility.nameEn), "kind": .text("\(facility.kind)"),
          "settlement": .text(home.id), "onwardMinutes": .exact(facility.onwardMinutes),
          "onwardKilometres": .exact(facility.onwardKilometres),
          "noteCatchment": .exact(Double(facility.catchment)),
        ]
      )
    }
    return CountyTableFiles.File(
      name: "facilities.geojson",
      rows: features.count,
      text: GeoJSONText.collection(features)
    )
  }
}

/// Physicians and beds of each facility as CSV.
enum CapacityFiles {
  static func staff(of map: CountyMap, _ inputs: CountyInputs) -> CountyTableFiles.File {
    var table = CSVText(columns: ["facility", "specialty", "physicians"])
    var rows = 0
    for facility in map.facilities {
      let physicians = inputs.physicians(at: facility)
      let names = physicians.count == 1 ? ["all"] : FacilityCapacityTable.specialties
      for (name, number) in zip(names, physicians) {
        table.add([.word(facility.id), .word(name), .exact(number)])
        rows += 1
      }
    }
    return CountyTableFiles.File(name: "staff.csv", rows: rows, text: table.text)
  }

  static func beds(of map: CountyMap, _ inputs: CountyInputs) -> CountyTableFiles.File {
    var table = CSVText(columns: ["facility", "ward", "beds"])
    var rows = 0
    for facility in map.facilities {
      for (name, number) in zip(FacilityCapacityTable.wards, inputs.beds(at: facility)) {
        table.add([.word(facility.id), .word(name), .whole(number)])
        rows += 1
      }
    }
    return CountyTableFiles.File(name: "beds.csv", rows: rows, text: table.text)
  }
}
