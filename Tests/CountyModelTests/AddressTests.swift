import Engine
import Geography
import Testing

@testable import CountyModel

/// Property 12: what a draw is for and whom it is for are its address, and nobody shares one.
///
/// That no two purposes have one number is the compiler's business.
@Suite("Addresses of luck")
struct AddressTests {
  @Test("Numbers of names lie so far apart that their counters never meet")
  func names() throws {
    let map = try TinyCounty.asWritten().map
    let settlements = map.settlements.flatMap { home in
      (0...2 * AgeBand.count + 1).map { StableName.number(of: home.id, $0) }
    }
    let facilities = map.facilities.flatMap { facility in
      (0..<max(Specialty.allCases.count, WardKind.allCases.count)).map {
        StableName.number(of: facility.id, $0)
      }
    }
    let others = BackgroundSource.allCases.map {
      StableName.number(of: "background", $0.rawValue)
    }
    let all = (settlements + facilities + others).sorted()
    // A million needs of one source are more than any study has.
    for (one, next) in zip(all, all.dropFirst()) { #expect(next - one > 1_000_000) }
  }

  @Test("No two patients who are in care at once have the luck of one need")
  func needs() throws {
    let stretch = Stretch(days: 14, warmUp: 0)
    var county = WatchedCounty(try .asWritten(), .baseline, stretch)
    var next = SimInstant.start
    var (looks, shared) = (0, 0)
    while let event = county.next() {
      if county.world.now >= next {
        var needs: [UInt64] = []
        // A bed that is cleaned is nobody's.
        county.world.visitOpen { if $0.stage != .cleaning { needs.append($0.need) } }
        shared += needs.count - Set(needs).count
        looks += needs.count
        next = county.world.now + .hours(1)
      }
      county.handle(event)
    }
    #expect(looks > 10_000)
    #expect(shared == 0)
  }
}
