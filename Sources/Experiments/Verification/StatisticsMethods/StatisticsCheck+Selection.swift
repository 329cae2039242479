internal import Glibc

/// Choosing the best of several systems.
extension StatisticsCheck {
  static let selection: [String: @Sendable (AnalyticCase) throws -> JSONValue] = [
    "kn-constants": { wanted in
      let found = try wanted.rowsOfNumbers("cases").map { row in
        KimNelson(
          systems: Int(row[0]),
          first: Int(row[1]),
          indifference: 1,
          confidence: 1 - row[2]
        )
      }
      return .fields(["eta": .numbers(found.map(\.eta)), "h2": .numbers(found.map(\.h2))])
    },
    "kn-run": { wanted in
      let means = try wanted.numbers("m")
      let procedure = KimNelson(
        systems: means.count,
        first: try wanted.whole("n0"),
        indifference: try wanted.number("delta"),
        confidence: 1 - (try wanted.number("alpha"))
      )
      let race = procedure.best { system, replication in
        let j = replication + 1
        let noise = Double((7919 * j + 104_729 * system) % 1009) / 1009 - 0.5
        return means[system] + 2 * sin(1.3 * Double(j) + Double(system)) + noise
      }
      return .fields([
        "selected_system": .number(Double(race.best + 1)),
        "replications_at_stop": .number(Double(race.replications)),
        "N_i": .numbers(race.limits.map(Double.init)),
        "eliminations_at_r_system": .rows(
          race.eliminations.map { [Double($0.replications), Double($0.system + 1)] }
        ),
      ])
    },
    "select-best-constants": { wanted in
      func answers(_ table: String, _ constant: (Int, Int, Double) -> Double) -> JSONValue {
        var answers: [String: JSONValue] = [:]
        for (key, _) in wanted.expected[table]?.sortedFields ?? [] {
          // `k=2,n0=20,P=0.9`
          let numbers = key.split(separator: ",").compactMap { part in
            part.split(separator: "=").last.flatMap { Double($0) }
          }
          guard numbers.count == 3 else { continue }
          answers[key] = .number(constant(Int(numbers[0]), Int(numbers[1]), numbers[2]))
        }
        return .fields(answers)
      }
      return .fields([
        "dudewicz_dalal_h1": answers("dudewicz_dalal_h1") {
          SelectionConstants.dudewiczDalal(systems: $0, first: $1, probability: $2)
        },
        "rinott_h": answers("rinott_h") {
          SelectionConstants.rinott(systems: $0, first: $1, probability: $2)
        },
      ])
    },
    "ocba": { wanted in
      func answer(_ name: String) throws -> JSONValue {
        guard let means = wanted.inputs[name]?["means"]?.numbers,
          let deviations = wanted.inputs[name]?["sd"]?.numbers,
          let budget = wanted.inputs[name]?["budget"]?.number
        else { throw CaseProblem.input(name, caseID: wanted.id) }
        return .numbers(OCBA.allocation(means: means, deviations: deviations, budget: budget))
      }
      return .fields(["case1": try answer("case1"), "case2": try answer("case2")])
    },
  ]
}
