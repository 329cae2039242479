import Foundation

/// Fixtures that no text editor can hold: broken bytes, odd files, large files.
enum GeneratedFixtures {
  private static let head = "schema: countyflow/policy/1\nid: p\n"

  /// Writes a fixture into a folder under a name, if it takes one; returns its path.
  typealias Maker = @Sendable (ScratchFolder, String) throws -> String

  /// How each is made, by name.
  static let makers: [String: Maker] = byHand.merging(CountyFixtures.makers) { $1 }

  private static let byHand: [String: Maker] = [
    "001-missing": { folder, _ in
      try folder.write(head, to: "missing2.yaml")
      return folder.path("missing.yaml")
    },
    "002-folder": { folder, _ in folder.url.path },
    "003-unreadable": { folder, name in try folder.link(name, to: "/proc/self/mem") },
    "004-device": { _, _ in "/dev/zero" },
    "004-pipe": { folder, name in try folder.pipe(name) },
    "005-empty": { folder, name in try folder.write("", to: name) },
    "010-byte-order-mark": { folder, name in
      try folder.write([0xEF, 0xBB, 0xBF] + bytes(good), to: name)
    },
    "012-gbk": { folder, name in
      try folder.write(bytes("# note\nname: ") + [0xC4, 0xEA, 0xB4, 0xB2, 0x0A], to: name)
    },
    "013-lone-byte": { folder, name in
      try folder.write(bytes(head + "# x") + [0xFF, 0x0A], to: name)
    },
    "014-overlong": { folder, name in
      try folder.write(bytes(head + "note: ") + [0xC0, 0x80, 0x0A], to: name)
    },
    "014-surrogate": { folder, name in
      try folder.write(bytes(head + "note: ") + [0xED, 0xA0, 0x80, 0x0A], to: name)
    },
    "014-beyond-unicode": { folder, name in
      try folder.write(bytes(head + "note: ") + [0xF4, 0x90, 0x80, 0x80, 0x0A], to: name)
    },
    "016-control": { folder, name in
      try folder.write(head + "note: a\u{1}b\u{8}c\u{7F}d\u{85}e\n", to: name)
    },
    "017-bidi-in-id": { folder, name in
      try folder.write(good.replacing("id: p", with: "id: p\u{202E}q"), to: name)
    },
    "017-zero-width-in-id": { folder, name in
      try folder.write(good.replacing("id: p", with: "id: p\u{200B}q"), to: name)
    },
    "018-windows-line-ends": { folder, name in
      try folder.write(good.replacing("\n", with: "\r\n") + "zzz: 1\r\n", to: name)
    },
    "020-large": { folder, name in
      try folder.write(
        Array(repeating: UInt8(ascii: "#"), count: 9 * 1024 * 1024),
        to: name
      )
    },
    "021-long-line": { folder, name in
      try folder.write(
        bytes(head + "note: [") + Array(repeating: UInt8(ascii: "x"), count: 50_000_000),
        to: name
      )
    },
    "021-line-to-cut": { folder, name in
      try folder.write(head + "note: [" + String(repeating: "x", count: 200_000), to: name)
    },
    "022-link": { folder, name in try folder.link(name, to: "/etc/passwd") },
    "046-deep-brackets": { folder, name in
      try folder.write("a: " + String(repeating: "[", count: 100_000), to: name)
    },
    "046-deep-dashes": { folder, name in
      try folder.write(String(repeating: "- ", count: 100_000) + "x\n", to: name)
    },
    "046-deep-maps": { folder, name in
      let lines = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }
      return try folder.write(lines.joined(), to: name)
    },
    "226-many-rows": { folder, _ in
      let rows = (0..<5001).map { "V\($0),村,T01,rural,12,8,9" }
      try folder.write(TableFixture.settlements(rows), to: "settlements.csv")
      return try TableFixture.install(["settlements: settlements.csv"], in: folder)
    },
    "226-large-table": { folder, _ in
      try folder.write(
        Array(repeating: UInt8(ascii: "x"), count: 65 * 1024 * 1024),
        to: "settlements.csv"
      )
      return try TableFixture.install(["settlements: settlements.csv"], in: folder)
    },
    "232-commas": { folder, _ in
      let commas = String(repeating: ",", count: 1_000_000)
      try folder.write(TableFixture.settlements(["V1,村,T01" + commas]), to: "settlements.csv")
      return try TableFixture.install(["settlements: settlements.csv"], in: folder)
    },
    "232-commas-in-head": { folder, _ in
      try folder.write("id" + String(repeating: ",", count: 1_000_000), to: "settlements.csv")
      return try TableFixture.install(["settlements: settlements.csv"], in: folder)
    },
    "113-many": { folder, name in
      let keys = (10..<70).map { "zzzz-unknown-\($0): 1\n" }
      return try folder.write(good + keys.joined(), to: name)
    },
    "400-community-unknown-member": { folder, name in
      try folder.write(county(["communities.members": "[THC-T99]"]), to: name)
    },
    "400-community-unknown-lead": { folder, name in
      try folder.write(county(["communities.lead": "GEN-9"]), to: name)
    },
    "400-community-member-twice": { folder, name in
      try folder.write(county(["communities.members": "[all, GEN-1]"]), to: name)
    },
    "400-community-lead-no-hospital": { folder, name in
      try folder.write(county(["communities.lead": "THC-T01"]), to: name)
    },
    "400-community-empty": { folder, name in
      try folder.write(county(["communities.members": "[]"]), to: name)
    },
  ]

  /// A county that could be laid out, with some of its values exchanged.
  private static func county(_ values: [String: String]) -> String {
    CountySkeleton.text(overriding: CountySkeleton.layable.merging(values) { $1 })
  }

  private static let good = head + "name: {zh: 名称, en: Name}\n"

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

extension ScratchFolder {
  /// Makes a symbolic link; returns its path.
  fileprivate func link(_ name: String, to target: String) throws -> String {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    return path(name)
  }

  /// Makes a named pipe; returns its path.
  fileprivate func pipe(_ name: String) throws -> String {
    let maker = Process()
    maker.executableURL = URL(fileURLWithPath: "/usr/bin/mkfifo")
    maker.arguments = [path(name)]
    try maker.run()
    maker.waitUntilExit()
    return path(name)
  }
}
