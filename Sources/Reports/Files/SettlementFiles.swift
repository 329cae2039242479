internal import Geography

/// Settlements as CSV and as GeoJSON.
enum SettlementFiles {
  private static let ages = AgeBand.lowestAges.indices.map { band in
    let lowest = AgeBand.lowestAges[band]
    return band + 1 < AgeBand.count
      ? "age\(lowest)-\(AgeBand.lowestAges[band + 1] - 1)" : "age\(lowest)+"
  }

  static func csv(of map: CountyMap) -> CountyTableFiles.File {
    let columns = ["id", "name", "nameEn", "town", "noteTown", "centre", "setting"]
    var table = CSVText(columns: columns + ["east", "north", "residents"] + ages + ["radius"])
    for (place, settlement) in map.settlements.enumerated() {
      let town = map.towns[settlement.town]
      let words = [settlement.id, settlement.name, settlement.nameEn, town.id, town.name]
      let marks = [town.centreSettlement == place ? "yes" : "no", "\(settlement.setting)"]
      let numbers: [CSVText.Cell] = [
        .exact(settlement.position.x), .exact(settlement.position.y),
        .whole(settlement.residents),
      ]
      table.add(
        (words + marks).map(CSVText.Cell.word) + numbers
          + settlement.residentsByAge.map(CSVText.Cell.whole) + [.exact(settlement.radius)]
      )
    }
    return CountyTableFiles.File(
      name: "settlements.csv",
      rows: map.settlements.count,
      text: table.text
    )
  }

  static func geoJSON(of map: CountyMap, _ plane: LocalPlane) -> CountyTableFiles.File {
    let features = map.settlements.enumerated().map { place, settlement in
      let town = map.towns[settlement.town]
      let people = zip(ages, settlement.residentsByAge).map { age, count in
        JSONTree.Field(key: age, value: .exact(Double(count)))
      }
      let fields: JSONTree = [
        "id": .text(settlement.id), "name": .text(settlement.name),
        "nameEn": .text(settlement.nameEn), "town": .text(town.id), "noteTown": .text(town.name),
        "centre": town.centreSettlement == place ? "yes" : "no",
        "setting": .text("\(settlement.setting)"),
        "east": .exact(settlement.position.x), "north": .exact(settlement.position.y),
        "residents": .exact(Double(settlement.residents)),
      ]
      return GeoJSONText.point(
        settlement.position,
        plane,
        fields.with(.object(people)).with(["radius": .exact(settlement.radius)])
      )
    }
    return CountyTableFiles.File(
      name: "settlements.geojson",
      rows: features.count,
      text: GeoJSONText.collection(features)
    )
  }
}

/// Points on the globe as GeoJSON (RFC 7946), a feature a line.
enum GeoJSONText {
  static func point(_ place: Point, _ plane: LocalPlane, _ properties: JSONTree) -> JSONTree {
    let globe = plane.place(of: place)
    return [
      "type": "Feature",
      "geometry": [
        "type": "Point", "coordinates": [.number(globe.longitude), .number(globe.latitude)],
      ],
      "properties": properties,
    ]
  }

  static func collection(_ features: [JSONTree]) -> String {
    let lines = features.map(\.source).joined(separator: ",\n")
    return "{\"type\":\"FeatureCollection\",\"features\":[\n\(lines)\n]}\n"
  }
}
