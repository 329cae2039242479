/// The tables and views of the store, version 1.
enum StoreSchema {
  /// `CFLW` in ASCII: says that an SQLite file is ours.
  static let applicationID: Int32 = 0x43_46_4C_57
  /// Raised when a table changes; older stores are migrated, newer ones refused.
  static let version: Int32 = 1

  private typealias Column = StoreTable.Column

  static let runs = StoreTable(
    name: "runs",
    columns: [
      Column(name: "run", kind: .whole), Column(name: "kind", kind: .text),
      Column(name: "id", kind: .text), Column(name: "zh", kind: .text),
      Column(name: "en", kind: .text), Column(name: "note", kind: .text),
      Column(name: "seed", kind: .text), Column(name: "program", kind: .text),
      Column(name: "model", kind: .text), Column(name: "contract", kind: .text),
      Column(name: "outline", kind: .text),
    ],
    keyed: 1
  )

  static let files = StoreTable(
    name: "files",
    columns: [Column(name: "name", kind: .text), Column(name: "sha256", kind: .text)],
    keyed: 1
  )

  static let sources = StoreTable(
    name: "sources",
    columns: [
      Column(name: "source", kind: .whole), Column(name: "path", kind: .text),
      Column(name: "zh", kind: .text, presence: .sometimes),
      Column(name: "en", kind: .text, presence: .sometimes),
      Column(name: "value", kind: .text), Column(name: "standing", kind: .text),
      Column(name: "id", kind: .text, presence: .sometimes),
      Column(name: "publication", kind: .text),
    ],
    keyed: 1
  )

  static let measures = StoreTable(
    name: "measures",
    columns: [
      Column(name: "measure", kind: .whole), Column(name: "id", kind: .text),
      Column(name: "zh", kind: .text), Column(name: "en", kind: .text),
      Column(name: "unit", kind: .text), Column(name: "better", kind: .text),
      Column(name: "tier", kind: .text), Column(name: "means", kind: .text),
      Column(name: "source", kind: .text), Column(name: "version", kind: .whole),
    ],
    keyed: 1
  )

  static let periods = StoreTable(
    name: "periods",
    columns: [
      Column(name: "period", kind: .whole), Column(name: "label", kind: .text),
      Column(name: "length", kind: .text), Column(name: "year", kind: .whole),
    ],
    keyed: 1
  )

  static let policies = StoreTable(
    name: "policies",
    columns: [
      Column(name: "policy", kind: .whole), Column(name: "id", kind: .text),
      Column(name: "zh", kind: .text), Column(name: "en", kind: .text),
    ],
    keyed: 1
  )

  static let points = StoreTable(
    name: "points",
    columns: [
      Column(name: "point", kind: .whole),
      Column(name: "outer", kind: .whole, presence: .sometimes),
    ],
    keyed: 1
  )

  static let values = StoreTable(
    name: "point_values",
    columns: [
      Column(name: "point", kind: .whole, refersTo: "points"),
      Column(name: "path", kind: .text), Column(name: "value", kind: .real),
    ],
    keyed: 2
  )

  static let scenarios = StoreTable(
    name: "scenarios",
    columns: [
      Column(name: "point", kind: .whole, refersTo: "points"),
      Column(name: "policy", kind: .whole, refersTo: "policies"),
      Column(name: "sha256", kind: .text),
    ],
    keyed: 2
  )

  static let replications = StoreTable(
    name: "replications",
    columns: [
      Column(name: "task", kind: .whole),
      Column(name: "point", kind: .whole, refersTo: "points"),
      Column(name: "policy", kind: .whole, refersTo: "policies"),
      Column(name: "replication", kind: .whole), Column(name: "key", kind: .text),
      Column(name: "seed", kind: .text), Column(name: "events", kind: .whole),
      Column(name: "fingerprint", kind: .text), Column(name: "body", kind: .text),
      Column(name: "readings", kind: .whole),
    ],
    keyed: 1
  )

  static let readings = StoreTable(
    name: "readings",
    columns: [
      Column(name: "task", kind: .whole, refersTo: "replications"),
      Column(name: "measure", kind: .whole, refersTo: "measures"),
      Column(name: "place", kind: .text), Column(name: "tier", kind: .text),
      Column(name: "period", kind: .whole, refersTo: "periods"),
      Column(name: "numerator", kind: .whole, presence: .sometimes),
      Column(name: "denominator", kind: .whole, presence: .sometimes),
      Column(name: "value", kind: .real),
    ],
    keyed: 5
  )

  static let referrals = StoreTable(
    name: "referrals",
    columns: [
      Column(name: "task", kind: .whole, refersTo: "replications"),
      Column(name: "year", kind: .whole), Column(name: "sender", kind: .text),
      Column(name: "receiver", kind: .text), Column(name: "reason", kind: .text),
      Column(name: "requested", kind: .whole), Column(name: "appropriate", kind: .whole),
      Column(name: "accepted", kind: .whole), Column(name: "arrived", kind: .whole),
      Column(name: "onward", kind: .whole),
    ],
    keyed: 5
  )

  static let identities = StoreTable(
    name: "identities",
    columns: [
      Column(name: "task", kind: .whole, refersTo: "replications"),
      Column(name: "identity", kind: .whole), Column(name: "id", kind: .text),
      Column(name: "zh", kind: .text), Column(name: "en", kind: .text),
      Column(name: "left_side", kind: .whole), Column(name: "right_side", kind: .whole),
    ],
    keyed: 2
  )

  static let settlements = StoreTable(
    name: "settlements",
    columns: [
      Column(name: "policy", kind: .whole, refersTo: "policies"),
      Column(name: "settlement", kind: .whole), Column(name: "year", kind: .whole),
      Column(name: "id", kind: .text), Column(name: "visits", kind: .real),
      Column(name: "grassroots", kind: .real), Column(name: "unmet", kind: .real),
      Column(name: "calls", kind: .real), Column(name: "in_time", kind: .real),
      Column(name: "response", kind: .real, presence: .sometimes),
    ],
    keyed: 3
  )

  /// All tables, each after those that it refers to.
  static let tables = [
    runs, files, sources, measures, periods, policies, points, values, scenarios, replications,
    readings, referrals, identities, settlements,
  ]

  /// Readings with names in the place of numbers; `decimal` is the text of the value in every
  /// other file of the run.
  private static let results = """
    CREATE VIEW results AS
    SELECT r.task, t.point, p.id AS policy, t.replication, m.id AS measure, m.unit,
      r.place, CASE r.tier WHEN '' THEN m.tier ELSE r.tier END AS tier,
      d.label AS period, d.length, d.year, r.numerator, r.denominator, r.value,
      printf('%.15g', r.value) AS decimal
    FROM readings AS r
    JOIN replications AS t USING (task)
    JOIN policies AS p USING (policy)
    JOIN measures AS m USING (measure)
    JOIN periods AS d USING (period)
    """

  /// Every statement that makes an empty store.
  static let creation = tables.map(\.creation) + [results]
}
