/// Reads the points of a GeoJSON file as a table: a row for each feature, a column for each
/// property, and `longitude` and `latitude` for its place.
///
/// JSON is YAML too, so the same reader gives every value its place in the file.
struct GeoJSONSheet {
  private let desk: Desk
  private let name: String

  /// The table in a document; nothing when it is no collection of points.
  static func read(_ root: NodeID, named name: String, on desk: Desk) -> TableSheet? {
    GeoJSONSheet(desk: desk, name: name).table(root)
  }

  private init(desk: Desk, name: String) {
    self.desk = desk
    self.name = name
  }

  private func table(_ root: NodeID) -> TableSheet? {
    guard text(of: "type", in: root) == "FeatureCollection",
      let list = value(of: "features", in: root), case .list(let features) = desk[list].content
    else {
      return refuse(root, "this is no collection of features", "`\"type\": \"FeatureCollection\"`")
    }
    guard !features.isEmpty else {
      desk.report(.noRows, at: desk[list].span, "the collection has no features", key: name)
      return nil
    }
    var head: [TableSheet.Cell] = []
    var places: [String: Int] = [:]
    var found: [[(column: Int, cell: TableSheet.Cell)]] = []
    for feature in features {
      guard let cells = cells(of: feature) else { return nil }
      found.append(
        cells.map { cell in
          if let place = places[cell.name] { return (place, cell.value) }
          places[cell.name] = head.count
          head.append(TableSheet.Cell(text: cell.name, span: cell.span))
          return (head.count - 1, cell.value)
        }
      )
    }
    let rows = zip(features, found).map { feature, cells in
      let span = desk[feature].span
      var row = head.map { _ in TableSheet.Cell(text: "", span: span) }
      for (column, cell) in cells { row[column] = cell }
      return row
    }
    return TableSheet(name: name, head: head, rows: rows, isGeoJSON: true)
  }

  /// A property with the place of its name and its value.
  private struct Property {
    let name: String
    let span: Span
    let value: TableSheet.Cell
  }

  private func cells(of feature: NodeID) -> [Property]? {
    guard text(of: "type", in: feature) == "Feature",
      let list = value(of: "properties", in: feature),
      case .mapping(let entries) = desk[list].content
    else { return refuse(feature, "this is no feature", "a feature with `properties`") }
    var cells: [Property] = []
    for entry in entries {
      guard case .scalar(let scalar) = desk[entry.value].content else {
        return refuse(entry.value, "a list or mapping in a table", "a text or a number")
      }
      // `null` is an empty cell.
      let text = scalar.isNothing ? "" : scalar.text
      let cell = TableSheet.Cell(text: text, span: desk[entry.value].span)
      cells.append(Property(name: entry.key, span: entry.keySpan, value: cell))
    }
    guard let geometry = value(of: "geometry", in: feature),
      text(of: "type", in: geometry) == "Point",
      let pair = value(of: "coordinates", in: geometry),
      case .list(let numbers) = desk[pair].content, numbers.count >= 2
    else { return refuse(feature, "a feature that is no point", "a geometry of type `Point`") }
    for (name, node) in zip(["longitude", "latitude"], numbers) {
      guard case .scalar(let scalar) = desk[node].content else {
        return refuse(node, "a coordinate that is no number", "a number")
      }
      let cell = TableSheet.Cell(text: scalar.text, span: desk[node].span)
      cells.append(Property(name: name, span: desk[node].span, value: cell))
    }
    return cells
  }

  private func value(of key: String, in node: NodeID) -> NodeID? {
    guard case .mapping(let entries) = desk[node].content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  private func text(of key: String, in node: NodeID) -> String? {
    guard let value = value(of: key, in: node), case .scalar(let scalar) = desk[value].content
    else { return nil }
    return scalar.text
  }

  private func refuse<Value>(_ node: NodeID, _ message: String, _ expected: String) -> Value? {
    desk.report(.wrongValue, at: desk[node].span, message, key: name, expected: expected)
    return nil
  }
}
