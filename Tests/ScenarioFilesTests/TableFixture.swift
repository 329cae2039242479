import Foundation

/// A folder of tables, some of them bad, made the tables of an otherwise good county.
enum TableFixture {
  /// Copies the tables into the scratch folder and names them in its county; returns its path.
  ///
  /// `tables.yaml` holds the lines of the section `tables`; without it every table is named by the
  /// name of its file.
  static func install(_ fixture: URL, in folder: ScratchFolder) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture.path).sorted()
    var lines = files.map { "\($0.prefix { $0 != "." }): \($0)" }
    for file in files {
      let place = fixture.appendingPathComponent(file)
      if file == "tables.yaml" {
        lines = try String(contentsOf: place, encoding: .utf8).split(separator: "\n").map(
          String.init
        )
      } else {
        try FileManager.default.copyItem(at: place, to: folder.url.appendingPathComponent(file))
      }
    }
    return try install(lines, in: folder)
  }

  /// Names tables in the county of the scratch folder; returns its path.
  static func install(_ lines: [String], in folder: ScratchFolder) throws -> String {
    let county = try String(contentsOfFile: folder.path("county.yaml"), encoding: .utf8)
    let section = "tables:\n" + lines.map { "  \($0)\n" }.joined()
    return try folder.write(county + section, to: "county.yaml")
  }

  /// Settlements with one more row of a text, or many.
  static func settlements(_ rows: some Sequence<String>) -> String {
    "id,name,town,setting,east,north,residents\n" + rows.joined(separator: "\n") + "\n"
  }
}
