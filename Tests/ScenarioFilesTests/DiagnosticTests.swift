import Foundation
import ScenarioFiles
import Testing

@Suite("Reports of problems")
struct DiagnosticTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.writeGoodFiles()
  }

  @Test("A problem says where, what, and what would be right")
  func wording() throws {
    let path = try folder.write(
      """
      schema: countyflow/policy/1
      id: p
      name: {zh: 名称, en: Name}
      from: 2025-01-01
      levers: {beds.careShare: 40%, beds.countyBeds: 9}
      """,
      to: "p.yaml"
    )
    let expected = """
      \(path):5:48: error[E208]: `9` is out of range
        | levers: {beds.careShare: 40%, beds.countyBeds: 9}
        |                                                ^
        key: levers.beds.countyBeds
        expected: 0 to 3
        help: County beds, multiplier

      """
    #expect(FileValidator.validate([path]).text == expected)
    let chinese = """
      \(path):5:48: 错误[E208] 超出允许的范围：`9` is out of range
        | levers: {beds.careShare: 40%, beds.countyBeds: 9}
        |                                                ^
        键：levers.beds.countyBeds
        应为：0 to 3
        提示：County beds, multiplier

      """
    #expect(FileValidator.validate([path]).textInChinese == chinese)
  }

  @Test("Every kind of problem has words of its own in Chinese", arguments: DiagnosticCode.allCases)
  func chinese(_ code: DiagnosticCode) {
    let isHan = { (scalar: Unicode.Scalar) in ("\u{4E00}"..."\u{9FFF}").contains(scalar) }
    #expect(code.zh.unicodeScalars.contains(where: isHan))
    #expect(DiagnosticCode.allCases.count { $0.zh == code.zh } == 1)
  }

  @Test("Carets stand below Chinese characters, which take two columns")
  func wideCharacters() throws {
    let path = try folder.write(
      "schema: countyflow/policy/1\nid: p\nname: {zh: 名称, en: Name, 床位: 5}\n",
      to: "p.yaml"
    )
    let excerpt = try #require(FileValidator.validate([path]).all.first?.excerpt)
    #expect(excerpt.carets == String(repeating: " ", count: 27) + "^^^^")
  }

  @Test("Fifty problems are spelt out and the others counted; JSON has them all")
  func manyProblems() throws {
    let keys = (10..<70).map { "zzzz-unknown-\($0): 1\n" }.joined()
    let head = "schema: countyflow/policy/1\nid: p\nname: {zh: 名, en: Name}\n"
    let report = FileValidator.validate([try folder.write(head + keys, to: "p.yaml")])
    #expect(report.all.count == 60)
    #expect(report.text.components(separatedBy: "error[E201]").count == 51)
    #expect(report.text.hasSuffix("\n10 more\n"))
    #expect(report.json.components(separatedBy: "\"E201\"").count == 61)
    #expect(report.json.contains("\"schema\" : \"countyflow/validate/1\""))
  }

  @Test("One cause is reported once")
  func noCascades() throws {
    let county = CountySkeleton.text(overriding: CountySkeleton.layable)
    let misspelt = try folder.write(
      county.replacing("\nemergency:", with: "\nemergancy:"),
      to: "misspelt.yaml"
    )
    #expect(FileValidator.validate([misspelt]).all.map(\.code) == [.unknownKey])
    let start = try #require(county.range(of: "solved:"))
    let unread = try folder.write(
      String(county[..<start.lowerBound]) + "include: {solved: nowhere.yaml}\n",
      to: "unread.yaml"
    )
    #expect(FileValidator.validate([unread]).all.map(\.code) == [.missingFile])
  }

  @Test("Warnings fail a strict check only")
  func strictness() throws {
    try folder.writePackage()
    let report = FileValidator.validate([try folder.study(["replications": "1"])])
    #expect(report.isClean)
    #expect(report.exitCode() == 0)
    #expect(report.exitCode(.strict) == 3)
  }

  @Test("A large mapping is told in time that grows with its size")
  func largeMapping() throws {
    let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: ", ")
    let head = "schema: countyflow/policy/1\nid: p\nname: {zh: 名, en: Name}\n"
    let path = try folder.write(head + "levers: {\(keys)}\n", to: "p.yaml")
    let clock = ContinuousClock()
    let time = clock.measure { _ = FileValidator.validate([path]) }
    // A debug build takes about two seconds; quadratic time took minutes.
    #expect(time < .seconds(30))
  }
}
