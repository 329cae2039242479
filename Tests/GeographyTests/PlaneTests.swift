import Geography
import Probability
import Testing

@Suite("Plane and globe")
struct PlaneTests {
  @Test("A disc is filled evenly: a quarter of the draws lie within half its radius")
  func disc() {
    let disc = Region.disc(centre: Point(x: 3, y: -2), radius: 10)
    #expect(disc.place(0.25, 0.5).distance(to: Point(x: -2, y: -2)) < 1e-12)
    #expect(disc.area == Double.pi * 100)
  }

  @Test("A square is filled from corner to corner")
  func square() {
    let square = Region.square(corner: Point(x: 1, y: 2), side: 4)
    #expect(square.place(0.25, 0.75) == Point(x: 2, y: 5))
    #expect(square.area == 16)
  }

  @Test("The nearest of two sites counts, inclusive; a wrapped plane is near across its edge")
  func reach() {
    let sites = [Point(x: 0, y: 0), Point(x: 9, y: 0)]
    let open = SiteReach(sites: sites)
    #expect(open.nearestKilometres(to: Point(x: 6, y: 4)) == 5)
    #expect(open.covers(Point(x: 6, y: 4), within: 5))
    #expect(!open.covers(Point(x: 6, y: 4), within: 4.999))
    let wrapped = SiteReach(sites: [Point(x: 1, y: 1)], edge: .wrapped(side: 10))
    #expect(wrapped.nearestKilometres(to: Point(x: 8, y: 7)) == 5)
  }

  @Test("Three east and four north are seven kilometres of streets")
  func streets() {
    #expect(Point(x: 1, y: 1).streetDistance(to: Point(x: -2, y: 5)) == 7)
  }

  @Test("A degree of the equator, the date line, the other side, and the same place")
  func globe() {
    let degree = 6371 * Double.pi / 180
    func far(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
      GlobePosition(latitude: a.0, longitude: a.1)
        .distance(to: GlobePosition(latitude: b.0, longitude: b.1))
    }
    #expect(abs(far((0, 7), (0, 8)) - degree) < 1e-9)
    #expect(abs(far((0, 179.5), (0, -179.5)) - degree) < 1e-9)
    #expect(abs(far((34, 119), (35, 119)) - degree) < 1e-9)
    #expect(abs(far((30, 104), (-30, -76)) - 180 * degree) < 1e-6)
    #expect(far((34.6, 119.2), (34.6, 119.2)) == 0)
  }

  @Test("Huff: twice as far with power two needs four times the attraction; distance 0 is refused")
  func gravity() throws {
    let even = try GravityChoice(attractions: [1, 4], distances: [1, 2], power: 2)
    #expect(abs(even.shares[0] - 0.5) < 1e-15)
    let huge = try GravityChoice(attractions: [1, 1], distances: [1e-3, 1], power: 1000)
    #expect(huge.shares == [1, 0])
    for distances in [[0.0, 1], [-1, 1], [.nan, 1], [1]] {
      #expect(throws: DistributionError.self) {
        try GravityChoice(attractions: [1, 1], distances: distances, power: 2)
      }
    }
  }
}
