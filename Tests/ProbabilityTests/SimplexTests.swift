import Probability
import Testing

@Suite("Nelder and Mead's simplex")
struct SimplexTests {
  private struct Trouble: Error {}

  @Test("Rosenbrock's valley is followed to its lowest point, (1, 1)")
  func rosenbrock() throws {
    let found = try Simplex.minimise(from: [-1.2, 1], steps: [0.5, 0.5], size: 1e-5, most: 400) {
      let (x, y) = ($0[0], $0[1])
      return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    }
    #expect(found.isSmall && found.asks < 400)
    #expect(abs(found.place[0] - 1) < 1e-3 && abs(found.place[1] - 1) < 1e-3)
    #expect(found.value < 1e-6)
  }

  @Test("It asks no more often than it may, and the best that was seen is kept")
  func limit() throws {
    var seen: [Double] = []
    let found = try Simplex.minimise(from: [5, 5, 5], steps: [1, 1, 1], size: 1e-9, most: 17) {
      seen.append($0.reduce(0) { $0 + $1 * $1 })
      return seen[seen.count - 1]
    }
    #expect(!found.isSmall && found.asks == 17 && seen.count == 17)
    #expect(found.value == seen.min())
  }

  @Test("What the function throws ends the search, and nothing is asked after it")
  func thrown() {
    var asks = 0
    #expect(throws: Trouble.self) {
      try Simplex.minimise(from: [3], steps: [1], size: 1e-9, most: 100) { place in
        asks += 1
        if asks == 6 { throw Trouble() }
        return place[0] * place[0]
      }
    }
    #expect(asks == 6)
  }
}
