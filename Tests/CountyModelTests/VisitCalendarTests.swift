import CountyModel
import Testing

@Suite("Visiting doctors")
struct VisitCalendarTests {
  @Test("Whoever falls ill just after Monday's visit waits for Thursday's, after that for Monday's")
  func waits() {
    let calendar = VisitCalendar(cycle: 7, visits: [3, 0])
    #expect(calendar.wait(from: 0) == 0)
    #expect(calendar.wait(from: 0.5) == 2.5)
    #expect(calendar.wait(from: 3) == 0)
    #expect(calendar.wait(from: 3.25) == 3.75)
    #expect(calendar.wait(from: 10.5) == 3.5)
  }

  @Test("Gaps of three and four days mean 25/14 days of waiting, not 1.75")
  func inspection() {
    #expect(VisitCalendar(cycle: 7, visits: [0, 3]).meanWait == 25.0 / 14)
    #expect(VisitCalendar.weeklyInTurn(among: 4).meanWait == 14)
  }

  @Test("A visit that is missed sends the patient to the one after it")
  func missed() {
    let calendar = VisitCalendar.weeklyInTurn(among: 1)
    #expect(calendar.wait(from: 1) { $0 != 1 && $0 != 2 } == 20)
  }

  @Test("Staff who move on serve every site on the same share of days", arguments: 1...8)
  func rotation(sites: Int) {
    for staff in 0...(sites + 1) {
      let rotation = StaffRotation(sites: sites, staff: staff)
      for site in 0..<sites {
        let days = (0..<rotation.cycle).count { rotation.staffs(site, onDay: $0) }
        #expect(days == min(staff, sites))
      }
      for day in 0..<rotation.cycle {
        #expect((0..<sites).count { rotation.staffs($0, onDay: day) } == min(staff, sites))
      }
    }
  }
}
