import Foundation
import ScenarioFiles
import Testing

@Suite("Problems of network files")
struct NetworkProblemTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func problems(_ text: String) throws -> [Diagnostic] {
    FileValidator.validate([try folder.write(text, to: "network.yaml")]).all
  }

  /// The file stays a good one with a piece put in the place of another.
  private func whole(_ piece: String, _ other: String) throws -> [Diagnostic] {
    #expect(NetworkText.whole.contains(piece), "\(piece)")
    return try problems(NetworkText.whole.replacing(piece, with: other))
  }

  @Test("A network that uses everything has no problem")
  func good() throws {
    #expect(try problems(NetworkText.whole) == [])
    #expect(try problems(NetworkText.desk) == [])
  }

  @Test(
    "What is wrong is said at its place, with its key and the right words",
    arguments: [
      ("timeUnit: min", "timeUnit: minute", "minute", "E206", "timeUnit", "`min`"),
      ("{priority: 1}", "{priority: 0}", "0", "E208", "classes.emergency.priority", "1 to"),
      (
        "{priority: 1}", "{prioriti: 1}", "prioriti", "E201", "classes.emergency.prioriti",
        "priority"
      ),
      ("{servers: 4}", "{servers: 4.5}", "4.5", "E203", "pools.doctors.servers", "whole"),
      ("cycle: 24 h", "cycle: 24 hours", "24 hours", "E203", "pools.nurses.servers.cycle", "\"h\""),
      (
        "{from: 8 h, servers: 3}", "{from: 8 h, servers: -3}", "-3", "E208",
        "pools.nurses.servers.steps[1].servers", "0 to"
      ),
      ("atEnd: finish", "atEnd: finsh", "finsh", "E206", "pools.nurses.servers.atEnd", "finish"),
      (
        "{routine: 0.8, emergency: 0.2}", "{routine: -1}", "-1", "E208",
        "sources.door.classes.routine", "0 or more"
      ),
      ("law: gamma", "law: gama", "gama", "E206", "sources.door.gap.law", "did you mean `gamma`"),
      ("sd: 90 s}", "sdd: 90 s}", "sdd", "E201", "sources.door.gap.sdd", "sd"),
      ("sd: 90 s}", "sd: 0}", "0", "E220", "sources.door.gap.sd", "above 0"),
      (
        "weights: [3, 1]", "weights: [3, -1]", "-1", "E220", "sources.door.batch.weights",
        "0 or more"
      ),
      (
        "{from: 8 h, rate: 0.5}", "{from: 0 h, rate: 0.5}", "0 h", "E220",
        "sources.day.rate.steps[1].from", "above 0"
      ),
      ("amplitude: 0.8", "amplitude: 1.5", "1.5", "E220", "sources.wave.rate.amplitude", "1.0"),
      (
        "{cycle: [triage, doctor]}", "{cycl: [triage]}", "cycl:", "E201", "sources.wave.to.cycl",
        "cycle"
      ),
      ("30 s, {time", "30 sec, {time", "30 sec", "E203", "sources.list.trace[1]", "\"s\""),
      ("size: 10", "size: 0", "0", "E208", "sources.staff.population.size", "1 to"),
      ("count: 3}", "cout: 3}", "cout", "E201", "census[0].cout", "count"),
      (
        "discipline: priority", "discipline: prio", "prio", "E206", "nodes.triage.discipline",
        "`fifo`"
      ),
      (
        "balking: [0, 0, 20%", "balking: [0, 0, 120%", "120%", "E208", "nodes.triage.balking[2]",
        "0 to 1"
      ),
      (
        "afterReneging: exit", "afterReneging: [exit]", "[exit]", "E203",
        "nodes.triage.afterReneging", "route"
      ),
      (
        "{routine: 1}", "{routine: many}", "many", "E203", "nodes.triage.keepFree.routine", "whole"
      ),
      (
        "{doctor: 70%, ward", "{doctor: 170%, ward", "170%", "E208",
        "nodes.triage.next.byClass.emergency.split.doctor", "0 to 1"
      ),
      (
        "servers: unlimited", "servers: unlimted", "unlimted", "E206", "nodes.spare.servers",
        "unlimited"
      ),
      ("speed: 0.6", "speed: 0", "0", "E208", "nodes.ward.servers[1].speed", "above 0"),
      (
        "{id: b, speed", "{id: a, speed", "a", "E231", "nodes.ward.servers[1].id",
        "here and at 63:"
      ),
      (
        "repeat: single", "repeat: once", "once", "E206", "nodes.ward.vacations.repeat", "`single`"
      ),
      ("kind: sharing", "kind: sharin", "sharin", "E206", "nodes.cell.kind", "sharing"),
      (
        "{u1: 7, u2: 8}", "{u1: 7, u3: 8}", "u3", "E201", "nodes.cars.zones.routine.travel.u3",
        "u2"
      ),
      ("travel: added", "travel: sum", "sum", "E206", "nodes.cars.travel", "`added`"),
      ("replications: 5", "replications: 0", "0", "E208", "run.replications", "1 to"),
      ("length: 1 week", "length: 0", "0", "E208", "run.length", "above 0"),
      (
        "seed: 1844674407370955161", "seed: 21844674407370955161", "2184", "E203", "run.seed",
        "2^64"
      ),
      (
        "percentiles: [50, 99]", "percentiles: [50, 990]", "990", "E208", "run.percentiles[1]",
        "0 to 100"
      ),
    ]
  )
  func places(
    _ piece: String,
    _ other: String,
    _ mark: String,
    _ code: String,
    _ key: String,
    _ says: String
  ) throws {
    let all = try whole(piece, other)
    let first = try #require(all.first, "\(other)")
    #expect(all.count == 1, "\(DiagnosticList(all).text)")
    #expect(first.code.rawValue == code, "\(first.text)")
    // Where the mark stands in the changed text, computed from the text alone.
    let start = try #require(NetworkText.whole.range(of: piece)?.lowerBound)
    let inside = try #require(other.range(of: mark, options: .backwards)?.lowerBound)
    let before = NetworkText.whole[..<start] + other[..<inside]
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(first.line == lines.count, "\(first.text)")
    #expect(first.column == (lines.last?.unicodeScalars.count ?? 0) + 1, "\(first.text)")
    #expect(first.keyPath == key, "\(first.text)")
    #expect(first.text.contains(says), "\(first.text)")
  }

  @Test(
    "What does not fit together is marked where it stands in the file",
    arguments: [
      (
        "[triage, doctor]}\npools", "[triage, docter]}\npools", "docter", "E232",
        "classes.routine.itinerary[1]", "did you mean `doctor`"
      ),
      (
        "{doctors: 1, nurses: 2}", "{doctors: 1, nurse: 2}", "nurse", "E232",
        "nodes.doctor.servers.pools.nurse", "`nurses`"
      ),
      (
        "{doctors: 1, nurses: 2}", "{doctors: 5, nurses: 2}", "5", "E221",
        "nodes.doctor.servers.pools.doctors", "1 to 4"
      ),
      (
        "{overflow: [doctor]}", "{overflow: [doctr]}", "doctr", "E232",
        "nodes.triage.whenFull.overflow[0]", "`doctor`"
      ),
      (
        "emergency: {split: {doctor: 70%, ward: 0.1}}",
        "emergency: {split: {doctor: 70%, wrd: 0.1}}",
        "wrd", "E232", "nodes.triage.next.byClass.emergency.split.wrd", "`ward`"
      ),
      (
        "{class: emergency, to: {choice", "{class: urgent, to: {choice", "urgent", "E232",
        "nodes.doctor.next.class", "`emergency`"
      ),
      (
        "order: [u2, u1]", "order: [u2, u3]", "u3", "E232",
        "nodes.cars.zones.emergency.order[1]", "`u1`"
      ),
      ("waitingRoom: 12", "room: 1", "1", "E221", "nodes.triage.room", "at least 2"),
      (
        "{node: triage, class", "{node: tirage, class", "tirage", "E232", "census[0].node", "triage"
      ),
      (
        "{from: 8 h, servers: 3}", "{from: 25 h, servers: 3}", "25 h", "E221",
        "pools.nurses.servers.steps[1].from", "1500"
      ),
      ("[60, 2 h]", "[60, 40]", "40", "E221", "run.observeAt[1]", "rising"),
    ]
  )
  func planPlaces(
    _ piece: String,
    _ other: String,
    _ mark: String,
    _ code: String,
    _ key: String,
    _ says: String
  ) throws {
    try places(piece, other, mark, code, key, says)
  }

  @Test(
    "Things that exclude each other are refused",
    arguments: [
      ("room: 40", "room: 40\n    waitingRoom: 4", "both say how many fit in"),
      (
        "rate: {mean: 0.1, amplitude: 0.8, period: 24 h, phase: 1 h}",
        "rate: 2\n    gap: {law: exponential, mean: 1}", "both say when customers come"
      ),
      ("{cycle: [triage, doctor]}", "{cycle: [triage], shortest: [doctor]}", "goes one way"),
      ("    class: emergency\n", "    class: emergency\n    classes: {routine: 1}\n", "who comes"),
      (
        "vacations: {length", "breakdowns: {}\n    vacations: {length",
        "servers are away for one reason"
      ),
    ]
  )
  func conflicts(_ piece: String, _ other: String, _ words: String) throws {
    let all = try whole(piece, other)
    #expect(all.contains { $0.code == .conflict && $0.message.contains(words) }, "\(all)")
  }

  @Test("All problems of a file are told at once, in its order")
  func allAtOnce() throws {
    let text = NetworkText.desk(
      source: "{gap: {law: exponential, mean: 0}, to: {split: {desk: 2}}}",
      node: "{servers: 0, service: {law: exponental, mean: 4}, discipline: fifi}",
      run: "{warmUp: -1, length: 100, replications: 2}"
    )
    let codes = try problems(text).map(\.code.rawValue)
    #expect(codes == ["E220", "E208", "E208", "E206", "E206", "E202", "E208"])
  }

  @Test("A law that lacks a parameter says which sets of parameters there are")
  func incompleteLaw() throws {
    let all = try whole("sd: 90 s}", "shape: 2, scale: 3}")
    #expect(all.map(\.code.rawValue) == ["E220"])
    #expect(try #require(all.first).text.contains("mean"))
    let lacking = try #require(try whole(", sd: 90 s}", "}").first)
    #expect(lacking.expected?.contains("mean, sd") == true, "\(lacking.text)")
    #expect("\(lacking.line):\(lacking.column)" == "19:16")
  }

  @Test("Inside a mixture the part that is wrong is marked")
  func mixture() throws {
    let good = "{law: mixture, parts: [{weight: 0.3, law: exponential, mean: 2 h}, "
    let node = { (part: String) in
      NetworkText.desk(node: "{servers: 1, service: \(good)\(part)]}}")
    }
    #expect(try problems(node("{weight: 0.7, law: deterministic, value: 5}")) == [])
    let bad = try #require(try problems(node("{weight: 0.7, law: exponential, mean: -5}")).first)
    #expect(bad.keyPath == "nodes.desk.service.parts[1].mean", "\(bad.text)")
    let heavy = try #require(try problems(node("{weight: 0.8, law: exponential, mean: 5}")).first)
    #expect(heavy.code == .law && heavy.expected?.contains("1") == true, "\(heavy.text)")
  }

  @Test("In a network without a unit only bare numbers are times")
  func dimensionless() throws {
    let text = NetworkText.desk(
      unit: "unit",
      run: "{warmUp: 5 min, length: 100, replications: 2, seed: 1}"
    )
    let problem = try #require(try problems(text).first)
    #expect(problem.keyPath == "run.warmUp")
    #expect(problem.help?.contains("timeUnit: min") == true)
  }

  @Test("With several classes a source says who comes")
  func unstatedClass() throws {
    let text = NetworkText.desk(more: "classes: {a: {}, b: {}}\n")
    let problem = try #require(try problems(text).first)
    #expect(problem.code == .missingKey)
    #expect(problem.keyPath == "sources.door.class")
    #expect(problem.expected?.contains("`a`, `b`") == true)
  }

  @Test("A node cannot bear a word of routing as its name")
  func routingWords() throws {
    let text = NetworkText.desk(more: "").replacing("  desk: {serv", with: "  exit: {serv")
    #expect(try problems(text).contains { $0.keyPath == "nodes.exit" && $0.code == .conflict })
  }

  @Test(
    "A table of arrivals is checked line by line",
    arguments: [
      ("time\n0\n1.5 h\n", nil), ("time,class\n0,\n1,customer\n", nil),
      ("\u{FEFF}class,time\r\n\"customer\", \"3\"\r\n\r\n", nil),
      ("when\n0\n", "1:1"), ("class\ncustomer\n", "1:1"), ("time\n0\nlate\n", "3:1"),
      ("time\n5\n4\n", "3:1"), ("time,class\n0,customer\n1, custmer\n", "3:4"),
      ("time,class\n0\n", "2:1"), ("", "1:1"), ("time,time\n0,0\n", "1:6"), ("time\n-1\n", "2:1"),
    ] as [(String, String?)]
  )
  func table(_ table: String, _ place: String?) throws {
    try folder.write(table, to: "a.csv")
    let text = NetworkText.desk(source: "{traceFile: a.csv, to: desk}")
    let all = try problems(text)
    #expect(all.first.map { "\($0.line):\($0.column)" } == place, "\(DiagnosticList(all).text)")
    if let first = all.first {
      #expect(all.count == 1)
      #expect(first.path.hasSuffix("a.csv"))
      #expect(first.keyPath == "sources.door.traceFile")
    }
  }

  @Test(
    "A table lies in the folder of the network, and is there",
    arguments: [
      ("../a.csv", "E112"), ("/tmp/a.csv", "E112"), ("none.csv", "E101"),
    ]
  )
  func tablePlace(_ reference: String, _ code: String) throws {
    let text = NetworkText.desk(source: "{traceFile: \(reference), to: desk}")
    let all = try problems(text)
    #expect(all.map(\.code.rawValue) == [code])
    #expect(all.first?.line == 6)
  }
}
