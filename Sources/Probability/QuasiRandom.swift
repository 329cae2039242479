internal import CGSL

/// Points that fill the unit cube more evenly than chance would.
public enum QuasiRandom {
  /// Most dimensions of a Sobol sequence.
  public static let mostDimensions = 40

  /// The first points of Sobol's sequence; every coordinate lies strictly between 0 and 1.
  ///
  /// - Parameters:
  ///   - count: Points, 0 or more. A power of two less one fills the cube most evenly.
  ///   - dimensions: Coordinates of each, 1 to `mostDimensions`.
  /// - Returns: The points in the order of the sequence; more points never change the first ones.
  /// - Complexity: O(`count` · `dimensions`)
  /// - Source: Antonov and Saleev 1979, as in GSL's `gsl_qrng_sobol`, which leaves out the origin.
  public static func sobol(_ count: Int, dimensions: Int) -> [[Double]] {
    precondition((1...mostDimensions).contains(dimensions), "a Sobol point has 1 to 40 coordinates")
    _ = Numerics.handlerIsOff
    // GSL allocates the generator or answers nothing; it is freed below, whatever happens between.
    guard let generator = unsafe gsl_qrng_alloc(countyflow_sobol(), UInt32(dimensions)) else {
      preconditionFailure("out of memory")
    }
    defer { unsafe gsl_qrng_free(generator) }
    return (0..<count).map { _ in
      var point = [Double](repeating: 0, count: dimensions)
      // GSL writes exactly `dimensions` numbers, which is the length of the list.
      _ = unsafe point.withUnsafeMutableBufferPointer {
        unsafe gsl_qrng_get(generator, $0.baseAddress)
      }
      return point
    }
  }
}
