internal import CountyModel
internal import GRDB

/// Events with the objects that they concern: episode, patient, facility, crew.
///
/// - Source: *OCEL (Object-Centric Event Log) 2.0 Specification*, relational (SQLite) format.
struct EventOCEL {
  private static let objects: [(type: String, columns: [String])] = [
    ("episode", ["condition", "severity", "age", "settlement", "cause"]),
    ("patient", []),
    ("facility", ["name", "kind", "tier"]),
    ("crew", []),
  ]

  private let words: EventWords

  init(_ words: EventWords) { self.words = words }

  func write(_ log: CarePage, to path: String) throws {
    let database = try ResultStore.queue(at: path, StoreConnection.making)
    try database.write { db in
      try makeTables(in: db)
      try writeObjects(of: log, in: db)
      try writeEvents(of: log, in: db)
    }
    try database.close()
  }

  /// `joinsQueue` names the table `event_joinsQueue`.
  private func makeTables(in db: Database) throws {
    let types = CareActivity.allCases.map(\.name)
    var statements = [
      "CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT)",
      "CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT)",
      """
      CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT,
        FOREIGN KEY (ocel_type) REFERENCES event_map_type (ocel_type))
      """,
      """
      CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT,
        FOREIGN KEY (ocel_type) REFERENCES object_map_type (ocel_type))
      """,
      """
      CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT,
        PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier),
        FOREIGN KEY (ocel_event_id) REFERENCES event (ocel_id),
        FOREIGN KEY (ocel_object_id) REFERENCES object (ocel_id))
      """,
      """
      CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT,
        PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier),
        FOREIGN KEY (ocel_source_id) REFERENCES object (ocel_id),
        FOREIGN KEY (ocel_target_id) REFERENCES object (ocel_id))
      """,
    ]
    statements += types.map { type in
      """
      CREATE TABLE event_\(type) (ocel_id TEXT PRIMARY KEY, ocel_time TIMESTAMP,
        FOREIGN KEY (ocel_id) REFERENCES event (ocel_id))
      """
    }
    statements += Self.objects.map { type, columns in
      """
      CREATE TABLE object_\(type) (ocel_id TEXT, ocel_time TIMESTAMP, ocel_changed_field TEXT\
      \(columns.map { ", \($0) TEXT" }.joined()), FOREIGN KEY (ocel_id) REFERENCES object (ocel_id))
      """
    }
    for statement in statements { try db.execute(sql: statement) }
    for type in types { try insert(into: "event_map_type", [type, type], in: db) }
    for (type, _) in Self.objects { try insert(into: "object_map_type", [type, type], in: db) }
  }

  private func writeObjects(of log: CarePage, in db: Database) throws {
    // Facts of an object that never change hold from the beginning of time, by the specification.
    let always = "1970-01-01T00:00:00.000Z"
    func add(_ id: String, _ type: String, _ facts: [String]) throws {
      try insert(into: "object", [id, type], in: db)
      try insert(into: "object_\(type)", [id, always, nil] + facts.map(Optional.some), in: db)
    }
    for facility in words.facilities {
      try add("facility-\(facility.id)", "facility", [facility.name, facility.kind, facility.tier])
    }
    for crew in Set(log.events.compactMap(\.crew)).sorted() { try add("crew-\(crew)", "crew", []) }
    for person in Set(log.episodes.map(\.person)).sorted() {
      try add("patient-\(person)", "patient", [])
    }
    for episode in log.episodes {
      let id = "episode-\(episode.number)"
      try add(
        id,
        "episode",
        [
          words.condition(of: episode), words.severity(of: episode), words.age(of: episode),
          words.settlement(of: episode), "\(episode.cause)",
        ]
      )
      try insert(into: "object_object", [id, "patient-\(episode.person)", "of"], in: db)
    }
  }

  private func writeEvents(of log: CarePage, in db: Database) throws {
    let people = Dictionary(log.episodes.map { ($0.number, $0.person) }) { first, _ in first }
    for (place, event) in log.events.enumerated() {
      let id = "event-\(place + 1)"
      try insert(into: "event", [id, event.activity.name], in: db)
      try insert(into: "event_\(event.activity.name)", [id, words.time(of: event)], in: db)
      try insert(into: "event_object", [id, "episode-\(event.episode)", "of"], in: db)
      // Readers forget objects that no event names.
      if let person = people[event.episode] {
        try insert(into: "event_object", [id, "patient-\(person)", "for"], in: db)
      }
      if let facility = event.facility {
        let name = "facility-\(words.facilities[Int(facility)].id)"
        try insert(into: "event_object", [id, name, "at"], in: db)
      }
      if let crew = event.crew {
        try insert(into: "event_object", [id, "crew-\(crew)", "by"], in: db)
      }
    }
  }

  private func insert(into table: String, _ texts: [String?], in db: Database) throws {
    let places = Array(repeating: "?", count: texts.count).joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    statement.setUncheckedArguments(
      StatementArguments(texts.map { $0 as (any DatabaseValueConvertible)? })
    )
    try statement.execute()
  }
}
