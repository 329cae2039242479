public import Geography

/// The tables of a county that were written, as plain text.
public enum SynthText {
  /// The files and their rows.
  public static func render(
    _ tables: CountyTableFiles,
    of map: CountyMap,
    named names: (zh: String, en: String),
    _ language: Language
  ) -> String {
    var table = TextTable([
      (Messages.shared.text("synth.file", language), .left),
      (Messages.shared.text("synth.rows", language), .right),
    ])
    for file in tables.files where file.rows > 0 { table.add([file.name, String(file.rows)]) }
    let residents = map.settlements.reduce(0) { $0 + $1.residents }
    let head = Messages.shared.text(
      "synth.head",
      language,
      [
        PlainText.shown(language.pick(zh: names.zh, en: names.en)),
        Rounding.fixed(Double(residents), decimals: 0), String(map.settlements.count),
      ]
    )
    return head + "\n" + table.text + Messages.shared.text("synth.next", language) + "\n"
  }
}

/// The tables of a county that were written, for programs.
public struct SynthSummary: Encodable, Sendable {
  private let schema = "countyflow/synth/1"
  private let folder: String
  private let inputHash: String
  private let settlements: Int
  private let residents: Int
  private let files: [File]

  private struct File: Encodable {
    let name: String
    let rows: Int
  }

  /// What was written where, from inputs of a hash.
  public init(_ tables: CountyTableFiles, of map: CountyMap, in folder: String, inputHash: String) {
    self.folder = folder
    self.inputHash = inputHash
    settlements = map.settlements.count
    residents = map.settlements.reduce(0) { $0 + $1.residents }
    files = tables.files.map { File(name: $0.name, rows: $0.rows) }
  }
}
