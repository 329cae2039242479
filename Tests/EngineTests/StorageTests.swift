import Engine
import Testing

@Suite("Storage")
struct StorageTests {
  @Test("A column changes one field of one row in place and keeps its rows when it grows")
  func column() {
    var column = Column<PatientID, SIMD2<Int32>>(repeating: SIMD2(1, 2), count: 3)
    column[PatientID(row: 1)].y += 5
    column.grow(to: 5, filledWith: SIMD2(8, 8))
    let rows = (0..<5).map { column[PatientID(row: $0)] }
    #expect(rows == [SIMD2(1, 2), SIMD2(1, 7), SIMD2(1, 2), SIMD2(8, 8), SIMD2(8, 8)])
    #expect(column.count == 5)
  }

  @Test("The row released last is given first, and a full pool gives none")
  func pool() {
    var pool = IDPool<PatientID>(capacity: 2)
    let first = pool.take()
    let second = pool.take()
    #expect(first == PatientID(row: 0) && second == PatientID(row: 1))
    #expect(pool.take() == nil)
    pool.release(PatientID(row: 0))
    #expect(pool.inUse == 1)
    pool.release(PatientID(row: 1))
    #expect(pool.take() == PatientID(row: 1))
    pool.grow(to: 3)
    #expect(pool.take() == PatientID(row: 0))
    #expect(pool.take() == PatientID(row: 2))
    #expect(pool.inUse == 3 && pool.capacity == 3)
  }

  @Test("A row's stamp tells that it means someone else now")
  func stamp() {
    var pool = IDPool<PatientID>(capacity: 1)
    _ = pool.take()
    let before = pool.stamp(of: PatientID(row: 0))
    #expect(pool.isInUse(PatientID(row: 0)) == true)
    pool.release(PatientID(row: 0))
    #expect(pool.isInUse(PatientID(row: 0)) == false)
    _ = pool.take()
    #expect(pool.stamp(of: PatientID(row: 0)) != before)
  }

  @Test("Releasing a row twice traps")
  func doubleRelease() async {
    await #expect(processExitsWith: .failure) {
      var pool = IDPool<PatientID>(capacity: 2)
      _ = pool.take()
      pool.release(PatientID(row: 0))
      pool.release(PatientID(row: 0))
    }
  }

  @Test("A ring keeps the order of arrival while it wraps and grows")
  func ring() {
    var ring = RingBuffer<Int>(minimumCapacity: 2)
    var dice = Dice(state: 4)
    var (given, taken) = (0, 0)
    for _ in 0..<10_000 {
      if dice.roll(below: 5) < 3 {
        ring.append(given)
        given += 1
      } else if given == taken {
        #expect(ring.popFirst() == nil)
      } else {
        #expect(ring.popFirst() == taken)
        taken += 1
      }
      #expect(ring.count == given - taken && ring.isEmpty == (given == taken))
    }
  }
}
