internal import CGSL

/// Nelder and Mead's simplex: the least value of a function without slopes, in few asks.
///
/// - Source: Nelder and Mead 1965, as in GSL's `gsl_multimin_fminimizer_nmsimplex2`.
public enum Simplex {
  /// What came of a search.
  public struct Outcome: Sendable {
    /// Where the function was least.
    public let place: [Double]
    /// Its value there.
    public let value: Double
    /// How often the function was asked.
    public let asks: Int
    /// Whether the simplex became as small as was wanted.
    public let isSmall: Bool
  }

  /// Looks for the least value.
  ///
  /// - Parameters:
  ///   - start: Where to begin; 1 coordinate or more.
  ///   - steps: Length of the first simplex along each coordinate, none 0.
  ///   - size: Mean distance of the corners from their centre at which the search ends.
  ///   - most: The most asks; at least one more than there are coordinates.
  ///   - function: The function; it must be finite.
  /// - Returns: The least value that was seen.
  /// - Throws: What the function throws; it is not asked again.
  public static func minimise(
    from start: [Double],
    steps: [Double],
    size: Double,
    most: Int,
    _ function: ([Double]) throws -> Double
  ) throws -> Outcome {
    precondition(!start.isEmpty && steps.count == start.count, "a simplex needs a space")
    precondition(most > start.count, "a simplex has one corner more than coordinates")
    return try withoutActuallyEscaping(function) { function in
      let asker = Asker(function, most: most)
      let isSmall = walk(asker, from: start, steps: steps, size: size)
      if let problem = asker.problem { throw problem }
      guard let best = asker.best else { preconditionFailure("the first corner was asked") }
      return Outcome(place: best.place, value: best.value, asks: asker.asks, isSmall: isSmall)
    }
  }

  /// Asks the function on behalf of the library, and remembers the best answer.
  private final class Asker {
    private let function: ([Double]) throws -> Double
    private let most: Int
    private(set) var asks = 0
    private(set) var best: (place: [Double], value: Double)?
    private(set) var problem: (any Error)?

    init(_ function: @escaping ([Double]) throws -> Double, most: Int) {
      self.function = function
      self.most = most
    }

    var isDone: Bool { problem != nil || asks >= most }

    /// Not finite once no more is to be asked, which makes the library stop.
    func answer(_ place: [Double]) -> Double {
      guard !isDone else { return .infinity }
      asks += 1
      do {
        let value = try function(place)
        if best.map({ value < $0.value }) ?? true { best = (place, value) }
        return value
      } catch {
        problem = error
        return .infinity
      }
    }
  }

  /// Moves the simplex until it is small or nothing more may be asked.
  private static func walk(
    _ asker: Asker,
    from start: [Double],
    steps: [Double],
    size: Double
  ) -> Bool {
    _ = Numerics.handlerIsOff
    let count = start.count
    // The library allocates or answers nothing; all three are freed below.
    guard let state = unsafe gsl_multimin_fminimizer_alloc(countyflow_simplex(), count),
      let place = unsafe gsl_vector_alloc(count), let lengths = unsafe gsl_vector_alloc(count)
    else { preconditionFailure("out of memory") }
    defer {
      unsafe gsl_multimin_fminimizer_free(state)
      unsafe gsl_vector_free(place)
      unsafe gsl_vector_free(lengths)
    }
    for coordinate in 0..<count {
      unsafe gsl_vector_set(place, coordinate, start[coordinate])
      unsafe gsl_vector_set(lengths, coordinate, steps[coordinate])
    }
    // The asker outlives every call: it is held by the caller until `walk` has returned.
    var function = unsafe gsl_multimin_function(
      f: { vector, context in
        guard let vector = unsafe vector, let context = unsafe context else { return .infinity }
        let asker = unsafe Unmanaged<Asker>.fromOpaque(context).takeUnretainedValue()
        let count = unsafe vector.pointee.size
        return asker.answer((0..<count).map { unsafe gsl_vector_get(vector, $0) })
      },
      n: count,
      params: Unmanaged.passUnretained(asker).toOpaque()
    )
    // The library keeps the address of the function, which stays in place within the closure.
    return unsafe withUnsafeMutablePointer(to: &function) { function in
      var status = unsafe gsl_multimin_fminimizer_set(state, function, place, lengths)
      while status == Int32(GSL_SUCCESS), !asker.isDone {
        status = unsafe gsl_multimin_fminimizer_iterate(state)
        if unsafe gsl_multimin_fminimizer_size(state) < size { return !asker.isDone }
      }
      return false
    }
  }
}
