import Foundation
import Testing

@testable import Experiments

@Suite("Shards")
struct ShardTests {
  private static let address = Shard.Address(
    task: 17,
    point: 2,
    policy: 1,
    policyName: "varied \"a\"\n部",
    replication: 3,
    seed: UInt64.max,
    values: [Shard.Value(path: "beds.pooling", value: 0.1), Shard.Value(path: "x", value: 2)]
  )

  private static func numbers(_ value: Double = 0.634) -> Shard.Numbers {
    Shard.Numbers(
      events: 12_345,
      fingerprint: "00ab54a98ceb1f0a",
      readings: [
        Shard.Reading(
          measure: "visits.grassrootsShare",
          place: "Tiny",
          period: "2024",
          numerator: 634,
          denominator: 1000,
          value: value
        ),
        Shard.Reading(
          measure: "wait.countyMorning",
          period: "2024Q1",
          numerator: nil,
          denominator: 5,
          value: 1e-7
        ),
      ],
      ledger: [
        Shard.LedgerRow(
          year: 2024,
          from: "villageClinic",
          to: "countyGeneral",
          reason: "skill",
          requested: 5,
          appropriate: 4,
          accepted: 3,
          arrived: 2,
          onward: 1
        )
      ],
      brokenIdentities: [
        IdentityTable(id: "patients", zh: "病人,\"key\":\"", en: "a\\b", left: 1, right: -2)
      ]
    )
  }

  private static func sample(_ value: Double = 0.634) throws -> Shard {
    try Shard(numbers(value), key: String(repeating: "a1", count: 32), at: address)
  }

  @Test("A shard reads back as it was written, and writes the same bytes again")
  func roundTrip() throws {
    let shard = try Self.sample()
    let read = try Shard(from: Data(shard.text.utf8))
    #expect(read == shard)
    #expect(read.text == shard.text)
    #expect(Shard.key(in: Data(shard.text.utf8)) == shard.key)
  }

  @Test("Its text is canonical JSON: what Foundation writes with sorted keys")
  func canonical() throws {
    let shard = try Self.sample()
    let any = try JSONSerialization.jsonObject(with: Data(shard.text.utf8))
    let theirs = try JSONSerialization.data(
      withJSONObject: any,
      options: [.sortedKeys, .withoutEscapingSlashes]
    )
    let ours = try JSONSerialization.jsonObject(with: theirs) as? NSDictionary
    #expect(ours == (any as? NSDictionary))
    // The seal is the first key, so that it can be cut off.
    #expect(shard.text.hasPrefix("{\"body\":\"\(shard.body)\",\"brokenIdentities\":"))
  }

  @Test("A measure without a reading in some period has a hole there, and its readings come back")
  func holes() throws {
    let readings = [("2024", 1.0), ("2024Q2", 2)].map { period, value in
      Shard.Reading(
        measure: "a",
        period: period,
        numerator: 1,
        denominator: nil,
        value: value
      )
    }
    let other = Shard.Reading(
      measure: "b",
      tier: "county",
      period: "2024Q1",
      numerator: nil,
      denominator: 7,
      value: 3
    )
    let numbers = Shard.Numbers(
      events: 1,
      fingerprint: "00",
      readings: readings + [other],
      ledger: [],
      brokenIdentities: []
    )
    let shard = try Shard(numbers, key: String(repeating: "a1", count: 32), at: Self.address)
    let block = """
      "readings":{"periods":["2024","2024Q1","2024Q2"],"series":[\
      {"measure":"a","numerator":"1 - 1","value":"1 - 2"},\
      {"denominator":"- 7 -","measure":"b","tier":"county","value":"- 3 -"}]}
      """
    #expect(shard.text.contains(block))
    #expect(try Shard(from: Data(shard.text.utf8)).readings == readings + [other])
  }

