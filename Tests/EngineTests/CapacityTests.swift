import Engine
import Testing

@Suite("Capacity")
struct CapacityTests {
  @Test("When a shift ends early, the busy finish: that is overtime, and nobody new begins")
  func overtime() {
    var clinicians = Capacity(onDuty: 2)
    clinicians.take(at: minute(0))
    clinicians.take(at: minute(10))
    #expect(!clinicians.isFree && clinicians.free == 0)
    clinicians.setOnDuty(1, at: minute(20))
    #expect(clinicians.busy == 2 && clinicians.inOvertime == 1 && !clinicians.isFree)
    clinicians.give(at: minute(25))
    #expect(clinicians.busy == 1 && clinicians.inOvertime == 0 && !clinicians.isFree)
    clinicians.give(at: minute(40))
    #expect(clinicians.isFree)

    // Busy: 10 minutes alone, 15 minutes both, 15 minutes alone.
    #expect(clinicians.busyTime(to: minute(60)) == .minutes(10 + 2 * 15 + 15))
    // On duty: two for 20 minutes, one for 40.
    #expect(clinicians.onDutyTime(to: minute(60)) == .minutes(2 * 20 + 40))
    #expect(clinicians.overtime(to: minute(60)) == .minutes(5))
    #expect(clinicians.utilisation(to: minute(60)) == 50.0 / 80)
  }

  @Test("A reset at the end of warm-up forgets the past but not who is busy")
  func reset() {
    var beds = Capacity(onDuty: 3)
    beds.take(at: minute(0))
    beds.reset(at: minute(10))
    #expect(beds.busyTime(to: minute(15)) == .minutes(5))
    #expect(beds.utilisation(to: minute(10)) == nil)
  }

  @Test("Taking a place that is not free traps, and so does freeing one that is not busy")
  func traps() async {
    await #expect(processExitsWith: .failure) {
      var beds = Capacity(onDuty: 0)
      beds.take(at: .start)
    }
    await #expect(processExitsWith: .failure) {
      var beds = Capacity(onDuty: 1)
      beds.give(at: .start)
    }
  }
}
