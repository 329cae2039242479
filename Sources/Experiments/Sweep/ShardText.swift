public import Foundation

extension Shard {
  /// The shard as its file holds it: one line of canonical JSON, keys sorted.
  ///
  /// `body` sorts first, so the seal can be checked on the bytes as they are: it is the SHA-256 of
  /// `{` and all that follows the first comma.
  public var text: String { "{\"body\":\"\(body)\"," + unsealedText.dropFirst() + "\n" }

  /// Reads a shard and checks its seal.
  ///
  /// - Throws: `ShardProblem` when it is not whole, not of this schema, or was changed.
  public init(from data: Data) throws(ShardProblem) {
    try Shard.checkSeal(of: data)
    if let file = try? CanonicalJSON.decode(ShardFile.self, from: data), let shard = file.shard {
      self = shard
      return
    }
    let head = try? CanonicalJSON.decode(ShardFile.Head.self, from: data)
    guard let head, head.schema != Shard.currentSchema else { throw .unreadable }
    throw .otherSchema(head.schema)
  }

  /// Checks the seal without looking at what it seals.
  public static func checkSeal(of data: Data) throws(ShardProblem) {
    let opening = Array("{\"body\":\"".utf8)
    let head = opening.count + 64 + 2
    guard data.count > head + 1, data.starts(with: opening), data.last == UInt8(ascii: "\n") else {
      throw .unreadable
    }
    let bytes = Array(data)
    let body = String(decoding: bytes[opening.count..<opening.count + 64], as: UTF8.self)
    guard bytes[head - 2] == UInt8(ascii: "\""), bytes[head - 1] == UInt8(ascii: ",") else {
      throw .unreadable
    }
    let rest = [UInt8(ascii: "{")] + bytes[head..<bytes.count - 1]
    guard SHA256.hexadecimal(rest) == body else { throw .brokenSeal }
  }

  /// The seal that fits the content.
  var seal: String { SHA256.hexadecimal(Array(unsealedText.utf8)) }

  /// Everything but the seal, keys sorted.
  private var unsealedText: String {
    var text = JSONLine()
    text.open("{")
    text.list("brokenIdentities", brokenIdentities) { $0.identity($1) }
    text.number("events", String(events))
    text.string("fingerprint", fingerprint)
    text.string("key", key)
    text.list("ledger", ledger) { $0.cell($1) }
    text.number("point", String(point))
    text.number("policy", String(policy))
    text.string("policyName", policyName)
    text.block("readings", ReadingBlock(readings))
    text.number("replication", String(replication))
    text.string("schema", Self.currentSchema)
    text.number("seed", String(seed))
    text.number("task", String(task))
    text.list("values", values) { $0.value($1) }
    text.close("}")
    return text.text
  }
}

extension JSONLine {
  fileprivate mutating func identity(_ identity: IdentityTable) {
    open("{")
    string("en", identity.en)
    string("id", identity.id)
    number("left", String(identity.left))
    number("right", String(identity.right))
    string("zh", identity.zh)
    close("}")
  }

  fileprivate mutating func cell(_ cell: Shard.LedgerRow) {
    open("{")
    number("accepted", String(cell.accepted))
    number("appropriate", String(cell.appropriate))
    number("arrived", String(cell.arrived))
    string("from", cell.from)
    number("onward", String(cell.onward))
    string("reason", cell.reason)
    number("requested", String(cell.requested))
    string("to", cell.to)
    number("year", String(cell.year))
    close("}")
  }

  fileprivate mutating func block(_ key: String, _ block: ReadingBlock) {
    mapping(key)
    words("periods", block.periods)
    list("series", block.series) { $0.series($1) }
    close("}")
  }

  private mutating func series(_ series: ReadingBlock.Series) {
    open("{")
    if let denominators = series.denominator { numbers("denominator", denominators) }
    string("measure", series.measure)
    if let numerators = series.numerator { numbers("numerator", numerators) }
    if let place = series.place { string("place", place) }
    if let tier = series.tier { string("tier", tier) }
    list("value", series.value) { $0.item($1.map(JSONLine.text) ?? "null") }
    close("}")
  }

  private mutating func numbers(_ key: String, _ numbers: [Int64?]) {
    list(key, numbers) { $0.item($1.map(String.init) ?? "null") }
  }

  fileprivate mutating func value(_ value: Shard.Value) {
    open("{")
    string("path", value.path)
    number("value", JSONLine.text(of: value.value))
    close("}")
  }
}
