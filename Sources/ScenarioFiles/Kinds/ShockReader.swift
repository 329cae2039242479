internal import CountyModel
internal import Engine

/// Lays shocks over the policies of a study.
///
/// A shock is a policy file. The calm baseline stays first; after it every policy, the baseline
/// included, meets each shock in turn, so that the first difference is what the shock does and the
/// others are what is left of it under each policy.
struct ShockReader {
  let library: Library
  private var desk: Desk { library.desk }

  init(_ library: Library) { self.library = library }

  /// A shock and where it is named; without a place when the command line names it.
  typealias Named = (shock: PolicyFile, node: NodeID?)

  /// The shocks of a list, with where each is named.
  func read(_ references: [(text: String, node: NodeID)]) -> [Named] {
    references.enumerated().compactMap { place, named in
      let document = library.open(
        named.text,
        at: named.node,
        key: "shocks[\(place)]",
        reach: .anywhere
      )
      return document.flatMap { read($0, namedAt: named.node) }
    }
  }

  /// A shock from the command line.
  func read(path: String) -> [Named] {
    let document = library.open(path: path)
    return read(document, namedAt: nil).map {
      // Where nothing is pulled there is nothing else to point at.
      [($0.shock, $0.shock.settings.isEmpty ? document.root : nil)]
    } ?? []
  }

  private func read(_ document: DocumentReader.Document, namedAt node: NodeID?) -> Named? {
    PolicyFileReader(library).read(document).map { ($0, node) }
  }

  /// The policies of a study under shocks; without a shock, the policies as they are.
  func policies(_ calm: [PolicyFile], under shocks: [Named], in period: StudyPeriod) -> [PolicyFile]
  {
    guard let baseline = calm.first, !shocks.isEmpty else { return calm }
    checkRepeated(shocks)
    for (shock, node) in shocks { check(shock, namedAt: node, in: period) }
    return [baseline]
      + shocks.flatMap { shock, node in
        calm.map { laid(shock, over: $0, namedAt: node) }
      }
  }

  private func checkRepeated(_ shocks: [Named]) {
    var known: Set<String> = []
    for (shock, node) in shocks where !known.insert(shock.id).inserted {
      report(
        .duplicateID,
        shock,
        node,
        "the shock \(Visible.quoted(shock.id)) is there twice",
        help: "name every shock once"
      )
    }
  }

  /// A shock pulls something, and some of it while the study runs.
  private func check(_ shock: PolicyFile, namedAt node: NodeID?, in period: StudyPeriod) {
    guard !shock.settings.isEmpty else {
      return report(
        .wrongCount,
        shock,
        node,
        "the shock \(Visible.quoted(shock.id)) pulls no lever",
        help: "name at least one under `levers`"
      )
    }
    let falls = shock.settings.contains { setting in
      setting.from < period.end && setting.until.map { $0 > period.start } ?? true
    }
    guard !falls else { return }
    report(
      .outOfRange,
      shock,
      node,
      "the shock \(Visible.quoted(shock.id)) falls outside the study",
      help: "the study runs from \(period.start) to \(period.end)"
    )
  }

  /// One policy under one shock; a lever that both pull cannot have two courses.
  private func laid(_ shock: PolicyFile, over policy: PolicyFile, namedAt node: NodeID?)
    -> PolicyFile
  {
    for setting in shock.settings {
      let rival = policy.settings.contains { other in
        other.lever.path == setting.lever.path && other.meets(setting)
      }
      guard rival else { continue }
      report(
        .conflict,
        shock,
        node,
        "the policy \(Visible.quoted(policy.id)) pulls `\(setting.lever.path)` already",
        help: "a shock and a policy cannot pull the same lever"
      )
    }
    let calm = policy.settings.isEmpty
    return PolicyFile(
      id: "\(policy.id)+\(shock.id)",
      zh: calm ? shock.zh : "\(policy.zh)＋\(shock.zh)",
      en: calm ? shock.en : "\(policy.en) + \(shock.en)",
      plan: policy.plan + shock.plan.filter { !policy.plan.contains($0) },
      note: policy.note.isEmpty ? shock.note : policy.note,
      settings: policy.settings + shock.settings
    )
  }

  private func report(
    _ code: DiagnosticCode,
    _ shock: PolicyFile,
    _ node: NodeID?,
    _ words: String,
    help: String
  ) {
    let place = node.map { desk[$0].span } ?? shock.settings.first?.span
    guard let place else { return }
    desk.report(code, at: place, words, key: "shocks", help: help)
  }
}
