internal import Mustache

/// Fixed texts as templates ask for them: `{{t.verdictTitle}}` is `page.verdictTitle`.
struct Wording: MustacheParent {
  let language: Language

  func child(named key: String) -> Any? { Messages.shared.text("page.\(key)", language) }
}

/// The templates of the page, parsed once.
enum PageTemplates {
  /// Values for a template, by name.
  typealias Slots = [String: Any]

  /// A number as it is read, with the decimal text of the files beside it.
  private static let number =
    "{{% CONTENT_TYPE:SCALARS}}"
    + "{{#exact}}<data value=\"{{exact}}\">{{text}}</data>{{/exact}}{{^exact}}{{text}}{{/exact}}"

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(ScalarEscaping(), named: ScalarEscaping.name)
    var library = MustacheLibrary()
    let parts: [(String, WebAsset)] = [
      ("page", .page), ("findings", .findings), ("figures", .figures), ("grounds", .grounds),
      ("circleHead", .circleHead), ("circleRow", .circleRow), ("matrix", .matrix),
      ("head", .head), ("sources", .sources), ("definitions", .definitions),
      ("manifest", .manifest), ("sweep", .sweep),
    ]
    do {
      try library.register(number, named: "number")
      for (name, asset) in parts { try library.register(asset.text, named: name) }
    } catch {
      preconditionFailure("a template of the program does not parse: \(error)")
    }
    return library
  }()

  /// The whole page with its slots filled.
  static func page(_ slots: Slots) -> String { filled("page", slots) }

  /// The page of several studies with its slots filled.
  static func matrix(_ slots: Slots) -> String { filled("matrix", slots) }

  private static func filled(_ name: String, _ slots: Slots) -> String {
    guard let text = library.render(slots, withTemplate: name) else {
      preconditionFailure("the template is registered above")
    }
    return text
  }
}
