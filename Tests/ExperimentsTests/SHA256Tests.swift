import Experiments
import Testing

/// Vectors of FIPS 180-4 as published by NIST.
@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "The published messages have the published hashes",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ]
  )
  func published(message: String, hash: String) {
    #expect(SHA256.hexadecimal(message.utf8) == hash)
  }

  @Test("A million letters, in pieces of any length, have the published hash")
  func million() {
    var stream = SHA256Stream()
    var left = 1_000_000
    for piece in stride(from: 1, through: 2000, by: 7) {
      stream.take(repeatElement(UInt8(ascii: "a"), count: min(piece, left)))
      left -= min(piece, left)
    }
    stream.take([UInt8](repeating: UInt8(ascii: "a"), count: left))
    let published = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(stream.hexadecimal == published)
  }

  @Test("Every length around a block boundary is padded to whole blocks")
  func lengths() {
    let hashes = (50...70).map { SHA256.hexadecimal(repeatElement(UInt8(0x61), count: $0)) }
    #expect(Set(hashes).count == 21)
    #expect(hashes.allSatisfy { $0.count == 64 })
  }
}