  @Test("Under a seal that fits, lists of another length and other schemas are refused")
  func otherContent() throws {
    let text = try Self.sample().text
    let problems: [(String, String, ShardProblem)] = [
      ("\"numerator\":\"634 -\"", "\"numerator\":\"634\"", .unreadable),
      ("\"numerator\":\"634 -\"", "\"numerator\":\"634 x\"", .unreadable),
      ("\"value\":\"0.634 -\"", "\"value\":\"nan -\"", .unreadable),
      ("skill 5 4 3 2 1", "skill 5 4 3 2", .unreadable),
      ("skill 5 4 3 2 1", "skill 5 4 3 2 one", .unreadable),
      ("countyflow/shard/3", "countyflow/shard/2", .otherSchema("countyflow/shard/2")),
    ]
    for (old, new, problem) in problems {
      #expect(text.contains(old))
      let rest = "{" + text.dropFirst(75).dropLast().replacing(old, with: new)
      let seal = SHA256.hexadecimal(Array(rest.utf8))
      let changed = "{\"body\":\"\(seal)\"," + rest.dropFirst() + "\n"
      #expect(throws: problem) { try Shard(from: Data(changed.utf8)) }
    }
  }

  @Test("Any flipped byte, and any cut, is noticed")
  func damage() throws {
    let whole = Data(try Self.sample().text.utf8)
    for place in whole.indices {
      var flipped = whole
      flipped[place] ^= 0x01
      #expect(throws: ShardProblem.self, "byte \(place)") { try Shard(from: flipped) }
      #expect(throws: ShardProblem.self, "cut at \(place)") { try Shard(from: whole[..<place]) }
    }
    #expect(throws: ShardProblem.self) { try Shard(from: whole + whole) }
  }

