internal import Foundation

/// A value of a JSON file whose shape differs from case to case.
enum JSONValue: Sendable, Hashable, Decodable {
  case nothing
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case fields([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .nothing
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .fields(try value.decode([String: JSONValue].self))
    }
  }

  /// The value of a field; nothing when there is none.
  subscript(name: String) -> JSONValue? {
    if case .fields(let fields) = self { fields[name] } else { nil }
  }

  /// The number, if it is one.
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The whole number, if it is one.
  var whole: Int? { number.flatMap { Int(exactly: $0) } }

  /// The text, if it is one.
  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The elements, if it is a list.
  var list: [JSONValue]? {
    if case .list(let list) = self { list } else { nil }
  }

  /// The numbers, if it is a list of numbers only.
  var numbers: [Double]? {
    guard let list else { return nil }
    let numbers = list.compactMap(\.number)
    return numbers.count == list.count ? numbers : nil
  }

  /// The fields by name in alphabetical order; nothing if it has none.
  var sortedFields: [(name: String, value: JSONValue)]? {
    guard case .fields(let fields) = self else { return nil }
    return fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }
}
