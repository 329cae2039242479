internal import CountyModel
internal import Experiments

/// Reads `policies` under `vary`: each is in force at some points and not at others.
struct PolicySwitches {
  let library: Library
  private var desk: Desk { library.desk }

  init(_ library: Library) { self.library = library }

  /// Most policies of a factorial design: 2^12 subsets.
  private static let most = 12

  /// One axis of two values for each policy; nothing in place of one that could not be read.
  func read(
    _ entry: Entry,
    in keys: MappingReader,
    for kind: SweepDesign.Kind
  ) -> [SweepFile.ReadAxis?] {
    guard kind == .factorial else {
      desk.report(
        .conflict,
        at: entry.keySpan,
        "policies are switched on and off in a `factorial` design only",
        key: keys.path(of: entry.key),
        help: "write `design: factorial`, or name the policies in the study"
      )
      return [nil]
    }
    let references = keys.texts(entry)
    guard (1...Self.most).contains(references.count) else {
      desk.report(
        .wrongCount,
        at: desk[entry.value].span,
        "\(references.count) policies",
        key: keys.path(of: entry.key),
        expected: "1 to \(Self.most), every subset of which is a point"
      )
      return [nil]
    }
    var axes: [SweepFile.ReadAxis?] = []
    for (place, (reference, node)) in references.enumerated() {
      let key = "\(keys.path(of: entry.key))[\(place)]"
      axes.append(axis(reference, at: node, key: key, others: axes.compactMap { $0 }))
    }
    return axes
  }

  private func axis(
    _ reference: String,
    at node: NodeID,
    key: String,
    others: [SweepFile.ReadAxis]
  ) -> SweepFile.ReadAxis? {
    let document = library.open(reference, at: node, key: key, reach: .anywhere)
    guard let document, let policy = PolicyFileReader(library).read(document) else { return nil }
    let span = desk[node].span
    checkMeeting(policy, at: span, key: key, others)
    let axis = SweepManifest.Axis(
      path: "policies.\(policy.id)",
      kind: .policy,
      zh: policy.zh,
      en: policy.en,
      unit: nil
    )
    return SweepFile.ReadAxis(
      axis: SweepAxis(axis, .values([0, 1])),
      policy: (policy, document.source),
      span: span
    )
  }

  /// Policies that may be in force together must not pull the same lever.
  private func checkMeeting(
    _ policy: PolicyFile,
    at span: Span,
    key: String,
    _ others: [SweepFile.ReadAxis]
  ) {
    for other in others.compactMap({ $0.policy?.file }) {
      if other.id == policy.id {
        desk.report(
          .duplicateID,
          at: span,
          "the policy \(Visible.quoted(policy.id)) is named twice",
          key: key
        )
        continue
      }
      let rival = policy.settings.first { setting in
        other.settings.contains { $0.lever.path == setting.lever.path && $0.meets(setting) }
      }
      guard let rival else { continue }
      desk.report(
        .conflict,
        at: span,
        "`\(policy.id)` and `\(other.id)` both pull the lever `\(rival.lever.path)`",
        key: key,
        help: "policies of a factorial design must be able to stand together"
      )
    }
  }
}
