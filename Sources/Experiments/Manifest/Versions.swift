internal import Probability

/// The versions that a manifest names.
public enum Versions {
  /// Version of the program, as `countyflow --version` prints it.
  public static let program = "0.1.0"
  /// Version of the model; raised when a published number moves.
  public static let model = "5"

  /// Version of the compiler that built the program.
  public static var swift: String {
    #if compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  /// Version of the GNU Scientific Library.
  public static var gsl: String { Numerics.libraryVersion }

  /// Version of the C library, whose `log` and `exp` the model uses.
  public static var libc: String { Numerics.mathLibraryVersion }
}
