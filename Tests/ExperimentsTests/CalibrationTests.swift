import Foundation
import Testing

@testable import Experiments

@Suite("Solving constants")
struct CalibrationTests {
  @Test("Secants find the root of a coupled system that slopes alone would miss")
  func coupled() {
    // Two log-odds with cross effects and wrong first slopes.
    func residuals(_ x: [Double]) -> [Double] {
      [0.7 * x[0] + 0.3 * x[1] - 0.8, -0.2 * x[0] - 1.4 * x[1] + 0.5 + 0.05 * x[0] * x[1]]
    }
    var slopes = SecantMatrix(slopes: [1, -1])
    var x = [0.0, 0.0]
    var now = residuals(x)
    for _ in 0..<12 {
      let step = slopes.step(for: now)
      x = zip(x, step).map(+)
      let next = residuals(x)
      slopes.learn(step: step, change: zip(next, now).map(-))
      now = next
    }
    #expect(now.allSatisfy { abs($0) < 1e-9 })
  }

  /// A county whose hospitals send some patients on, whatever these wish: admissions elsewhere are
  /// `floor` plus 38 % of exp(constant), and visits rise with admissions here.
  private struct FullHospitals: RootTrial {
    let place: [Double]
    let visits: Double
    let admissions: Double

    init(_ place: [Double], floor: Double) {
      self.place = place
      admissions = 1 - floor - 0.38 * exp(place[1])
      visits = 7.2 * exp(-0.5 * place[0] + 0.9 * (admissions - 0.85))
    }

    var residuals: [Double] {
      [log(visits / 7.2), log(admissions / (1 - admissions) * 0.15 / 0.85)]
    }
    var distance: Double { max(abs(visits - 7.2) / 0.05, abs(admissions - 0.85) / 0.003) }
  }

  /// The outcome from 0.1 and −2.33, and how far the best trial was after each round.
  private func search(
    floor: Double
  ) async throws -> (RootSearch<FullHospitals>.Outcome, rounds: [Double]) {
    var rounds: [Double] = []
    let search = RootSearch<FullHospitals>(
      firstSlopes: [-0.5, -1],
      mostRounds: 12,
      attempt: { places in places.map { FullHospitals($0, floor: floor) } },
      report: { rounds.append($1.distance) }
    )
    return (try await search.run(from: [0.1, -2.33]), rounds)
  }

  @Test(
    "Constants are found although the measure answers by a fifth and less",
    arguments: [0.127, 0.145, 0.150]
  )
  func nearlyFull(floor: Double) async throws {
    let (outcome, rounds) = try await search(floor: floor)
    #expect(outcome.best.distance <= 1)
    #expect(rounds.count == outcome.rounds && outcome.rounds <= 7)
    // 0.38 exp(c) = 0.15 − floor, give or take the tolerance of 0.003.
    let elsewhere = 0.38 * exp(outcome.best.place[1])
    #expect(abs(elsewhere - (0.15 - floor)) <= 0.003)
  }

  @Test("Where no constant leads to the goal, the nearest is kept and the deaf measure named")
  func full() async throws {
    // At a floor of 16 % the best that any constant can do is 84 %: 0.01 / 0.003 = 3.33 tolerances.
    let (outcome, rounds) = try await search(floor: 0.16)
    #expect(outcome.best.distance == rounds.min())
    #expect(abs(outcome.best.distance - 3.33) < 0.05)
    #expect(abs(outcome.best.visits - 7.2) < 0.17)
    let answers = try #require(outcome.answers)
    #expect(abs(answers[0] - 1) < 0.01 && answers[1] < 0.1)
  }

  @Test("Shares work on log-odds, visits on their logarithm, and neither at its edge")
  func links() {
    #expect(SolvedConstant.grassroots.linked(0.5) == 0)
    #expect(SolvedConstant.grassroots.linked(1) == nil)
    #expect(SolvedConstant.selfCare.linked(1) == 0)
    #expect(SolvedConstant.selfCare.linked(0) == nil)
  }
}
