import Testing

@testable import CountyModel

@Suite("The course of a lever")
struct TimelineTests {
  @Test("A lever never pulled is neutral on every day")
  func always() {
    let course = Timeline.always(1)
    #expect(course.isNeutral)
    #expect([-400, 0, 5000].allSatisfy { course.value(onDay: $0) == 1 })
  }

  @Test("A step is neutral until its first day and at its level from then on")
  func step() {
    let course = Timeline(neutral: 0, level: 20, startDay: 10, rampDays: 0, endDay: nil)
    #expect([9, 10, 4000].map { course.value(onDay: $0) } == [0, 20, 20])
    #expect(!course.isNeutral)
  }

  @Test("A ramp starts at neutral, rises by equal steps and arrives after its days")
  func ramp() {
    let course = Timeline(neutral: 1, level: 3, startDay: 10, rampDays: 4, endDay: nil)
    #expect((9...15).map { course.value(onDay: $0) } == [1, 1, 1.5, 2, 2.5, 3, 3])
  }

  @Test("From its end day on a lever is neutral again, even in the middle of its ramp")
  func end() {
    let course = Timeline(neutral: 0, level: 8, startDay: 0, rampDays: 8, endDay: 3)
    #expect((0...4).map { course.value(onDay: $0) } == [0, 1, 2, 0, 0])
  }

  @Test("A lever that began before the run is already under way on day 0")
  func begunBefore() {
    let course = Timeline(neutral: 0, level: 10, startDay: -5, rampDays: 10, endDay: nil)
    #expect(course.value(onDay: 0) == 5)
  }
}
