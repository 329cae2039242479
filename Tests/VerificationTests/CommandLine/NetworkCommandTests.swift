import Foundation
import Testing

/// `countyflow network`, run as a user runs it.
@Suite("Networks on the command line")
struct NetworkCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("countyflow-network-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// One desk: arrivals every 5 min, services of 4 min.
  private static let desk = """
    schema: countyflow/network/1
    id: desk
    title: One desk
    timeUnit: min
    sources:
      door: {gap: {law: exponential, mean: 5}, to: desk}
    nodes:
      desk: {servers: 1, service: {law: exponential, mean: 4}}
    run: {warmUp: 100, length: 2000, replications: 4, seed: 1}

    """

  /// Two rooms of one place whose customers only want each other's: they block within minutes.
  private static func stuck(warmUp: Int) -> String {
    """
    schema: countyflow/network/1
    id: stuck
    title: Two rooms in each other's way
    timeUnit: min
    sources:
      left: {rate: 1, to: a}
      right: {rate: 1, to: b}
    nodes:
      a: {servers: 1, service: {law: exponential, mean: 1}, room: 1, whenFull: block, next: b}
      b: {servers: 1, service: {law: exponential, mean: 1}, room: 1, whenFull: block, next: a}
    run: {warmUp: \(warmUp), length: 100000, replications: 3, seed: 1}

    """
  }

  private func write(_ text: String, as name: String = "network.yaml") throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("A table for each node comes on stdout, the cost on stderr")
  func table() throws {
    let result = try Command.run(["network", try write(Self.desk)])
    #expect(result.status == 0, "\(result.problems)")
    #expect(result.out.contains("utilisation") && result.out.contains("whole network"))
    #expect(result.out.contains("±"))
    #expect(!result.out.contains("deadlock"))
    #expect(result.problems.contains("events per second"))
  }

  @Test("From one replication there is no interval, in text and in JSON")
  func oneReplication() throws {
    let file = try write(Self.desk)
    let text = try Command.run(["network", file, "--replications", "1", "--quiet"])
    // The head explains the sign; no number bears it.
    #expect(text.out.components(separatedBy: "±").count == 2, "\(text.out)")
    let json = try Command.run(["network", file, "--replications", "1", "--quiet", "--json"])
    #expect(!json.out.contains("halfWidth") && !json.out.contains("standardError"))
    let two = try Command.run(["network", file, "--replications", "2", "--quiet", "--json"])
    #expect(two.out.contains("halfWidth") && two.out.contains("standardError"))
  }

  @Test("JSON has a schema, and mean, error and half-width agree with each other")
  func json() throws {
    let result = try Command.run(["network", try write(Self.desk), "--json", "--quiet"])
    let all = try object(result.out)
    #expect(all["schema"] as? String == "countyflow/network-readings/1")
    #expect(all["seed"] as? String == "1")
    let node = try #require((all["nodes"] as? [[String: Any]])?.first)
    let numbers = try #require(node["all"] as? [String: Any])
    let wait = try #require(numbers["meanWait"] as? [String: Any])
    let error = try #require(wait["standardError"] as? Double)
    let half = try #require(wait["halfWidth"] as? Double)
    // Student's t of 0.975 with three degrees of freedom.
    #expect(abs(half - 3.182446 * error) < 1e-5 * half)
    let shares = try #require(numbers["presentShare"] as? [String: [String: Any]])
    let sum = shares.values.compactMap { $0["mean"] as? Double }.reduce(0, +)
    #expect(abs(sum - 1) < 1e-8)
    #expect(!result.out.contains(folder.path) && !result.out.contains("threads"))
  }

  @Test("Threads change nothing, the seed does")
  func threads() throws {
    let file = try write(Self.desk)
    let one = try Command.run(["network", file, "--json", "--quiet", "--threads", "1"])
    let two = try Command.run(["network", file, "--json", "--quiet", "--threads", "2"])
    let other = try Command.run(["network", file, "--json", "--quiet", "--seed", "2"])
    #expect(one.out == two.out)
    #expect(one.out != other.out)
  }

  @Test("The folder holds readings, visits, manifest, and a network that gives them again")
  func folderOfRun() throws {
    let file = try write(Self.desk)
    let out = folder.appendingPathComponent("out")
    let options = ["--out", out.path, "--records", "--seed", "9", "--json", "--quiet"]
    let result = try Command.run(["network", file] + options)
    #expect(result.status == 0, "\(result.problems)")
    let files = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
    #expect(
      files == [
        "manifest.json", "network.resolved.json", "readings.csv", "readings.json", "visits.csv",
      ]
    )
    #expect(try read("out/readings.json") == result.out)
    let resolved = out.appendingPathComponent("network.resolved.json").path
    let again = try Command.run(["network", resolved, "--json", "--quiet"])
    #expect(again.out == result.out)
    let bytes = try Data(contentsOf: out.appendingPathComponent("visits.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let visits = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(visits.hasPrefix("replication,source,customer,class,node,visit,arrived,began,"))
    let lines = visits.components(separatedBy: "\r\n").dropLast()
    // Four replications of 2,000 min with one arrival in 5 min: 1,600, some 40 to either side.
    #expect((1400...1800).contains(lines.count - 1))
    let manifest = try object(try read("out/manifest.json"))
    #expect((manifest["contract"] as? [String: Any])?["study"] as? String == "desk")
    let replaced = try Command.run(["network", file, "--out", out.path, "--quiet"])
    #expect(replaced.status == 0, "an earlier run of the same network is replaced")
    let other = try write(Self.stuck(warmUp: 0), as: "stuck.yaml")
    let refused = try Command.run(["network", other, "--out", out.path, "--quiet"])
    #expect(refused.status == 4 && refused.problems.contains("E304"))
  }

  @Test("A deadlock is told with its nodes and its time, and is no failure")
  func deadlock() throws {
    let result = try Command.run(["network", try write(Self.stuck(warmUp: 0)), "--quiet"])
    #expect(result.status == 0, "\(result.problems)")
    #expect(result.out.contains("3 of 3 replications stopped by deadlock"))
    #expect(result.out.contains("full: a, b"))
  }

  @Test("When nothing could be measured for deadlocks, the command says so and ends with 3")
  func deadlockInWarmUp() throws {
    let file = try write(Self.stuck(warmUp: 100_000))
    let result = try Command.run(["network", file, "--quiet"])
    #expect(result.status == 3)
    #expect(result.problems.contains("before the warm-up ended"))
    #expect(result.out.contains("full: a, b"))
  }

  @Test("One replication in batches has intervals, and names the averages whose batches are alike")
  func batches() throws {
    let file = try write(Self.desk)
    let options = ["network", file, "--batches", "40", "--quiet"]
    let text = try Command.run(options)
    #expect(text.status == 0, "\(text.problems)")
    #expect(text.out.contains("cut into 40 batches of 50 min"))
    #expect(text.out.contains("±") && text.out.contains("interval by batch means"))
    // At 80 % a line forgets itself in some 360 min, and a batch has 50.
    #expect(text.out.contains("warning: batches next to each other are correlated"))
    #expect(text.out.contains("\n  desk: mean wait"), "\(text.out)")
    let chinese = try Command.run(options + ["--lang", "zh-Hans"])
    #expect(chinese.out.contains("批均值法") && chinese.out.contains("\n  desk: 平均等候"))
    let json = try Command.run(options + ["--json"])
    let all = try object(json.out)
    #expect(all["intervals"] as? String == "batches")
    #expect(all["batches"] as? Int == 40 && all["replications"] as? Int == 1)
    let node = try #require((all["nodes"] as? [[String: Any]])?.first)
    let wait = try #require((node["all"] as? [String: Any])?["meanWait"] as? [String: Any])
    #expect(wait["batchesAreCorrelated"] as? Bool == true && wait["halfWidth"] != nil)
    #expect(try Command.run(options + ["--json"]).out == json.out)
    let plain = try Command.run(["network", file, "--quiet"])
    #expect(!plain.out.contains("batch"))
  }

  @Test("The folder of a run in batches has the numbers of each batch and the visits of all")
  func folderOfBatches() throws {
    let file = try write(Self.desk)
    let out = folder.appendingPathComponent("cut").path
    let options = ["--batches", "5", "--out", out, "--records", "--quiet"]
    #expect(try Command.run(["network", file] + options).status == 0)
    let lines = try read("cut/readings.csv").components(separatedBy: "\r\n")
    #expect(lines[0].hasSuffix("network,batch,place,name,class,quantity,item,value"))
    let arrived = lines.filter { $0.contains(",node,desk,,arrived,,") }
    #expect(arrived.map { $0.split(separator: ",")[1] } == ["0", "1", "2", "3", "4"])
    let manifest = try object(try read("cut/manifest.json"))
    #expect((manifest["contract"] as? [String: Any])?["batches"] as? Int == 5)
    let whole = folder.appendingPathComponent("whole").path
    let one = ["--replications", "1", "--out", whole, "--records", "--quiet"]
    #expect(try Command.run(["network", file] + one).status == 0)
    #expect(try read("cut/visits.csv") == read("whole/visits.csv"))
  }

  @Test("Batches of several replications are a mistake that is named")
  func batchesOfSeveral() throws {
    let options = ["--batches", "20", "--replications", "2"]
    let result = try Command.run(["network", try write(Self.desk)] + options)
    #expect(result.status == 2)
    #expect(result.problems.contains("--batches cuts one replication; --replications is 2"))
    let one = ["--batches", "20", "--replications", "1", "--quiet"]
    #expect(try Command.run(["network", try write(Self.desk)] + one).status == 0)
  }

  @Test("When the replication is stuck before its first batch ended, the command ends with 3")
  func stuckInFirstBatch() throws {
    let file = try write(Self.stuck(warmUp: 0))
    let result = try Command.run(["network", file, "--batches", "10", "--quiet"])
    #expect(result.status == 3)
    #expect(result.problems.contains("before its first batch ended"))
    #expect(result.out.contains("only 0 of 10 batches ended"))
    #expect(result.out.contains("their numbers are those of whole batches"))
  }

  @Test(
    "What an option cannot take ends with 2",
    arguments: [
      ["--batches", "2"], ["--batches", "10001"], ["--replications", "0"], ["--threads", "0"],
      ["--records"], ["--seed", "-1"], ["--nonsense"],
    ]
  )
  func mistakes(_ options: [String]) throws {
    #expect(try Command.run(["network", try write(Self.desk)] + options).status == 2)
  }

  @Test("A bad network ends with 3 before anything is made, a missing one with 4")
  func badFile() throws {
    let bad = try write(Self.desk.replacing("to: desk", with: "to: deks"))
    let out = folder.appendingPathComponent("never").path
    let result = try Command.run(["network", bad, "--out", out])
    #expect(result.status == 3)
    #expect(result.problems.contains("E232") && result.problems.contains("did you mean `desk`"))
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(try Command.run(["network", "no-such.yaml"]).status == 4)
    #expect(try Command.run(["validate", bad]).status == 3)
  }
}
