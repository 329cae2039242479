import Engine
import Glibc

/// The hold model: so many events pending; take the next, put one back an exponential gap later.
///
///     hold MODE PENDING HOLDS MEAN-GAP
///
/// Prints one line of JSON. Modes: `again` puts the event back into its own slot, as sources and
/// servers do; `elsewhere` puts it into the one slot that is free.
@main
enum Hold {
  /// What an event carries: a word, as the county's.
  struct Payload: BitwiseCopyable {
    var number: UInt64
  }

  static func main() {
    let words = CommandLine.arguments
    guard words.count == 5, ["again", "elsewhere"].contains(words[1]),
      let pending = Int(words[2]), let holds = Int(words[3]), let meanGap = Double(words[4])
    else {
      print("usage: hold again|elsewhere PENDING HOLDS MEAN-GAP")
      exit(2)
    }
    let elsewhere = words[1] == "elsewhere"
    var gaps = Gaps(mean: meanGap)
    var calendar = EventCalendar<Payload>(
      slots: min(pending + 1, 1 << 20),
      horizon: SimInstant(milliseconds: 1 << 44 - 2)
    )
    for row in 0..<pending {
      calendar.schedule(
        Payload(number: UInt64(row)),
        at: SimInstant(milliseconds: gaps.next()),
        in: Slot(row: row)
      )
    }
    // So many that every event has moved on about once: then the pending times have settled.
    _ = run(max(pending, 100_000), &calendar, &gaps, free: elsewhere ? pending : nil)
    // The free slot has wandered: whichever is empty now.
    let free = elsewhere ? emptySlot(of: calendar, among: pending + 1) : nil
    let start = processorNanoseconds()
    let sum = run(holds, &calendar, &gaps, free: free)
    let spent = processorNanoseconds() - start
    print(
      """
      {"engine": "calendar-\(words[1])", "pending": \(pending), \
      "nanoseconds": \(Double(spent) / Double(holds)), \
      "now": \(calendar.now.milliseconds), "sum": \(sum)}
      """
    )
  }

  /// Some holds; gives back the sum of all payloads, so that no copy can be left out.
  @inline(never)
  private static func run(
    _ holds: Int,
    _ calendar: inout EventCalendar<Payload>,
    _ gaps: inout Gaps,
    free: Int?
  ) -> UInt64 {
    var sum: UInt64 = 0
    let end = SimInstant(milliseconds: 1 << 44 - 2)
    if var free {
      for _ in 0..<holds {
        guard let event = calendar.next(before: end) else { break }
        sum &+= event.number
        let target = Slot(row: free)
        free = calendar.lastSlot.row
        calendar.schedule(event, at: calendar.now + gap(&gaps), in: target)
      }
    } else {
      for _ in 0..<holds {
        guard let event = calendar.next(before: end) else { break }
        sum &+= event.number
        calendar.schedule(event, at: calendar.now + gap(&gaps), in: calendar.lastSlot)
      }
    }
    return sum
  }

  private static func gap(_ gaps: inout Gaps) -> SimDuration {
    SimDuration(milliseconds: gaps.next())
  }

  private static func emptySlot(
    of calendar: borrowing EventCalendar<Payload>,
    among slots: Int
  ) -> Int? {
    for row in 0..<slots where calendar.pending(in: Slot(row: row)) == nil { return row }
    return nil
  }

  private static func processorNanoseconds() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
