internal import CountyModel

/// One line an event, in the order in which they happened.
struct EventCSV {
  private static let columns = [
    "case", "activity", "time", "person", "facility", "kind", "tier", "crew", "settlement",
    "condition", "severity", "age", "cause",
  ]

  private let words: EventWords

  init(_ words: EventWords) { self.words = words }

  func write(_ log: CarePage, to path: String) throws {
    var file = try TextFile(at: path)
    try file.add("\u{FEFF}" + Self.columns.joined(separator: ",") + "\r\n")
    for event in log.events {
      let episode = log.episodes[Int(event.episode) - 1]
      let facility = event.facility.map { words.facilities[Int($0)] }
      let cells: [Cell] = [
        .whole(Int64(event.episode)), .text(event.activity.name), .text(words.time(of: event)),
        .whole(Int64(episode.person)), .text(facility?.id), .text(facility?.kind),
        .text(facility?.tier), .whole(event.crew.map(Int64.init)),
        .text(words.settlement(of: episode)), .text(words.condition(of: episode)),
        .text(words.severity(of: episode)), .text(words.age(of: episode)),
        .text("\(episode.cause)"),
      ]
      try file.add(TableText.line(cells))
    }
    try file.close()
  }
}
