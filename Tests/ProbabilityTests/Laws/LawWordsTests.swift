import Probability
import Testing

@Suite("Laws by their words")
struct LawWordsTests {
  @Test("Every parameter set makes its law")
  func everyForm() throws {
    let numbers: [String: Double] = [
      "mean": 4, "sd": 1.5, "cv": 0.5, "rate": 0.25, "value": 3, "low": 1, "high": 9, "mode": 4,
      "shape": 3, "scale": 2, "minimum": 2, "mu": 1, "sigma": 0.5, "median": 3, "p95": 9, "a": 2,
      "b": 5, "probability": 0.3, "trials": 12, "successes": 2.5,
    ]
    let lists: [String: [Double]] = [
      "weights": [0.25, 0.75], "means": [1, 5], "rates": [1, 0.2], "initial": [0.5, 0.5],
      "values": [2, 7], "probabilities": [0, 1],
    ]
    for entry in LawEntry.all {
      for form in entry.forms {
        var law = LawDescription(entry.name)
        for name in form.required + form.optional {
          let word = try #require(entry.words.first { $0.name == name })
          switch word.shape {
          case .number: law.numbers.append((name, try #require(numbers[name])))
          case .list: law.lists.append((name, try #require(lists[name])))
          case .matrix: law.matrices.append((name, [[-2, 1], [0, -3]]))
          case .parts:
            law.parts = [
              (0.5, LawDescription("constant", numbers: [("value", 2)])),
              (0.5, LawDescription("exponential", numbers: [("mean", 6)])),
            ]
          }
        }
        // A mean below 1 for the branch law would need a spread below the mean's.
        if entry.name == "hyperexponential", form.required.contains("cv") {
          law.numbers = [("mean", 4), ("cv", 2)]
        }
        let made = try Law(law)
        if form.required.contains("mean"), entry.name != "normal" {
          #expect(abs(made.mean - 4) < 1e-9, "\(entry.name) \(form.description)")
        }
        if form.required.contains("sd"), entry.name != "normal" {
          #expect(abs(try #require(made.standardDeviation) - 1.5) < 1e-9)
        }
      }
    }
  }

  @Test("Parameters that say the same thing twice and agree are accepted")
  func agreement() throws {
    let law = LawDescription("exponential", numbers: [("mean", 4), ("rate", 0.25)])
    #expect(try Law(law) == Law.exponential(mean: 4))
    let gamma = LawDescription("gamma", numbers: [("mean", 4), ("shape", 2), ("scale", 2)])
    #expect(try Law(gamma) == Law.gamma(shape: 2, scale: 2))
    let branches = LawDescription(
      "hyperexponential",
      lists: [("weights", [0.5, 0.5]), ("means", [1, 5]), ("rates", [1, 0.3])]
    )
    let error = #expect(throws: DistributionError.self) { try Law(branches) }
    #expect(error?.parameter == "rates")
  }

  @Test("Synonyms mean their word")
  func synonyms() throws {
    #expect(
      try Law(LawDescription("erlang", numbers: [("k", 3), ("mean", 6)]))
        == Law.erlang(shape: 3, mean: 6)
    )
    #expect(
      try Law(LawDescription("pareto", numbers: [("shape", 3), ("scale", 6)]))
        == Law.pareto(shape: 3, minimum: 6)
    )
    #expect(
      try Law(LawDescription("constant", numbers: [("value", 6)])) == Law.deterministic(6)
    )
    #expect(LawEntry.named("constant")?.name == "deterministic")
  }

  @Test("Every law may be multiplied and moved")
  func everywhere() throws {
    let law = try Law(
      LawDescription("exponential", numbers: [("offset", 5), ("mean", 4), ("factor", 2)])
    )
    #expect(law.mean == 13 && law.support.lowerBound == 5)
  }

  @Test("Unknown, missing, surplus and doubled words are named, with the sets that would do")
  func refusals() {
    let said = { (law: LawDescription) -> String in
      do throws(DistributionError) {
        _ = try Law(law)
        return "allowed"
      } catch { return error.description }
    }
    #expect(said(LawDescription("lognormall")).hasPrefix("law: name is \"lognormall\"; expected"))
    let sets = "mean, sd | mean, cv | mu, sigma | median, sigma | median, p95"
    #expect(
      said(LawDescription("lognormal", numbers: [("mean", 4)]))
        == "lognormal: sd is missing; expected \(sets)"
    )
    #expect(
      said(LawDescription("lognormal", numbers: [("mean", 4), ("sd", 1), ("rate", 1)]))
        == "lognormal: rate is not a parameter of this law; expected \(sets)"
    )
    #expect(
      said(LawDescription("lognormal", numbers: [("mean", 4), ("sd", 1), ("median", 1)]))
        == "lognormal: median is one too many beside mean and sd; expected \(sets)"
    )
    #expect(
      said(LawDescription("erlang", numbers: [("k", 4), ("shape", 4), ("mean", 1)]))
        == "erlang: shape is given twice; expected shape once"
    )
    #expect(
      said(LawDescription("exponential", lists: [("mean", [4, 5])]))
        == "exponential: mean is a list; expected one number"
    )
    #expect(
      said(LawDescription("mixture", parts: [(1, LawDescription("uniform"))]))
        == "uniform: low and high is missing; expected low, high"
    )
  }

  @Test("Names and words are told apart, and every set is made of known words")
  func catalogue() {
    let names = LawEntry.all.flatMap { [$0.name] + $0.synonyms }
    #expect(Set(names).count == names.count)
    for entry in LawEntry.all {
      let words = (entry.words + LawEntry.everywhere).flatMap { [$0.name] + $0.synonyms }
      #expect(Set(words).count == words.count, "\(entry.name)")
      let own = Set(entry.words.map(\.name))
      #expect(entry.forms.allSatisfy { own.isSuperset(of: $0.required + $0.optional) })
      #expect(!entry.english.isEmpty && !entry.chinese.isEmpty)
    }
  }
}
