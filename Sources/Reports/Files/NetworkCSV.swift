public import Experiments
public import NetworkModel

/// `readings.csv` of a network: every quantity in every replication, or in every batch of one.
public enum NetworkCSV {
  /// One line for each value; what was not measured has an empty value.
  public static func render(_ table: NetworkTable) -> String {
    var text = CSVText(
      columns: [
        "network", table.batches == nil ? "replication" : "batch", "place", "name", "class",
        "quantity", "item", "value",
      ]
    )
    for sample in 0..<table.samples {
      for row in table.rows {
        let (place, name) = words(of: row.quantity.place)
        text.add([
          .word(PlainText.shown(table.id)), .whole(sample), .word(place),
          .word(PlainText.shown(name)), .word(PlainText.shown(row.quantity.className ?? "")),
          .word(row.quantity.name), .word(PlainText.shown(row.quantity.item ?? "")),
          .decimal(row.values[sample]),
        ])
      }
    }
    return text.text
  }

  private static func words(of place: NetworkQuantity.Place) -> (String, String) {
    switch place {
    case .network: ("network", "")
    case .node(let name): ("node", name)
    case .pool(let name): ("pool", name)
    }
  }
}

/// `visits.csv`: every visit to a node that ended, replication after replication.
public enum VisitsCSV {
  /// One line for each visit, in the order in which they ended.
  public static func render(_ outcome: NetworkOutcome, of inputs: NetworkInputs) -> String {
    var text = CSVText(
      columns: [
        "replication", "source", "customer", "class", "node", "visit", "arrived", "began",
        "finished", "left", "server", "ending",
      ]
    )
    for (number, replication) in outcome.replications.enumerated() {
      for visit in replication.visits {
        text.add([
          .whole(number), .word(visit.source.map { inputs.sources[Int($0)].id } ?? "census"),
          .word(String(visit.number)), .word(inputs.classes[Int(visit.className)].id),
          .word(inputs.nodes[Int(visit.node)].id), .whole(Int(visit.visitsBefore) + 1),
          .decimal(visit.arrived), .decimal(visit.began), .decimal(visit.finished),
          .decimal(visit.left), .word(visit.server.map { String($0 + 1) } ?? ""),
          .word(visit.ending.rawValue),
        ])
      }
    }
    return text.text
  }
}
