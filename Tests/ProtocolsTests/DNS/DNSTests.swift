import Model
import Protocols
import TestKit
import Testing

/// Builds messages field by field.
struct DNSBytes {
  var bytes: [UInt8]

  init(id: UInt16 = 0x1234, flags: UInt16, questions: Int, answers: Int = 0, extra: Int = 0) {
    bytes = []
    for word in [id, flags, UInt16(questions), UInt16(answers), 0, UInt16(extra)] { add(word) }
  }

  mutating func add(_ word: UInt16) {
    bytes += [UInt8(word >> 8), UInt8(word & 0xff)]
  }

  mutating func add(name: String) {
    for label in name.split(separator: ".") {
      bytes += [UInt8(label.utf8.count)] + Array(label.utf8)
    }
    bytes.append(0)
  }

  mutating func addQuestion(_ name: String, _ type: UInt16) {
    add(name: name)
    add(type)
    add(1)
  }

  /// A record whose name points at the first question.
  mutating func addRecord(_ type: UInt16, _ data: [UInt8], ttl: UInt16 = 300) {
    bytes += [0xc0, 0x0c]
    for word in [type, 1, 0, ttl, UInt16(data.count)] { add(word) }
    bytes += data
  }

  static func query(_ name: String, _ type: UInt16 = 1) -> [UInt8] {
    var message = DNSBytes(flags: 0x0100, questions: 1)
    message.addQuestion(name, type)
    return message.bytes
  }

  static func response(_ type: UInt16, _ data: [UInt8]) -> [UInt8] {
    var message = DNSBytes(flags: 0x8180, questions: 1, answers: 1)
    message.addQuestion("example.com", type)
    message.addRecord(type, data)
    return message.bytes
  }
}

@Suite struct `DNS message` {
  @Test func `reads a query`() throws {
    let message = try DNS.parse(DNSBytes.query("api.anthropic.com", 28).span.bytes)
    #expect(message.id == 0x1234)
    #expect(!message.isResponse)
    #expect(message.responseCode == "NOERROR")
    #expect(message.questions == [.init(name: "api.anthropic.com", type: "AAAA")])
  }

