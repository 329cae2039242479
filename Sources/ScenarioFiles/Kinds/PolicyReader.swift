internal import CountyModel
internal import Engine

/// Reads policy files, and the policies they are made of.
struct PolicyFileReader {
  let library: Library
  private var desk: Desk { library.desk }

  /// Deepest chain of policies that include each other.
  private static let deepest = 32

  init(_ library: Library) { self.library = library }

  /// Reads the policy in a file that was opened; what is wrong is reported once.
  func read(_ document: DocumentReader.Document) -> PolicyFile? {
    if let known = library.policies[document.source] { return known }
    guard let root = document.root else { return nil }
    library.openPolicies.append(document.source)
    defer { library.openPolicies.removeLast() }
    var keys = MappingReader(desk, root, path: "", places: .policy)
    guard SchemaKind.read(&keys, allowed: [.policy]) != nil else { return nil }
    let id = keys.id()
    let (zh, en) = keys.names()
    let plan = keys.texts(keys.optional("plan", zh: "规划条目")).map(\.text)
    let note = note(&keys)
    let date = fileDate(&keys)
    let parts = parts(&keys)
    let counties = keys.texts(keys.optional("counties", zh: "适用县")).map(\.text)
    let own = LeverSettings(
      keys.mapping(keys.optional("levers", zh: "政策杠杆")),
      date: date,
      counties: counties
    ).read()
    keys.finish()
    let policy = PolicyFile(
      id: id ?? "?",
      zh: zh,
      en: en,
      plan: plan.isEmpty ? parts.flatMap(\.policy.plan) : plan,
      note: note,
      settings: joined(parts, own)
    )
    library.policies[document.source] = policy
    return policy
  }

  private func fileDate(_ keys: inout MappingReader) -> LeverSettings.FileDate {
    guard keys.keys.contains("from") else {
      _ = keys.optional("from", zh: "起始日期")
      return .unstated
    }
    return keys.optionalDate("from", zh: "起始日期").map { .from($0) } ?? .misread
  }

  /// A policy that another one includes, and where it says so.
  private struct Part {
    let policy: PolicyFile
    let node: NodeID
  }

  private func parts(_ keys: inout MappingReader) -> [Part] {
    var parts: [Part] = []
    for (reference, node) in keys.texts(keys.optional("includes", zh: "包含")) {
      let document = library.open(reference, at: node, key: "includes", reach: .ownFolder)
      guard let document, !isCircle(document, at: node) else { continue }
      if let policy = read(document) { parts.append(Part(policy: policy, node: node)) }
    }
    return parts
  }

  private func isCircle(_ document: DocumentReader.Document, at node: NodeID) -> Bool {
    let open = library.openPolicies
    if let first = open.firstIndex(of: document.source) {
      let circle = open[first...] + [document.source]
      desk.report(
        .includeCycle,
        at: desk[node].span,
        "these files include each other: "
          + circle.map { Visible.text(desk[$0].name) }.joined(separator: " -> "),
        key: "includes",
        help: "remove one of the includes"
      )
      return true
    }
    guard open.count > PolicyFileReader.deepest else { return false }
    desk.report(
      .includeCycle,
      at: desk[node].span,
      "more than \(PolicyFileReader.deepest) files include each other in a chain",
      key: "includes"
    )
    return true
  }

  /// The levers of all parts; a lever may be pulled once.
  private func joined(_ parts: [Part], _ own: [PolicyFile.Setting]) -> [PolicyFile.Setting] {
    var settings: [PolicyFile.Setting] = []
    for part in parts {
      for setting in part.policy.settings {
        add(setting, to: &settings, conflictAt: desk[part.node].span)
      }
    }
    for setting in own { add(setting, to: &settings, conflictAt: setting.span) }
    return settings
  }

  private func add(
    _ setting: PolicyFile.Setting,
    to settings: inout [PolicyFile.Setting],
    conflictAt span: Span
  ) {
    let rival = settings.first { other in
      other.lever.path == setting.lever.path && other.meets(setting)
    }
    guard let first = rival else { return settings.append(setting) }
    desk.report(
      .conflict,
      at: span,
      "the lever `\(setting.lever.path)` is set twice: \(place(of: first.span)) and "
        + place(of: setting.span),
      key: "levers.\(setting.lever.path)",
      help: "keep one of the two"
    )
  }

  private func place(of span: Span) -> String {
    "\(Visible.text(desk[span.start.file].name)):\(span.start.lineAndColumn)"
  }

  /// The note; a borrowed lever says so first, in both languages.
  private func note(_ keys: inout MappingReader) -> String {
    let isBorrowed = keys.read(
      keys.optional("borrowed", zh: "借用"),
      expected: "true or false",
      by: TruthGrammar.isTrue
    )
    let note = keys.note()
    guard isBorrowed == true else { return note }
    let halves = note.split(separator: "||", maxSplits: 1).map(String.init)
    let zh = "借自其他地方的方案，并非本县规划。" + (halves.first ?? "")
    let en = "Borrowed from another place's plan, not part of this county's. " + (halves.last ?? "")
    return "\(zh) || \(en)"
  }
}
