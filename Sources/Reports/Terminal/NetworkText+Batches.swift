internal import Experiments

extension NetworkText {
  /// Names the averages whose batches are alike, place by place; nothing when there are none.
  static func alikeBatches(_ table: NetworkTable, _ words: NetworkWords) -> String? {
    let averages = [
      "meanWait": words.wait, "meanSojourn": words.sojourn, "meanWaiting": words.queue,
      "meanPresent": words.present, "utilisation": words.utilisation,
      "throughput": words.throughput,
    ]
    let tested = table.rows.filter {
      averages[$0.quantity.name] != nil && $0.estimate?.batchesAreCorrelated != nil
    }
    let alike = tested.filter { $0.estimate?.batchesAreCorrelated == true }
    guard !alike.isEmpty else { return nil }
    var lines: [(place: String, names: [String])] = []
    for row in alike {
      let place = text(of: row.quantity, words)
      let name = averages[row.quantity.name] ?? row.quantity.name
      if let line = lines.firstIndex(where: { $0.place == place }) {
        lines[line].names.append(name)
      } else {
        lines.append((place, [name]))
      }
    }
    return words.alike(alike.count, tested.count) + "\n"
      + lines.map { "  \($0.place): \($0.names.joined(separator: ", "))\n" }.joined()
  }

  /// Where a number belongs, and to which class.
  private static func text(of quantity: NetworkQuantity, _ words: NetworkWords) -> String {
    let place =
      switch quantity.place {
      case .network: words.network
      case .node(let name), .pool(let name): PlainText.shown(name)
      }
    return quantity.className.map { "\(place) (\(PlainText.shown($0)))" } ?? place
  }
}