  @Test("A reading that is no number is refused", arguments: [Double.nan, .infinity])
  func notFinite(_ value: Double) {
    #expect(throws: ShardProblem.notFinite(measure: "visits.grassrootsShare", period: "2024")) {
      try Self.sample(value)
    }
  }

  /// Delivers nothing, has something put in the place of a shard and holds the folder against it.
  private func inPlaceOfShard(
    _ problem: ShardProblem,
    _ put: (String) throws -> Void,
    then check: (SweepFolder, SweepTask) throws -> Void
  ) throws {
    let folder = SweepFolder(at: NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try folder.makeShards()
    let shard = try Self.sample()
    let task = SweepTask(address: shard.address, key: shard.key)
    try put(folder.path(of: task))
    #expect(throws: problem) { try folder.shard(of: task) }
    let state = folder.state(of: [task])
    #expect(state.missing == [17] && state.done.isEmpty && state.misplaced.isEmpty)
    #expect(state.damaged.map(\.reason) == [problem.reason])
    let obstacle = folder.obstacle(to: task)
    #expect(obstacle == (problem == .closed ? nil : problem))
    #expect(state.replaceable == (obstacle == nil ? state.damaged : []), "what is in the way stays")
    #expect(folder.hasFiles(of: [task]), "it is there, whatever it is")
    try check(folder, task)
  }

  @Test("A folder in the place of a shard is told as damage, and no shard can be put there")
  func folderInItsPlace() throws {
    try inPlaceOfShard(.folder) {
      try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false)
    } then: { folder, task in
      #expect(throws: FolderProblem.self) { try folder.deliver(try Self.sample(), of: task) }
      let held = try FileManager.default.contentsOfDirectory(
        atPath: folder.path(of: SweepFolder.shards)
      )
      #expect(held == [task.fileName], "no temporary file is left")
    }
  }

  @Test("A folder is in the way of a shard behind a link, too, and when it cannot be entered")
  func hiddenFolders() throws {
    let place = NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    try inPlaceOfShard(.folder) {
      try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: place)
    } then: { _, _ in
    }
    try inPlaceOfShard(.folder) {
      try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false)
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: $0)
    } then: { folder, task in
      // So that it can be taken away again.
      let path = folder.path(of: task)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }
  }

  @Test("A link that leads nowhere is no missing shard but damage")
  func danglingLink() throws {
    try inPlaceOfShard(.deadLink) {
      try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: $0)
    } then: { _, _ in
    }
  }

  @Test("A shard that nobody may read is damage, and is made again", .enabled(if: getuid() != 0))
  func noPermission() throws {
    try inPlaceOfShard(.closed) { path in
      try Data(try Self.sample().text.utf8).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    } then: { folder, task in
      let shard = try Self.sample()
      try folder.deliver(shard, of: task)
      #expect(try folder.shard(of: task) == shard)
    }
  }

  @Test("Moved to another task, a shard keeps its numbers and its key")
  func moved() throws {
    let shard = try Self.sample()
    let address = Shard.Address(
      task: 3,
      point: 0,
      policy: 0,
      policyName: "baseline",
      replication: 3,
      seed: 1,
      values: []
    )
    let moved = shard.moved(to: address)
    #expect(moved.numbers == shard.numbers)
    #expect(moved.key == shard.key)
    #expect(try Shard(from: Data(moved.text.utf8)).address == address)
    #expect(moved.moved(to: shard.address) == shard)
  }

  @Test("Delivered twice it stays; delivered with other numbers it is refused, not overwritten")
  func twice() throws {
    let folder = SweepFolder(at: NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try FileManager.default.createDirectory(
      atPath: folder.path(of: SweepFolder.shards),
      withIntermediateDirectories: true
    )
    let shard = try Self.sample()
    let task = SweepTask(address: shard.address, key: shard.key)
    try folder.deliver(shard, of: task)
    let written = try Data(contentsOf: URL(fileURLWithPath: folder.path(of: task)))
    try folder.deliver(shard, of: task)
    #expect(throws: DeliveryProblem.notReproducible(file: shard.fileName)) {
      try folder.deliver(try Self.sample(0.635), of: task)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path(of: task))) == written)
    // A damaged one is no result: the next delivery takes its place.
    try Data(written.dropLast(9)).write(to: URL(fileURLWithPath: folder.path(of: task)))
    #expect(folder.state(of: [task]).missing == [17])
    try folder.deliver(shard, of: task)
    let state = folder.state(of: [task])
    #expect(state.done == [17])
    #expect(state.missing.isEmpty)
    #expect(state.damaged.isEmpty)
    let held = try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "shards"))
    #expect(held == [shard.fileName], "no temporary file stays behind")
  }

  @Test("A sound shard of another point than the manifest says is missing, and both say why")
  func otherPoint() throws {
    let folder = SweepFolder(at: NSTemporaryDirectory() + "countyflow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try folder.makeShards()
    let shard = try Self.sample()
    try folder.deliver(shard, of: SweepTask(address: shard.address, key: shard.key))
    let problems: [(values: [Shard.Value], difference: Shard.Address.Difference, words: String)] = [
      (
        [Shard.Value(path: "beds.pooling", value: 0.2), Shard.Value(path: "x", value: 2)],
        .value(path: "beds.pooling", shard: 0.1, manifest: 0.2),
        "it has beds.pooling at 0.1, and sweep.json 0.2"
      ),
      (
        [Shard.Value(path: "beds.pooling", value: 0.1), Shard.Value(path: "y", value: 2)],
        .paths(shard: ["beds.pooling", "x"], manifest: ["beds.pooling", "y"]),
        "it varies beds.pooling, x, and sweep.json beds.pooling, y"
      ),
    ]
    for (values, difference, words) in problems {
      let address = Shard.Address(
        task: 17,
        point: 2,
        policy: 1,
        policyName: shard.policyName,
        replication: 3,
        seed: UInt64.max,
        values: values
      )
      let task = SweepTask(address: address, key: shard.key)
      #expect(throws: ShardProblem.otherPlace(difference)) { try folder.shard(of: task) }
      let state = folder.state(of: [task])
      #expect(state.missing == [17] && state.misplaced == [17] && state.done.isEmpty)
      #expect(state.damaged.map(\.reason) == [words])
    }
  }
}
