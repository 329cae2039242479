import Probability
import Testing

/// Printed for the reader, never asserted: a busy machine must not fail a build.
@Suite("Timings of draws (printed, never judged)")
struct DrawTimings {
  @Test("Nanoseconds per addressed draw")
  func perDraw() throws {
    var streams = RandomStreams(seed: 1, replication: 0)
    let laws: [(String, Distribution)] = [
      ("exponential", try .exponential(mean: 1)),
      ("lognormal", try .lognormal(mean: 1, sd: 0.5)),
      ("gamma", try .gamma(mean: 1, sd: 0.5)),
      ("weibull", try .weibull(mean: 1, sd: 0.5)),
    ]
    let count: UInt64 = 200_000
    for (name, law) in laws {
      var sum = 0.0
      let spent = ContinuousClock().measure {
        for entity in 0..<count {
          sum += streams.draw(law, at: DrawAddress(purpose: 1, entity: entity))
        }
      }
      report(name, spent, count: count, check: sum)
      var building = LawTable()
      let id = building.add(Law(law))
      // A table that may still change would be retained and released around every draw.
      let table = building
      sum = 0
      let tabled = ContinuousClock().measure {
        for entity in 0..<count {
          sum += streams.draw(id, from: table, at: DrawAddress(purpose: 1, entity: entity))
        }
      }
      report("\(name) from a table", tabled, count: count, check: sum)
    }
    var sum = 0.0
    let uniforms = ContinuousClock().measure {
      for entity in 0..<count {
        sum += streams.uniform(at: DrawAddress(purpose: 1, entity: entity))
      }
    }
    report("uniform", uniforms, count: count, check: sum)
    let choices = ContinuousClock().measure {
      for entity in 0..<count {
        let words = streams.words(at: DrawAddress(purpose: 1, entity: entity))
        for index in 0..<4 { sum += RandomStreams.gumbel(words[index]) }
      }
    }
    report("four Gumbel numbers", choices, count: count, check: sum)
  }

  private func report(_ name: String, _ spent: Duration, count: UInt64, check: Double) {
    let nanoseconds = spent / .nanoseconds(1) / Double(count)
    print("draw \(name): \(nanoseconds.rounded()) ns (sum \(check))")
  }
}
