import Engine
import Testing

@Suite("Histograms side by side")
struct HistogramBoardTests {
  @Test("A bin counts on past 65536, and its neighbours do not notice")
  func carries() {
    var board = HistogramBoard(rows: 2)
    var alone = LogHistogram()
    for count in 0..<200_000 {
      board.add(.milliseconds(100), to: 1)
      alone.add(.milliseconds(100))
      if count < 70_000 {
        board.add(.milliseconds(101), to: 1)
        alone.add(.milliseconds(101))
      }
    }
    #expect(board.reading(1) == alone)
    #expect(board.reading(1).count == 270_000)
    #expect(board.reading(0).count == 0)
    board.reset()
    #expect(board.reading(1).count == 0)
  }
}
