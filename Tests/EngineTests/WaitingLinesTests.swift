import Engine
import Testing

@Suite("Waiting lines")
struct WaitingLinesTests {
  private let clinic = QueueID(row: 0)
  private let ward = QueueID(row: 1)

  private func patient(_ row: Int) -> PatientID { PatientID(row: row) }

  @Test("Whoever has waited longest is first, and someone put in front is before them")
  func order() {
    var lines = WaitingLines<PatientID, QueueID>(rows: 5, lines: 2)
    lines.append(patient(3), to: clinic)
    lines.append(patient(1), to: clinic)
    lines.append(patient(2), to: ward)
    lines.prepend(patient(4), to: clinic)
    #expect(lines.count(of: clinic) == 3 && lines.count(of: ward) == 1)
    #expect(lines.first(of: clinic) == patient(4) && lines.last(of: clinic) == patient(1))
    #expect(lines.next(after: patient(4)) == patient(3))
    #expect(lines.removeFirst(of: clinic) == patient(4))
    #expect(lines.removeFirst(of: clinic) == patient(3))
    #expect(lines.removeFirst(of: clinic) == patient(1))
    #expect(lines.removeFirst(of: clinic) == nil)
    #expect(lines.line(of: patient(2)) == ward && lines.line(of: patient(3)) == nil)
  }

  @Test("Lines agree with plain lists through joining, leaving and growth")
  func agreesWithLists() {
    var dice = Dice(state: 12)
    var rows = 10
    var lines = WaitingLines<PatientID, QueueID>(rows: rows, lines: 3)
    var lists: [[Int]] = [[], [], []]
    for step in 0..<20_000 {
      let row = dice.roll(below: rows)
      let line = dice.roll(below: 3)
      if let standing = lists.firstIndex(where: { $0.contains(row) }) {
        if dice.roll(below: 2) == 0 {
          lines.remove(patient(row), from: QueueID(row: standing))
          lists[standing].removeAll { $0 == row }
        } else if !lists[line].isEmpty {
          #expect(lines.removeFirst(of: QueueID(row: line)) == patient(lists[line].removeFirst()))
        }
      } else if dice.roll(below: 4) == 0 {
        lines.prepend(patient(row), to: QueueID(row: line))
        lists[line].insert(row, at: 0)
      } else {
        lines.append(patient(row), to: QueueID(row: line))
        lists[line].append(row)
      }
      if step % 2000 == 1999 {
        rows += 7
        lines.grow(rowsTo: rows)
      }
      for (line, list) in lists.enumerated() {
        let line = QueueID(row: line)
        #expect(lines.count(of: line) == list.count)
        #expect(lines.first(of: line) == list.first.map(patient))
        #expect(lines.last(of: line) == list.last.map(patient))
      }
    }
  }

  @Test("Standing in two lines, or leaving one that is not yours, traps")
  func traps() async {
    await #expect(processExitsWith: .failure) {
      var lines = WaitingLines<PatientID, QueueID>(rows: 2, lines: 2)
      lines.append(PatientID(row: 0), to: QueueID(row: 0))
      lines.append(PatientID(row: 0), to: QueueID(row: 1))
    }
    await #expect(processExitsWith: .failure) {
      var lines = WaitingLines<PatientID, QueueID>(rows: 2, lines: 2)
      lines.append(PatientID(row: 0), to: QueueID(row: 0))
      lines.remove(PatientID(row: 0), from: QueueID(row: 1))
    }
  }

  @Test("The nearest unit goes, and of equals the lowest, whatever the order of asking")
  func nearestUnit() {
    let minutes = [9, 4, 7, 4]
    let units = [3, 2, 1, 0].map(PatientID.init(row:))
    let chosen = NearestUnit.choose(among: units) { .minutes(minutes[$0.row]) }
    #expect(chosen == patient(1))
    #expect(NearestUnit.choose(among: units.reversed()) { .minutes(minutes[$0.row]) } == chosen)
    #expect(NearestUnit.choose(among: [PatientID]()) { _ in .zero } == nil)
  }
}
