internal import Mustache

/// The only way a value enters the page: markup characters become entities, scalar by scalar.
///
/// The library's own escaping looks at whole characters, so that a quotation mark followed by a
/// combining mark would pass.
struct ScalarEscaping: MustacheContentType {
  /// Name by which every template asks for it in its first line.
  static let name = "SCALARS"

  func escapeText(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
