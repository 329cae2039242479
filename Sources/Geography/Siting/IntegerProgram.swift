internal import CGLPK
internal import Synchronization

/// A mixed-integer linear program, and the only place where GLPK is called.
///
/// GLPK keeps its state per thread or per process, as it was built, so that programs are solved one
/// at a time. It prints nothing, and an error inside it ends the search, not the process.
struct IntegerProgram {
  /// Which way is better.
  enum Sense { case most, least }
  /// Whether a column must be a whole number.
  enum Kind { case whole, any }

  /// A column, by its place.
  struct Column { let place: Int }

  private let sense: Sense
  // GLPK counts from 1; element 0 is never read.
  private var cost = [0.0]
  private var columnBounds = [0.0...0.0]
  private var isWhole: [CInt] = [0]
  private var rowBounds = [0.0...0.0]
  private var elementRows: [CInt] = [0]
  private var elementColumns: [CInt] = [0]
  private var elements = [0.0]

  private static let gate = Mutex(())

  init(_ sense: Sense) { self.sense = sense }

  /// Adds a column.
  mutating func column(cost: Double, in bounds: ClosedRange<Double>, _ kind: Kind) -> Column {
    self.cost.append(cost)
    columnBounds.append(bounds)
    isWhole.append(kind == .whole ? 1 : 0)
    return Column(place: self.cost.count - 1)
  }

  /// Adds a row: a sum of columns that must stay within bounds; infinite bounds do not bind.
  mutating func row(
    _ terms: [(column: Column, coefficient: Double)],
    in bounds: ClosedRange<Double>
  ) {
    rowBounds.append(bounds)
    for term in terms {
      elementRows.append(CInt(rowBounds.count - 1))
      elementColumns.append(CInt(term.column.place))
      elements.append(term.coefficient)
    }
  }

  /// What a search came to.
  enum Answer {
    /// A best solution, proved.
    case optimal(Solution)
    /// Time ran out; a solution, and what no solution can beat.
    case interrupted(Solution, bound: Double)
    /// Time ran out before any solution was found.
    case nothingFound
    /// There is no solution.
    case infeasible
    /// GLPK refused the program or gave up.
    case failed
  }

  /// A value for every column.
  struct Solution {
    let objective: Double
    private let values: [Double]

    init(objective: Double, values: [Double]) {
      self.objective = objective
      self.values = values
    }

    /// Value of a column.
    subscript(_ column: Column) -> Double { values[column.place] }
  }

  /// Searches for a best solution for at most so many seconds.
  func solve(seconds: Double) -> Answer {
    var values = [Double](repeating: 0, count: cost.count)
    let answer = Self.gate.withLock { _ in search(Int32(min(seconds, 2e6) * 1000), &values) }
    let solution = Solution(objective: answer.objective, values: values)
    return switch answer.ending {
    case .optimal: .optimal(solution)
    case .feasible: .interrupted(solution, bound: answer.bound)
    case .timeout: .nothingFound
    case .infeasible: .infeasible
    case .failed: .failed
    }
  }

  private func search(_ milliseconds: Int32, _ values: inout [Double]) -> countyflow_glpk_answer {
    // All arrays live through the call, have an element for every row, column or coefficient and
    // one before the first, and GLPK copies what it keeps.
    unsafe countyflow_glpk_solve(
      CInt(rowBounds.count - 1),
      CInt(cost.count - 1),
      CInt(elements.count - 1),
      elementRows,
      elementColumns,
      elements,
      rowBounds.map(\.lowerBound),
      rowBounds.map(\.upperBound),
      columnBounds.map(\.lowerBound),
      columnBounds.map(\.upperBound),
      cost,
      isWhole,
      sense == .most ? 1 : 0,
      milliseconds,
      &values
    )
  }
}
