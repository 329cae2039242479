internal import CountyModel
internal import Engine

/// Holds the policies of a study against its dates and against each other.
struct PolicyDesk {
  let library: Library
  private var desk: Desk { library.desk }

  init(_ library: Library) { self.library = library }

  /// Reports what is wrong with the policies of a study that was read from a file.
  func check(_ study: StudyFile, in source: SourceID) {
    checkNames(of: study.policies, in: source)
    checkDates(of: study.policies, in: study.period)
  }

  /// Names that differ in case only lead to one file on some disks, and to one reader's mistake on
  /// all others.
  private func checkNames(of policies: [PolicyFile], in source: SourceID) {
    // The library gives the file that is open already.
    guard let root = library.open(path: desk[source].name).root else { return }
    var keys = MappingReader(desk, root, path: "", places: .study)
    let named = keys.texts(keys.optional("policies", zh: "政策"))
    guard named.count == policies.count else { return }
    var places: [String: (id: String, start: Position)] = [:]
    for (place, policy) in policies.enumerated() {
      let span = desk[named[place].node].span
      guard let first = places[policy.id.lowercased()] else {
        places[policy.id.lowercased()] = (policy.id, span.start)
        continue
      }
      // The same name twice is told where the study is read.
      guard first.id != policy.id else { continue }
      desk.report(
        .duplicateID,
        at: span,
        "the policy \(Visible.quoted(policy.id)) and \(Visible.quoted(first.id)) at "
          + "\(first.start.lineAndColumn) differ in capitals only",
        key: "policies[\(place)]",
        help: "give one of them another `id`"
      )
    }
  }

  /// Warns of levers that begin when the study is over; of shocks, that is an error told elsewhere.
  private func checkDates(of policies: [PolicyFile], in period: StudyPeriod) {
    for setting in policies.flatMap(\.settings) where setting.from >= period.end {
      desk.report(
        .neverActs,
        at: setting.span,
        "`\(setting.lever.path)` begins on \(setting.from.description), when the study is over: it "
          + "never acts",
        key: "levers.\(setting.lever.path)",
        expected: "a day before \(period.end.description)"
      )
    }
  }
}
