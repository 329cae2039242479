import Engine
import Geography
import Testing

@testable import CountyModel

@Suite("Every run is held against queueing formulas")
struct ShadowTests {
  @Test("The Erlang formulas agree with published values")
  func erlang() {
    // B(a = 1, c = 2) = (1/2) / (1 + 1 + 1/2) = 1/5; C = cB / (c − a(1 − B)) = 0.4 / 1.2 = 1/3.
    #expect(abs(ErlangShadow.loss(offered: 1, servers: 2) - 0.2) < 1e-12)
    #expect(abs(ErlangShadow.delay(offered: 1, servers: 2) - 1.0 / 3) < 1e-12)
    #expect(ErlangShadow.delay(offered: 3, servers: 2) == 1)
    #expect(ErlangShadow.delay(offered: 0, servers: 0) == 0)
  }

  @Test("Where half of the days are busy, those who come then weigh more")
  func variation() {
    // One server waits with chance a. At a = 0.4 ± 50 %: (0.5 · 0.2 + 1.5 · 0.6) / 2 = 0.5.
    #expect(abs(ErlangShadow.delay(offered: 0.4, servers: 1, variation: 0.5) - 0.5) < 1e-12)
    #expect(ErlangShadow.delay(offered: 0.4, servers: 1, variation: 0) == 0.4)
  }

  @Test("The area under a line is the sum of its waits once everybody has left")
  func line() {
    var line = ClinicLine()
    func minute(_ time: Double) -> SimInstant { .start + .minutes(time) }
    line.join(at: minute(0))
    line.join(at: minute(5))
    // Two wait from the fifth minute on: 5 + 2 · 3 = 11 minutes.
    #expect(line.area(at: minute(8)) == 11 * 60_000)
    line.leave(at: minute(10), after: .minutes(10))
    line.leave(at: minute(12), after: .minutes(7))
    #expect(line.waiting == 0)
    #expect(line.area(at: minute(20)) == 17 * 60_000 && line.waited == 17 * 60_000)
  }

  @Test("Every run leaves its shadows: needs, and wards, clinics and crews, as shares")
  func shadows() throws {
    let readings = try TinyCounty.asWritten().readings()
    for id in ["needs", "ward.medical", "clinic.county", "clinic.township", "crews.night"] {
      #expect(readings.shadows.contains { $0.id == id }, "\(id) is missing")
    }
    for shadow in readings.shadows where shadow.id != "needs" {
      #expect((0...1).contains(shadow.value) && (0...1).contains(shadow.prediction), "\(shadow)")
    }
  }

  @Test("Clinics near their steady state agree with the delay formula")
  func clinics() throws {
    let readings = try TinyCounty.asWritten().readings(.baseline, Stretch(days: 84))
    for shadow in readings.shadows where shadow.id.hasPrefix("clinic.") {
      #expect(shadow.passes, "\(shadow)")
    }
  }

  @Test("Clinics that keep physicians free for reserved places are not compared")
  func reserved() throws {
    let policy = try Policy.pulling(["clinics.reserved": 0.2, "clinics.reservedHeld": 1])
    let readings = try TinyCounty.asWritten().readings(policy)
    let shadow = try #require(readings.shadows.first { $0.id == "clinic.county" })
    guard case .nothing = shadow.scope else {
      Issue.record("compared all the same: \(shadow)")
      return
    }
    #expect(shadow.passes)
  }

  @Test("Little's law holds in every clinic and in every ward")
  func little() throws {
    let county = try TinyCounty.asWritten()
    let readings = county.readings()
    for id in ["little.eachClinic", "little.eachWard"] {
      let identity = try #require(readings.identities.first { $0.id == id })
      #expect(identity.holds && identity.right > 10, "\(identity)")
    }
  }
}
