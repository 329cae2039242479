import Foundation
import Testing

/// The results file as a user meets it.
@Suite("Results files on the command line")
struct ResultStoreCommandTests {
  /// Runs the tiny study once and hands over its folder.
  private func run(
    _ arguments: [String] = [],
    _ use: (TinyScenario, _ out: String) throws -> Void
  ) throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let out = tiny.folder.appendingPathComponent("run").path
    let result = try Command.run(
      ["run", tiny.study, "--replications", "1", "--quiet", "--out", out] + arguments,
      in: tiny.folder
    )
    #expect(result.status == 0, "\(result.problems)")
    try use(tiny, out)
  }

  private func lines(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("SQLite and CSV hold every value with the same digits; tables are read back as they were")
  func sameNumbers() throws {
    try run { tiny, out in
      let tables = tiny.folder.appendingPathComponent("tables").path
      let again = tiny.folder.appendingPathComponent("again.sqlite").path
      let export = ["store", "export", out + "/results.sqlite", "--out", tables]
      #expect(try Command.run(export).status == 0)
      #expect(try Command.run(["store", "import", tables, "--out", again]).status == 0)
      let hashes = try [out + "/results.sqlite", again].map {
        try Command.run(["store", "check", $0, "--json"]).out
      }
      #expect(hashes[0] == hashes[1] && hashes[0].contains("contentHash"))
      // Months are in the results file alone.
      let isMonth = { (period: String) in (1...12).contains((Int(period) ?? 0) % 100) }
      let stored = try lines(tables + "/readings.csv").dropFirst().filter { !isMonth($0[4]) }
        .compactMap(\.last)
      let written = try lines(out + "/readings.csv").dropFirst().compactMap(\.last)
      // What had nothing to measure is an empty place in one and no row in the other.
      #expect(stored.count > 100)
      #expect(stored == written.filter { !$0.isEmpty })
    }
  }

  @Test("A report drawn from the results file alone is the report of the run, byte for byte")
  func report() throws {
    try run { tiny, out in
      let alone = tiny.folder.appendingPathComponent("alone")
      try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
      let store = alone.appendingPathComponent("results.sqlite").path
      try FileManager.default.copyItem(atPath: out + "/results.sqlite", toPath: store)
      for path in [alone.path, store] {
        #expect(try Command.run(["report", path]).status == 0)
        let pages = [alone.path, out].map {
          FileManager.default.contents(atPath: $0 + "/report.html")
        }
        #expect(pages[0] != nil && pages[0] == pages[1])
        try FileManager.default.removeItem(atPath: alone.path + "/report.html")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: alone.path) == ["results.sqlite"])
    }
  }

  @Test("A damaged results file is told with exit 5, and what is whole is salvaged")
  func damage() throws {
    try run { tiny, out in
      let store = out + "/results.sqlite"
      let whole = try Data(contentsOf: URL(fileURLWithPath: store))
      let page = try Data(contentsOf: URL(fileURLWithPath: out + "/report.html"))
      try whole.prefix(4096 * 3).write(to: URL(fileURLWithPath: store))
      let cut = try Command.run(["report", out])
      #expect(cut.status == 5 && cut.problems.contains("E504"), "\(cut.problems)")
      try Data("hello\n".utf8).write(to: URL(fileURLWithPath: store))
      let text = try Command.run(["report", store])
      #expect(text.status == 5 && text.problems.contains("E502"), "\(text.problems)")
      try Data().write(to: URL(fileURLWithPath: store))
      #expect(try Command.run(["report", out]).problems.contains("E501"))
      // A flipped bit in a text that no index holds.
      var bytes = whole
      let word = try #require(bytes.range(of: Data("township".utf8), options: .backwards))
      bytes[word.lowerBound] ^= 1
      try bytes.write(to: URL(fileURLWithPath: store))
      let flipped = try Command.run(["report", out])
      #expect(flipped.status == 5 || flipped.status == 0)
      let salvaged = try Command.run(["report", out, "--salvage"])
      #expect(salvaged.status == 0, "\(salvaged.problems)")
      #expect(salvaged.problems.contains("whole replication"))
      #expect(FileManager.default.fileExists(atPath: out + "/results.salvaged.sqlite"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: out + "/report.html")) == page)
    }
  }

  @Test("Readings of which any list was shortened are refused, and the page stays")
  func shortened() throws {
    try run { _, out in
      let (file, page) = (out + "/readings.json", out + "/report.html")
      try FileManager.default.removeItem(atPath: out + "/results.sqlite")
      let place = URL(fileURLWithPath: file)
      let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: place))
      let table = try #require(whole as? [String: Any])
      let drawn = FileManager.default.contents(atPath: page)
      let lists = [
        "annual", "quarterly", "identities", "shadows", "fingerprints", "events", "policies",
        "measures", "years", "quarters",
      ]
      for name in lists {
        var cut = table
        cut[name] = Array(try #require(table[name] as? [Any]).dropLast())
        try JSONSerialization.data(withJSONObject: cut).write(to: place)
        let report = try Command.run(["report", out])
        #expect(report.status == 5, "\(name)")
        #expect(report.problems.contains("E502"), "\(name): \(report.problems)")
      }
      #expect(FileManager.default.contents(atPath: page) == drawn)
      try JSONSerialization.data(withJSONObject: table).write(to: place)
      #expect(try Command.run(["report", out]).status == 0)
    }
  }

  @Test("What a killed run left behind is taken away by the next one")
  func leftovers() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let out = tiny.folder.appendingPathComponent("run").path
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    // No process has so high a number.
    let host = ProcessInfo.processInfo.hostName.prefix { $0 != "." }
    let left = "/.results.sqlite.\(host).4194305.\(UUID().uuidString).tmp"
    try Data().write(to: URL(fileURLWithPath: out + left))
    let run = ["run", tiny.study, "--replications", "1", "--quiet", "--out", out]
    #expect(try Command.run(run).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: out)
    #expect(names.contains("results.sqlite") && !names.contains { $0.hasSuffix(".tmp") })
  }

  @Test("An event log changes no number, and every wait in it has a beginning and an end")
  func eventLog() throws {
    var readings: [Data?] = []
    try run { _, out in
      readings.append(FileManager.default.contents(atPath: out + "/readings.json"))
    }
    try run(["--event-log", "log.csv"]) { tiny, out in
      readings.append(FileManager.default.contents(atPath: out + "/readings.json"))
      let rows = try lines(tiny.folder.appendingPathComponent("log.csv").path)
      let log = tiny.folder.appendingPathComponent("log.csv")
      #expect(try Data(contentsOf: log).starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(rows[0].prefix(3) == ["case", "activity", "time"])
      #expect(rows.count > 1000)
      var last: [String: String] = [:]
      var inLine: [String: Bool] = [:]
      var counts: [String: Int] = [:]
      for row in rows.dropFirst() {
        let (episode, activity, time) = (row[0], row[1], row[2])
        counts[activity, default: 0] += 1
        #expect(last[episode].map { $0 <= time } ?? true, "\(episode) \(time)")
        last[episode] = time
        switch activity {
        case "joinsQueue": inLine[episode] = true
        case "consultationStarts":
          #expect(inLine[episode] == true, "\(episode) \(time)")
          inLine[episode] = false
        case "ends", "dies": last[episode] = "9999"
        default: break
        }
      }
      for activity in ["needArises", "consultationEnds", "admitted", "discharged", "ends"] {
        #expect(counts[activity, default: 0] > 0, "\(activity)")
      }
    }
    #expect(readings.count == 2 && readings[0] != nil && readings[0] == readings[1])
  }

  @Test("An event log that cannot be written is told before anything is run")
  func eventLogPlaces() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let run = ["run", tiny.study, "--out", tiny.folder.appendingPathComponent("run").path]
    for (log, status) in [
      ("log.txt", Int32(2)), ("no/such/log.csv", 4), (tiny.folder.path + "/policies.xes/x.csv", 4),
    ] {
      let result = try Command.run(run + ["--event-log", log], in: tiny.folder)
      #expect(result.status == status, "\(log): \(result.problems)")
    }
    #expect(!FileManager.default.fileExists(atPath: tiny.folder.appendingPathComponent("run").path))
  }

  @Test("The size of an event log is told, and is near what the help says of a visit")
  func eventLogSize() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let result = try Command.run(
      ["run", tiny.study, "--replications", "1", "--event-log", "log.csv", "--lang", "en"],
      in: tiny.folder
    )
    #expect(result.status == 0, "\(result.problems)")
    #expect(result.problems.contains(/Event log: log\.csv, \d+\.\d MB\n/), "\(result.problems)")
    let text = try Data(contentsOf: tiny.folder.appendingPathComponent("log.csv"))
    let visits =
      String(decoding: text, as: UTF8.self)
      .components(separatedBy: ",consultationStarts,").count - 1
    #expect((0.7...0.9).contains(Double(text.count) / Double(visits) / 1000))
  }

  @Test("An event log and an imported store take the place of no file, not even an input's")
  func oldFilesStay() throws {
    let tiny = try TinyScenario()
    defer { tiny.remove() }
    let out = tiny.folder.appendingPathComponent("run").path
    let old = tiny.folder.appendingPathComponent("policies/package.yaml")
    let bytes = try Data(contentsOf: old)
    for command in [
      ["run", tiny.study, "--out", out, "--event-log", old.path, "--event-log-format", "csv"],
      ["store", "import", tiny.folder.path, "--out", old.path],
    ] {
      let result = try Command.run(command, in: tiny.folder)
      #expect(result.status == 4 && result.problems.contains("E304"), "\(result.problems)")
      #expect(try Data(contentsOf: old) == bytes)
    }
    #expect(!FileManager.default.fileExists(atPath: out))
  }
}
