import Foundation
import Geography
import Testing

@Suite("Physicians that residents reach")
struct FloatingCatchmentTests {
  private let catchment = FloatingCatchment(reachMinutes: 30)

  @Test("Nearness counts fully at no time, not at all at the reach, and falls in between")
  func weights() {
    #expect(catchment.weight(atMinutes: 0) == 1)
    #expect(catchment.weight(atMinutes: 30) == 0)
    #expect(catchment.weight(atMinutes: 90) == 0)
    // (e^-1/8 - e^-1/2) / (1 - e^-1/2) = (0.88250 - 0.60653) / 0.39347
    #expect(abs(catchment.weight(atMinutes: 15) - 0.70137) < 5e-6)
    let all = (0...30).map { catchment.weight(atMinutes: Double($0)) }
    #expect(zip(all, all.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("Two homes share one clinic as worked by hand")
  func byHand() {
    // Home A at the clinic's door with 1,000 people, home B at 15 minutes with 2,000: the weights
    // are 1 and w = 0.7013665732. Demand is 1000 + 2000 w = 2402.733146, so that 4 physicians are
    // 4 / 2402.733146 = 0.00166477 a head; A reaches that, B reaches w times that.
    let minutes = [0.0, 15.0]
    let access = catchment.access(supply: [4], residents: [1000, 2000]) { home, _ in minutes[home] }
    #expect(abs(access[0] * 10_000 - 16.6477) < 5e-5)
    #expect(abs(access[1] * 10_000 - 16.6477 * 0.70137) < 5e-4)
  }

  @Test("Four homes and three sites as another program has them")
  func independently() {
    // The published formulas in twelve lines of Python, summed with math.fsum in another order.
    let minutes = [[4.0, 22.0, 31.0], [17.5, 6.0, 12.0], [29.0, 9.5, 30.0], [40.0, 28.0, 3.25]]
    let access = catchment.access(supply: [6, 1, 2.5], residents: [3000, 1200, 800, 450]) {
      minutes[$0][$1]
    }
    let expected = [
      17.164215651335905, 27.130086645114105, 3.668926312917278, 17.813573381158953,
    ]
    for (value, known) in zip(access, expected) { #expect(abs(value * 10_000 - known) < 1e-11) }
  }

  @Test("People times access add up to the physicians that anybody reaches")
  func nothingLost() throws {
    let map = try Ganyu.map.get()
    let supply = map.facilities.indices.map { Double($0 % 7) }
    let access = map.access(supply: supply, within: catchment)
    let shared = zip(map.settlements, access).reduce(0) { $0 + Double($1.0.residents) * $1.1 }
    let inside = map.facilities.indices.filter { map.facilities[$0].kind.countsInCounty }
    let all = inside.reduce(0) { $0 + supply[$1] }
    #expect(abs(shared / all - 1) < 1e-12)
    #expect(access.allSatisfy { $0 > 0 })
  }

  @Test("A site nobody lives near enough to is nobody's")
  func outOfReach() {
    let access = catchment.access(supply: [5, 1], residents: [100, 0]) { home, site in
      site == 0 ? (home == 1 ? 5 : 45) : 10
    }
    // Only people make demand: the first site has an empty home beside it and nobody else.
    #expect(abs(access[0] - 0.01) < 1e-15)
    #expect(abs(access[1] - 0.01) < 1e-15)
  }
}
