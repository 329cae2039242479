internal import CGSL

/// The numerical library behind draws and quantiles.
public enum Numerics {
  /// GSL's version, for the manifest of a run.
  public static var libraryVersion: String {
    // A constant, zero-terminated string inside the library.
    unsafe String(cString: countyflow_gsl_version())
  }

  /// Version of the C library, whose `log` and `exp` draws and models use.
  public static var mathLibraryVersion: String {
    // A constant, zero-terminated string inside the library.
    unsafe String(cString: gnu_get_libc_version())
  }

  /// Turns off GSL's error handler, which would abort the process; every parameter is validated
  /// before GSL sees it.
  static let handlerIsOff: Void = {
    // Replaces GSL's global handler once; the old one is not needed again.
    _ = unsafe gsl_set_error_handler_off()
  }()
}
