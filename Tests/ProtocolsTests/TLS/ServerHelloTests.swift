import Model
import Protocols
import TestKit
import Testing

@Suite struct `A ServerHello` {
  /// Digests by Python 3.11: `hashlib.md5(b"771,4865,43-51").hexdigest()` and so on. The first two differ in
  /// the version alone, and so fall on the same place of the book.
  private static let known: [(head: String, ja3s: String)] = [
    (
      "0303" + zeros + "00" + "1301" + "00" + "000a" + "002b0002" + "0304" + "00330000",
      "f4febc55ea12b31ae17cfb7e614afda8"
    ),
    (
      "0302" + zeros + "00" + "1301" + "00" + "000a" + "002b0002" + "0304" + "00330000",
      "4c9c2bbf563cfaeb547213f40baa0560"
    ),
    (
      "0303" + zeros + "00" + "c02f" + "00" + "000b" + "ff01000100" + "000b00020100",
      "303951d4c50efb2e991652225a6f02b1"
    ),
  ]
  private static let zeros = String(repeating: "00", count: 32)

  @Test func `has its fingerprint, also when others like it were met before`() throws {
    var book = FingerprintBook()
    for (head, ja3s) in Self.known + Self.known.reversed() + Self.known {
      let hello = try ServerHello(parsing: hex(head).span.bytes)
      #expect(book.facts(of: hello).ja3s == ja3s)
      #expect(book.facts(of: hello).cipherSuite == hello.cipherSuite)
    }
  }
}
