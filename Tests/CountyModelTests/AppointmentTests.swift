import Engine
import Geography
import Testing

@testable import CountyModel

/// Slots of the obstetric clinic of Tiny's general hospital: one physician, 12 minutes a patient.
///
/// Half an hour at 80 % makes two bookable patients a slot, 17 slots make 34 a day.
@Suite("Time slots")
struct AppointmentTests {
  @Test("A day takes as many bookings as there is time for, and the next one the rest")
  func full() throws {
    var county = QuietCounty(try .asWritten())
    let clinic = try obstetrics(of: county)
    var leads: [Int] = []
    for _ in 0..<40 { leads.append(try #require(book(8 * 60, at: clinic, in: &county)).lead) }
    // 30 min over 12 min a patient, 80 % of it bookable, 17 slots in the two sessions.
    #expect(leads.filter { $0 == 0 }.count == Int(30.0 / 12 * 0.8 * 17))
    #expect(leads == leads.sorted())
    #expect(leads.last == 1)
  }

  @Test("Everybody gets the free slot nearest to their wish")
  func nearest() throws {
    var county = QuietCounty(try .asWritten())
    let clinic = try obstetrics(of: county)
    let minutes = try (0..<6).map { _ in
      try #require(book(9 * 60 + 10, at: clinic, in: &county)).minute
    }
    #expect(minutes == [540, 540, 570, 570, 510, 510])
  }

  @Test("What is protected cannot be booked by the public until it is released")
  func protected() throws {
    // All that is reserved is held: 20 % of 34 places, to the release 32 h before the day's end.
    let levels = ["clinics.reserved": 0.2, "clinics.reservedHeld": 1]
    for (release, open) in [(0.0, [27, 27]), (32 * 60, [34, 27])] {
      var all = levels
      all["clinics.reservedRelease"] = release
      var county = QuietCounty(try .asWritten(), try .pulling(all))
      let clinic = try obstetrics(of: county)
      var days = [0, 0, 0]
      while let slot = book(480, at: clinic, in: &county), slot.lead < 2 { days[slot.lead] += 1 }
      #expect(Array(days[..<2]) == open, "release \(release)")
    }
  }

  @Test("Who has booked is called before walk-ins who came earlier")
  func bookedFirst() throws {
    var county = QuietCounty(try .asWritten())
    try visit(in: &county, at: 480)
    let walkIn = try visit(in: &county, at: 481)
    let booked = try visit(in: &county, at: 482, [.booked])
    county.run { $0.episodes[booked].stage == .inConsultation }
    #expect(county.world.episodes[walkIn].stage == .inLine)
  }

  @Test("A quarter of those who book for another day stay away, and are counted")
  func noShow() throws {
    let county = try TinyCounty(exchanging: [
      .init(old: "appointmentShare: 30%", new: "appointmentShare: 100%"),
      .init(old: "sameDayShare: 70%", new: "sameDayShare: 0%"),
      .init(old: "noShow: 14.4%", new: "noShow: 25%"),
    ])
    let readings = county.readings(.baseline, Stretch(days: 28, warmUp: 7))
    let booked = Double(readings.lanes(of: .slotsBooked).reduce(0, +))
    let missed = Double(readings.lanes(of: .missedSlots).reduce(0, +))
    let error = (0.25 * 0.75 / booked).squareRoot()
    // Bookings of the last day fall due after it: as many as a day has.
    #expect(abs(missed / booked - 0.25) < 4 * error + 0.25 / 28)
    let unmet = readings.lanes(of: .unmet).enumerated().reduce(0.0) { sum, one in
      one.offset % Count.lanes == UnmetReason.missedSlot.rawValue ? sum + Double(one.element) : sum
    }
    #expect(unmet == missed)
  }

  private func book(
    _ minute: Double,
    at clinic: ClinicID,
    in county: inout QuietCounty
  ) -> SlotBook.Slot? {
    county.world.appointments.book(
      at: clinic,
      wishing: minute,
      from: 0,
      after: 0,
      on: county.world.today
    )
  }

  @discardableResult
  private func visit(
    in county: inout QuietCounty,
    at minute: Double,
    _ traits: EpisodeTraits = []
  ) throws -> EpisodeID {
    let patient = try county.patient("maternity", .minor, traits)
    try county.send(patient, to: .countyGeneral, atMinute: minute)
    return patient
  }

  private func obstetrics(of county: borrowing QuietCounty) throws -> ClinicID {
    let general = try county.facility(.countyGeneral)
    return try #require(
      county.plan.facilities.clinic(at: general, for: Specialty.obstetrics.index)
    )
  }
}
