internal import Experiments
internal import Foundation

/// What the page allows itself: its own two scripts and its own style sheet, nothing else.
enum ContentSecurity {
  /// The policy of a page with these inline scripts and this inline style sheet.
  ///
  /// Scripts are named by hash; no `unsafe-eval`, because charts run on the expression interpreter.
  static func policy(scripts: [String], style: String) -> String {
    let named = scripts.map(source).joined(separator: " ")
    return "default-src 'none'; script-src \(named); style-src \(source(style)); "
      + "base-uri 'none'; form-action 'none'"
  }

  private static func source(_ text: String) -> String {
    "'sha256-" + Data(SHA256.hash(text.utf8)).base64EncodedString() + "'"
  }
}
