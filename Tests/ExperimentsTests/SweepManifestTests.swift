import Foundation
import Testing

@testable import Experiments

@Suite("The tasks of a sweep")
struct SweepManifestTests {
  static func manifest(
    points: Int,
    policies: Int,
    rounds: [SweepManifest.Round],
    precision: SweepManifest.Precision? = nil,
    best: SweepManifest.Best? = nil,
    scenario: (_ point: Int, _ policy: Int) -> String = { "\($0)-\($1)" }
  ) -> SweepManifest {
    SweepManifest(
      id: "s",
      zh: "",
      en: "",
      note: "",
      contract: SweepManifest.Contract(
        study: "s",
        program: "1",
        model: "1",
        swift: "6",
        gsl: "2",
        libc: "2",
        cpuFeatureClass: "x",
        seed: 7,
        start: "2024-01-01",
        end: "2025-01-01",
        warmUpDays: 0,
        files: []
      ),
      study: "inputs/s.yaml",
      measures: [],
      design: SweepManifest.Design(kind: "grid", points: points, outer: nil),
      axes: [SweepManifest.Axis(path: "x", kind: .lever, zh: "", en: "", unit: "number")],
      policies: (0..<policies).map { SweepManifest.PolicyName(id: "p\($0)", zh: "", en: "") },
      points: (0..<points).map { point in
        SweepManifest.Point(
          values: [Double(point)],
          outer: nil,
          solved: nil,
          scenarios: (0..<policies).map { scenario(point, $0) }
        )
      },
      precision: precision,
      best: best,
      rounds: rounds
    )
  }

