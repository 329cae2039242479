internal import NetworkModel
internal import Probability

/// Reads what is peculiar to a station: servers and the line before them.
struct StationReader {
  let desk: NetworkDesk
  private var laws: LawReader { LawReader(desk: desk, draws: .lengths) }

  init(_ desk: NetworkDesk) { self.desk = desk }

  private static let disciplines: [(word: String, value: Discipline)] = [
    ("fifo", .firstInFirstOut), ("lifo", .lastInFirstOut), ("random", .random),
    ("priority", .priority),
  ]
  private static let preemptions: [(word: String, value: Preemption)] = [
    ("none", .none), ("resume", .resume), ("restart", .restart),
  ]

  /// The station's own keys.
  func read(_ keys: inout MappingReader) -> StationNodeInputs? {
    let serversEntry = keys.required(
      "servers",
      zh: "服务台",
      expected: "a whole number, `unlimited`, a list of servers, a timetable or `{pools: …}`"
    )
    let servers = ServersReader(desk: desk).servers(serversEntry, in: keys)
    let serviceEntry = keys.required("service", zh: "服务时间", expected: LawReader.example)
    let service = laws.perClass(serviceEntry, in: keys)
    let discipline = keys.chosen("discipline", zh: "排队规则", StationReader.disciplines)
    let preemption = keys.chosen("preemption", zh: "抢占", StationReader.preemptions)
    let patience = keys.optional("patience", zh: "耐心")
    let patienceLaws = laws.perClass(patience, in: keys)
    let reneging = keys.optional("afterReneging", zh: "放弃之后")
    let afterReneging =
      reneging == nil ? .exit : RoutingReader(desk: desk).routing(reneging, in: keys)
    let keepFree = keepFree(&keys)
    let absence = absence(&keys)
    guard let servers, let service, let discipline, let preemption, let afterReneging,
      patience == nil || patienceLaws != nil
    else { return nil }
    return StationNodeInputs(
      servers: servers,
      service: service,
      discipline: discipline,
      preemption: preemption,
      patience: patienceLaws,
      afterReneging: afterReneging,
      keepFree: keepFree,
      absence: absence
    )
  }

  private func keepFree(_ keys: inout MappingReader) -> [(className: String, servers: Int)] {
    let entry = keys.optional("keepFree", zh: "预留")
    let expected = "classes with numbers of servers, such as `{routine: 2}`"
    let classes = desk.named(entry, in: keys, expected: expected) ?? []
    return classes.compactMap { named in
      desk.value(named.node, path: named.path, .whole(from: 0)).map { (named.name, Int($0)) }
    }
  }

  private func absence(_ keys: inout MappingReader) -> AbsenceInputs? {
    let vacations = keys.optional("vacations", zh: "离岗")
    let breakdowns = keys.optional("breakdowns", zh: "故障")
    if let vacations, let breakdowns {
      keys.conflict(vacations, breakdowns, because: "servers are away for one reason")
      return nil
    }
    if let vacations, var own = keys.mapping(vacations) {
      let length = own.required("length", zh: "时长", expected: LawReader.example)
      let repeats = own.required("repeat", zh: "重复", expected: "`multiple` or `single`")
      own.finish(alsoAllowed: [.note])
      let law = laws.law(length, in: own)
      let place = own.word(repeats, among: ["multiple", "single"])
      guard let law, let place else { return nil }
      return .vacations(length: law, repeats: place == 0 ? .multiple : .single)
    }
    if let breakdowns, var own = keys.mapping(breakdowns) {
      let up = own.required("up", zh: "正常时长", expected: LawReader.example)
      let down = own.required("down", zh: "故障时长", expected: LawReader.example)
      let interrupted = own.required(
        "interrupted",
        zh: "被中断者",
        expected: "`resume` or `restart`"
      )
      own.finish(alsoAllowed: [.note])
      let (upLaw, downLaw) = (laws.law(up, in: own), laws.law(down, in: own))
      let place = own.word(interrupted, among: ["resume", "restart"])
      guard let upLaw, let downLaw, let place else { return nil }
      return .breakdowns(
        up: upLaw,
        down: downLaw,
        interrupted: place == 0 ? .resume : .restart
      )
    }
    return nil
  }
}

extension MappingReader {
  /// One of a few words that stand for values; the first of them when the key is absent.
  mutating func chosen<Value>(
    _ key: String,
    zh: String,
    _ words: [(word: String, value: Value)]
  ) -> Value? {
    guard let entry = optional(key, zh: zh) else { return words[0].value }
    return word(entry, among: words.map(\.word)).map { words[$0].value }
  }
}
