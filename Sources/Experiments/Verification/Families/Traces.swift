internal import Engine
internal import NetworkModel

extension VerificationFamily {
  /// Runs that are short enough to be worked out by hand: equality, no tolerance.
  static let traces: [VerificationFamily] = [
    VerificationFamily("hand trace") { verification, _ in
      verification.inputs["patients"] == nil
        ? [.network(try HandTrace.oneClass(verification))]
        : [.network(try HandTrace.patients(verification))]
    }
  ]
}

private enum HandTrace {
  /// Arrivals at stated times, all with the same service.
  static func oneClass(_ verification: AnalyticCase) throws -> NetworkProbe {
    let arrivals = try verification.numbers("arrivals")
    let service = try verification.number("service")
    let text = """
      sources:
        arrivals: {trace: \(arrivals), to: station}
      nodes:
        station:
          servers: \(try verification.whole("servers"))
          service: \(LawText.deterministic(service).text)
      """
    let end = (arrivals.last ?? 0) + service * Double(arrivals.count + 1)
    return NetworkProbe(
      caseID: verification.id,
      text: text,
      warmUp: 0,
      length: .each(end, replications: 1),
      keepsVisits: true,
      rows: (verification.expected.sortedFields ?? []).flatMap { name, value in
        rows(name, value)
      }
    )
  }

  private static func rows(_ name: String, _ value: JSONValue) -> [ProbeRow] {
    let lists: [String: @Sendable (VisitRecord) -> Double?] = [
      "starts": { $0.began },
      "ends": { $0.finished },
      "waits": { visit in visit.began.map { $0 - visit.arrived } },
    ]
    if let read = lists[name], let numbers = value.numbers {
      return numbers.indices.map { row in
        ProbeRow(ExactRow(name: "\(name) \(row + 1)", value: numbers[row]), by: .exactly) { run in
          row < run.visits.count ? read(run.visits[row]).map { [$0] } : nil
        }
      }
    }
    guard let number = value.number else { return [] }
    let exact = ExactRow(name: name, value: number)
    switch name {
    case "makespan":
      return [ProbeRow(exact, by: .exactly) { run in run.visits.last.map { [$0.left] } }]
    case "mean_wait":
      return [
        ProbeRow(exact, by: .exactly) { run in run.scale.mean(run.nodes[0].all.waits).map { [$0] } }
      ]
    default:
      guard name.hasPrefix("utilisation_to_"),
        let end = Double(String(name.dropFirst(15).map { $0 == "p" ? "." : $0 }))
      else { return [] }
      return [
        ProbeRow(exact, by: .exactly) { run in
          let busy = run.visits.reduce(0.0) { sum, visit in
            guard let began = visit.began, let finished = visit.finished else { return sum }
            return sum + min(finished, end) - min(began, end)
          }
          return [busy / end]
        }
      ]
    }
  }

  /// Patients of their own class each, the lower priority number first, interrupting.
  static func patients(_ verification: AnalyticCase) throws -> NetworkProbe {
    let patients = verification.inputs["patients"]?.list ?? []
    let people = patients.compactMap { patient -> Person? in
      guard let id = patient["id"]?.text, let arrive = patient["arrive"]?.number,
        let service = patient["service"]?.number, let priority = patient["priority"]?.whole
      else { return nil }
      return Person(id: id, arrive: arrive, service: service, priority: priority)
    }
    guard people.count == patients.count else {
      throw CaseProblem.input("patients", caseID: verification.id)
    }
    var lines = ["classes:"] + people.map { "  \($0.id): {priority: \($0.priority)}" }
    lines += ["sources:"]
    lines += people.map { "  from_\($0.id): {class: \($0.id), trace: [\($0.arrive)], to: station}" }
    lines += ["nodes:", "  station:", "    servers: \(try verification.whole("servers"))"]
    lines += [
      "    discipline: priority", "    preemption: resume", "    service:", "      byClass:",
    ]
    lines += people.map { "        \($0.id): \(LawText.deterministic($0.service).text)" }
    let end = people.reduce(0) { $0 + $1.arrive + $1.service } + 1
    return NetworkProbe(
      caseID: verification.id,
      text: lines.joined(separator: "\n"),
      warmUp: 0,
      length: .each(end, replications: 1),
      keepsVisits: true,
      rows: people.enumerated().flatMap { row, person in
        segments(of: person, row, in: verification.expected)
      }
    )
  }

  /// A customer's first begin, last end and time in service follow from the segments; with one
  /// interruption they say all there is to say.
  private static func segments(
    of person: Person,
    _ row: Int,
    in expected: JSONValue
  ) -> [ProbeRow] {
    let several = expected[person.id + "_segments"]?.list?.compactMap(\.numbers)
    let single = expected[person.id + "_segment"]?.numbers
    guard let segments = several ?? single.map({ [$0] }), let first = segments.first,
      let last = segments.last
    else { return [] }
    let name = person.id + (several == nil ? "_segment" : "_segments")
    @Sendable func visit(_ run: NetworkReadings) -> VisitRecord? {
      run.visits.first { Int($0.className) == row }
    }
    return [
      ProbeRow(ExactRow(name: name + " begin", value: first[0]), by: .exactly) { run in
        visit(run)?.began.map { [$0] }
      },
      ProbeRow(ExactRow(name: name + " end", value: last[1]), by: .exactly) { run in
        visit(run)?.finished.map { [$0] }
      },
      ProbeRow(
        ExactRow(name: name + " interruptions", value: Double(segments.count - 1)),
        by: .exactly
      ) { run in [Double(run.nodes[0].classes[row].interruptions)] },
      ProbeRow(
        ExactRow(
          name: name + " in service",
          value: segments.reduce(0) { $0 + $1[1] - $1[0] }
        ),
        by: .exactly
      ) { run in
        run.scale.mean(run.nodes[0].classes[row].services).map { [$0] }
      },
    ]
  }

  private struct Person {
    let id: String
    let arrive: Double
    let service: Double
    let priority: Int
  }
}
