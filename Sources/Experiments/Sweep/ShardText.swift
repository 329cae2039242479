public import Foundation

extension Shard {
  /// Reads a shard and checks its seal.
  ///
  /// - Throws: `ShardProblem` when it is not whole, not of this schema, or was changed.
  public init(from data: Data) throws(ShardProblem) {
    try Shard.checkSeal(of: data)
    if let file = try? CanonicalJSON.decode(ShardFile.self, from: data),
      let shard = file.shard(as: String(decoding: data, as: UTF8.self))
    {
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

  /// Everything but the seal, keys sorted.
  static func unsealedText(_ numbers: Numbers, key: String, at address: Address) -> String {
    var text = JSONLine()
    text.open("{")
    text.list("brokenIdentities", numbers.brokenIdentities) { $0.identity($1) }
    text.number("events", String(numbers.events))
    text.string("fingerprint", numbers.fingerprint)
    text.string("key", key)
    text.words("ledger", numbers.ledger.map(\.line))
    text.placeBeforeReadings(address)
    text.block("readings", ReadingBlock(numbers.readings))
    text.placeAfterReadings(address)
    text.close("}")
    return text.text
  }
}

extension Shard.Address {
  /// Whether the text of a shard whose seal was checked says this address, letter by letter.
  ///
  /// The readings, by far the most of it, are not looked at. Within texts every quote has a backslash
  /// before it, so what is looked for cannot stand in one.
  func isWritten(in data: Data) -> Bool {
    var before = JSONLine()
    before.placeBeforeReadings(self)
    var after = JSONLine()
    after.placeAfterReadings(self)
    return data.suffix(after.text.utf8.count + 3).elementsEqual(",\(after.text)}\n".utf8)
      && data.range(of: Data(",\(before.text),\"readings\":".utf8)) != nil
  }
}

extension JSONLine {
  /// Point and policy of an address: in the order of keys, what stands before the readings.
  fileprivate mutating func placeBeforeReadings(_ address: Shard.Address) {
    number("point", String(address.point))
    number("policy", String(address.policy))
    string("policyName", address.policyName)
  }

  /// The rest of an address: in the order of keys, what stands after the readings.
  fileprivate mutating func placeAfterReadings(_ address: Shard.Address) {
    number("replication", String(address.replication))
    string("schema", Shard.currentSchema)
    number("seed", String(address.seed))
    number("task", String(address.task))
    list("values", address.values) { $0.value($1) }
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

  fileprivate mutating func block(_ key: String, _ block: ReadingBlock) {
    mapping(key)
    words("periods", block.periods)
    list("series", block.series) { $0.series($1) }
    close("}")
  }

  private mutating func series(_ series: ReadingBlock.Series) {
    open("{")
    if let denominator = series.denominator { string("denominator", denominator) }
    string("measure", series.measure)
    if let numerator = series.numerator { string("numerator", numerator) }
    if let place = series.place { string("place", place) }
    if let tier = series.tier { string("tier", tier) }
    string("value", series.value)
    close("}")
  }

  fileprivate mutating func value(_ value: Shard.Value) {
    open("{")
    string("path", value.path)
    number("value", JSONLine.text(of: value.value))
    close("}")
  }
}