  @Test(
    arguments: [
      (1, "c0000201", "A", "192.0.2.1"),
      (28, "20010db8000000000000000000000001", "AAAA", "2001:db8::1"),
      (5, "03777777c00c", "CNAME", "www.example.com"), (2, "026e73c00c", "NS", "ns.example.com"),
      (12, "c00c", "PTR", "example.com"), (15, "000a046d61696cc00c", "MX", "10 mail.example.com"),
      (16, "0568656c6c6f04612262ff", "TXT", #""hello" "a\"b\255""#),
      (33, "000100020050c00c", "SRV", "1 2 80 example.com"),
      (
        6, "c00c0161c00c0000000100000002000000030000000400000005", "SOA",
        "example.com a.example.com 1 2 3 4 5"
      ),
      // RFC 9460, appendix D.2: figures 2, 7 and 10 in part.
      (65, "000000", "HTTPS", "0 ."),
      (
        65, "0001000001000602683202683300030002115100040004c0000201", "HTTPS",
        "1 . alpn=h2,h3 port=4433 ipv4hint=192.0.2.1"
      ),
      (
        64, "001003666f6f076578616d706c65036f7267000000000400010004000100090268320568332d3139",
        "SVCB", "16 foo.example.org mandatory=alpn,ipv4hint alpn=h2,h3-19"
      ),
      (
        64, "0001000002000000050003010203029b000568656c6c6f", "SVCB",
        #"1 . no-default-alpn ech=AQID key667="hello""#
      ),
      (257, "000569737375656c657473656e63727970742e6f7267", "CAA", #"0 issue "letsencrypt.org""#),
      (41, "", "OPT", "\\# 0"), (28, "", "AAAA", "\\# 0"),
      (65_280, "01ab", "TYPE65280", "\\# 2 01ab"),
    ] as [(UInt16, String, String, String)])
  func `shows record data in presentation form`(
    type: UInt16, data: String, mnemonic: String, text: String
  ) throws {
    let message = try DNS.parse(DNSBytes.response(type, hex(data)).span.bytes)
    let answer = try #require(message.answers.first)
    #expect(message.isResponse)
    #expect(answer.name == "example.com")
    #expect(answer.type == mnemonic)
    #expect(answer.timeToLive == 300)
    #expect(answer.data == text)
    #expect(answer.address == (IPAddress(text)))
  }

  @Test func `escapes what a name cannot show plainly`() throws {
    var message = DNSBytes(flags: 0, questions: 2)
    message.bytes += [5, 0x61, 0x2e, 0x5c, 0x20, 0xff, 0, 0, 1, 0, 1]
    message.bytes += [0, 0, 2, 0, 1]
    let names = try DNS.parse(message.bytes.span.bytes).questions.map(\.name)
    #expect(names == [#"a\.\\\032\255"#, "."])
  }

  @Test func `adds the upper bits of the response code`() throws {
    var message = DNSBytes(flags: 0x8003, questions: 0, extra: 1)
    #expect(
      try DNS.parse(Array(message.bytes[..<10] + [0, 0]).span.bytes).responseCode == "NXDOMAIN")
    message.bytes += [0, 0, 41, 4, 0xd0, 1, 0, 0, 0, 0, 0]
    #expect(try DNS.parse(message.bytes.span.bytes).responseCode == "BADMODE")
  }

  private func failure(_ bytes: [UInt8]) -> DNS.Failure? {
    DNS.read(bytes.span.bytes).failure
  }

  @Test func `refuses names that go round or never end`() {
    var loop = DNSBytes(flags: 0, questions: 1)
    loop.bytes += [0xc0, 12, 0, 1, 0, 1]
    #expect(failure(loop.bytes) == .badPointer)
    var forward = DNSBytes(flags: 0, questions: 1)
    forward.bytes += [0xc0, 14, 0, 0, 1, 0, 1]
    #expect(failure(forward.bytes) == .badPointer)
    var long = DNSBytes(flags: 0, questions: 1)
    for _ in 0..<5 { long.bytes += [63] + Array(repeating: 0x61, count: 63) }
    long.bytes += [0, 0, 1, 0, 1]
    #expect(failure(long.bytes) == .nameTooLong)
    var reserved = DNSBytes(flags: 0, questions: 1)
    reserved.bytes += [0x41, 0, 0, 1, 0, 1]
    #expect(failure(reserved.bytes) == .badLabel)
  }

  @Test func `refuses data that does not fit its type and records beyond the limit`() {
    #expect(failure(DNSBytes.response(1, [1, 2, 3])) == .badRecord)
    #expect(failure(DNSBytes.response(15, [0])) == .badRecord)
    #expect(failure(DNSBytes.response(16, [9, 1])) == .badRecord)
    #expect(failure(DNSBytes.response(65, hex("0001000001000602"))) == .badRecord)
    #expect(failure(DNSBytes.response(257, [0, 9])) == .badRecord)
    #expect(failure(DNSBytes(flags: 0, questions: 60_000).bytes) == .tooManyRecords)
    #expect(failure([1, 2, 3]) == .truncated)
  }

  @Test func `keeps what stands in front of a fault`() {
    let whole = DNSBytes.response(1, [192, 0, 2, 1])
    for count in 0..<whole.count {
      let prefix = Array(whole[..<count])
      let (message, failure) = DNS.read(prefix.span.bytes)
      #expect(failure == .truncated)
      #expect((message?.questions.count ?? 0) == (count >= 29 ? 1 : 0))
    }
  }

  @Test func `survives mutations`() {
    let sample = DNSBytes.response(
      65, hex("0001000001000602683202683300030002115100040004c0000201"))
    var whole = 0
    for mutant in mutations(of: sample, count: 3_000, seed: 6) {
      let (message, failure) = DNS.read(mutant.span.bytes)
      #expect(message != nil || failure != nil)
      if failure == nil { whole += 1 }
    }
    #expect(whole > 0)
  }
}