  @Test("Tasks count points, then policies, then replications")
  func numbering() throws {
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 4,
      points: [0, 1, 2]
    )
    let manifest = Self.manifest(points: 3, policies: 2, rounds: [round])
    #expect(manifest.taskCount == 3 * 2 * 4)
    for point in 0..<3 {
      for policy in 0..<2 {
        for replication in 0..<4 {
          let task = try #require(manifest.task(point * 2 * 4 + policy * 4 + replication))
          #expect(task.address.point == point)
          #expect(task.address.policy == policy)
          #expect(task.address.replication == replication)
          #expect(task.address.values == [Shard.Value(path: "x", value: Double(point))])
        }
      }
    }
    #expect(manifest.task(24) == nil)
    #expect(manifest.task(-1) == nil)
    #expect(Set(manifest.tasks.map(\.key)).count == 24)
  }

  @Test("A further round appends tasks and renumbers none")
  func rounds() throws {
    let first = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 2,
      points: [0, 1, 2]
    )
    let manifest = Self.manifest(points: 3, policies: 1, rounds: [first])
    let second = SweepManifest.Round(
      firstTask: 6,
      firstReplication: 2,
      replications: 3,
      points: [1]
    )
    let longer = manifest.appending(second)
    #expect(longer.taskCount == 9)
    #expect(Array(longer.tasks.prefix(6)) == manifest.tasks)
    let task = try #require(longer.task(7))
    #expect(task.address.point == 1)
    #expect(task.address.replication == 3)
  }

  @Test("A round may run some policies of its points only")
  func somePolicies() throws {
    let first = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 2,
      points: [0, 1]
    )
    let second = SweepManifest.Round(
      firstTask: 12,
      firstReplication: 2,
      replications: 3,
      points: [1],
      policies: [0, 2]
    )
    let manifest = Self.manifest(points: 2, policies: 3, rounds: [first]).appending(second)
    #expect(manifest.taskCount == 2 * 3 * 2 + 1 * 2 * 3)
    let address = try #require(manifest.task(12 + 3 + 1)).address
    #expect(address.point == 1 && address.policy == 2 && address.replication == 3)
    #expect(manifest.task(18) == nil)
    #expect(manifest.replications(ofPoint: 1) == 5)
    #expect(manifest.replications(ofPoint: 1, policy: 1) == 2)
    #expect(manifest.replications(ofPoint: 1, policy: 2) == 5)
    #expect(manifest.replications(ofPoint: 0, policy: 2) == 2)
    let text = try CanonicalJSON.text(of: manifest)
    #expect(try CanonicalJSON.decode(SweepManifest.self, from: Data(text.utf8)) == manifest)
    #expect(manifest.candidates.count == 2 * 3, "every scenario of these is another")
  }

  @Test("A key changes with the scenario, the replication, the seed and every version")
  func keys() throws {
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 1,
      points: [0]
    )
    let contract = Self.manifest(points: 1, policies: 1, rounds: [round]).contract
    let key = contract.key(of: "a", replication: 0, .quarters)
    #expect(key.count == 64)
    #expect(contract.key(of: "a", replication: 0, .quarters) == key)
    #expect(contract.key(of: "b", replication: 0, .quarters) != key)
    #expect(contract.key(of: "a", replication: 0, .months) != key)
    #expect(contract.key(of: "a", replication: 1, .quarters) != key)
    // Written out, so that another program can make keys: see `SweepManifest.Contract.key`.
    let lines = "countyflow/shard-key/2\na\n1\n2\n2\nx\n7\n0\nquarters\n"
    #expect(key == SHA256.hexadecimal(Array(lines.utf8)))
  }

  @Test("A manifest reads back as it was written")
  func roundTrip() throws {
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 2,
      points: [0, 1]
    )
    let manifest = Self.manifest(points: 2, policies: 2, rounds: [round])
    let text = try CanonicalJSON.text(of: manifest)
    #expect(try CanonicalJSON.decode(SweepManifest.self, from: Data(text.utf8)) == manifest)
    #expect(manifest.difference(from: manifest) == nil)
    let other = Self.manifest(points: 3, policies: 2, rounds: [round])
    #expect(manifest.difference(from: other) != nil)
  }

  @Test("A choice of the best has a schema of its own, and other schemas are refused")
  func schema() throws {
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 2,
      points: [0, 1]
    )
    let best = SweepManifest.Best(
      measure: "m",
      indifference: 1,
      confidence: 0.95,
      from: 2,
      to: 4
    )
    let plain = Self.manifest(points: 2, policies: 1, rounds: [round])
    let choosing = Self.manifest(points: 2, policies: 1, rounds: [round], best: best)
    #expect(plain.schema == "countyflow/sweep-manifest/1")
    #expect(choosing.schema == "countyflow/sweep-manifest/2")
    let folder = SweepFolder(at: NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    for manifest in [plain, choosing] {
      try folder.begin(manifest, inputs: [])
      #expect(try folder.readManifest() == manifest)
    }
    let text = try CanonicalJSON.text(of: choosing)
    let later = text.replacing("sweep-manifest/2", with: "sweep-manifest/3")
    try folder.write(later, as: SweepFolder.manifest)
    let file = folder.path(of: SweepFolder.manifest)
    let problem = FolderProblem.notARun(
      path: file,
      reason: "its schema is countyflow/sweep-manifest/3"
    )
    #expect(throws: problem) { try folder.readManifest() }
  }

  @Test(
    "A manifest whose lists do not fit each other is refused",
    arguments: [
      (#""replications":2"#, #""replications":0"#),
      (#""replications":2"#, #""replications":9223372036854775807"#),
      (#""firstReplication":0"#, #""firstReplication":-1"#),
      (#""firstTask":0"#, #""firstTask":1"#), (#""points":[0,1]"#, #""points":[0,2]"#),
      (#""points":[0,1]"#, #""points":[]"#),
      (#""kind":"grid","points":2"#, #""kind":"grid","points":3"#),
      (#""axes":["#, #""axes":[],"more":["#), (#""policies":["#, #""policies":[],"more":["#),
      (#""points":[{"#, #""points":[],"more":[{"#), (#""rounds":["#, #""rounds":[],"more":["#),
      (#""confidence":0.95"#, #""confidence":1"#), (#""indifference":1"#, #""indifference":0"#),
      (#""from":2"#, #""from":1"#), (#""to":4"#, #""to":1"#),
    ]
  )
  func unfit(_ part: String, _ edited: String) throws {
    let folder = SweepFolder(at: NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let round = SweepManifest.Round(
      firstTask: 0,
      firstReplication: 0,
      replications: 2,
      points: [0, 1]
    )
    let best = SweepManifest.Best(
      measure: "m",
      indifference: 1,
      confidence: 0.95,
      from: 2,
      to: 4
    )
    let whole = Self.manifest(points: 2, policies: 1, rounds: [round], best: best)
    try folder.begin(whole, inputs: [])
    let file = folder.path(of: SweepFolder.manifest)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(part), "\(text)")
    try folder.write(text.replacing(part, with: edited), as: SweepFolder.manifest)
    #expect(throws: FolderProblem.notARun(path: file, reason: "its parts do not fit each other")) {
      try folder.readManifest()
    }
  }

  @Test(
    "Numbers of tasks are written as ranges and read back",
    arguments: [
      ("0", [0]), ("0-3", [0, 1, 2, 3]), ("0-1,5,7-9", [0, 1, 5, 7, 8, 9]), ("4,6", [4, 6]),
    ]
  )
  func numbers(_ text: String, _ numbers: [Int]) {
    #expect(TaskNumbers.read(text) == numbers)
    #expect(TaskNumbers.text(of: numbers) == text)
  }

  @Test("What is no list of tasks is refused", arguments: ["", "a", "3-1", "1,,2", "-1", "1-2-3"])
  func refused(_ text: String) {
    #expect(TaskNumbers.read(text) == nil)
  }
}

@Suite("Replications until it is precise")
struct SweepPrecisionTests {
  private let rule = SweepManifest.Precision(measure: "m", relative: 0.1, from: 4, to: 40)

  @Test("A precision that holds must hold for five more, as in a study")
  func lookAhead() {
    // t(3, 0.975) = 3.182; s² = 4/3 · 0.0001, half width 3.182 · 0.0115 / 2 = 0.018 < 0.1 / 1.1.
    let calm = (0..<20).map { 1 + ($0 % 2 == 0 ? -0.01 : 0.01) }
    #expect(rule.missing(after: Array(calm.prefix(4)), of: 4) == 5, "since 4, so until 4 + 5")
    #expect(rule.missing(after: Array(calm.prefix(6)), of: 6) == 3)
    #expect(rule.missing(after: Array(calm.prefix(9)), of: 9) == 0)
    let study = SequentialReplications(
      rule: RelativePrecision(relative: 0.1),
      first: 4,
      most: 40
    )
    #expect(study.decision(after: Array(calm.prefix(9))) == .enough(since: 4))
  }

  @Test("The sweep never stops where a study would go on")
  func neverEarlier() {
    let study = SequentialReplications(
      rule: RelativePrecision(relative: 0.1),
      first: 4,
      most: 40
    )
    // Made-up values that calm down slowly.
    let values: [Double] = (0..<40).map { place in
      let swing = place * 7 % 5 == 0 ? 0.9 : -0.1
      return 1 + swing / Double(1 + place / 4)
    }
    for count in 4...40 {
      let known = Array(values.prefix(count))
      let isDone = rule.missing(after: known, of: count) == 0
      switch study.decision(after: known) {
      case .enough, .gaveUp: #expect(isDone, "\(count)")
      case .runUntil: #expect(!isDone, "\(count)")
      }
    }
  }

  @Test("A spread that is too wide asks for what it needs, at most as many again")
  func more() {
    // s² = 4/3 · 0.09 = 0.12, half width 3.182 · √(0.12/4) = 0.551, six times too wide.
    #expect(rule.missing(after: [0.7, 1.3, 0.7, 1.3], of: 4) == 4)
    #expect(rule.missing(after: (0..<40).map { Double($0 % 2) }, of: 40) == 0, "never beyond `to`")
    #expect(rule.missing(after: (0..<30).map { Double($0 % 2) }, of: 30) == 10)
    #expect(rule.missing(after: [], of: 4) == 4, "nothing measured yet")
  }
}

@Suite("What is not known against chance")
struct UncertaintyTests {
  @Test("The variance between outer points is what is left after chance")
  func components() throws {
    // Means 1, 3, 5 vary by 4; within, each pair differs by 1: variance 0.5 each.
    let row = try #require(
      UncertaintyRow(
        [[0.5, 1.5], [2.5, 3.5], [4.5, 5.5]],
        point: 0,
        policy: "p",
        measure: "m",
        year: 2024
      )
    )
    #expect(row.mean == 3)
    #expect(row.varianceWithin == 0.5)
    #expect(row.varianceBetween == 4 - 0.5 / 2)
    #expect(row.outerPoints == 3)
    #expect(row.replications == 2)
  }

  @Test("Chance alone leaves no variance between")
  func chance() throws {
    let row = try #require(
      UncertaintyRow([[0, 2], [0, 2]], point: 0, policy: "p", measure: "m", year: 2024)
    )
    #expect(row.varianceBetween == 0)
    #expect(
      UncertaintyRow([[1], [2]], point: 0, policy: "p", measure: "m", year: 2024) == nil
    )
  }
}
