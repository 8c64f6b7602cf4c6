import Model
import Protocols
import TestKit
import Testing

@Suite struct `A ClientHello` {
  @Test(arguments: ClientHelloVector.all)
  func `has the fingerprints that others compute`(vector: ClientHelloVector) throws {
    let bytes = hex(vector.hex)
    let facts = try ClientHello(parsing: bytes.span.bytes).facts(transport: .tls)
    #expect(facts.ja3 == vector.ja3, "\(vector.name)")
    #expect(facts.ja4 == vector.ja4, "\(vector.name)")
    #expect(facts.byteCount == bytes.count + 4)
  }

  @Test func `has the same fingerprints when others like it were met before`() throws {
    var book = FingerprintBook()
    var hellos = try ClientHelloVector.all.map { try ClientHello(parsing: hex($0.hex).span.bytes) }
    // Hellos that differ in one thing only, and so fall on the same place.
    for hello in hellos {
      for change in [\ClientHello.supportedGroups, \.signatureAlgorithms] {
        var other = hello
        other[keyPath: change].append(0x0019)
        hellos.append(other)
      }
      var unnamed = hello
      unnamed.hasServerName.toggle()
      unnamed.alpn = [Array("zz".utf8)]
      hellos.append(unnamed)
    }
    for transport in [ClientHello.Transport.tls, .quic] {
      for hello in hellos + hellos {
        #expect(book.facts(of: hello, transport: transport) == hello.facts(transport: transport))
      }
    }
  }

  @Test func `is refused when it ends early, and never crashes when corrupt`() {
    for vector in ClientHelloVector.all {
      let bytes = hex(vector.hex)
      // Behind the compression methods the extensions may be absent, so only shorter cuts are errors.
      for count in 0..<38 {
        let prefix = Array(bytes.prefix(count))
        #expect(throws: MalformedHello.self) { try ClientHello(parsing: prefix.span.bytes) }
      }
      for mutant in mutations(of: bytes, count: 300, seed: 11) {
        if let hello = try? ClientHello(parsing: mutant.span.bytes) {
          #expect(hello.facts(transport: .quic).ja4.utf8.first == UInt8(ascii: "q"))
        }
      }
    }
  }

  /// A handshake message's body as the only one of its record.
  private func record(_ body: [UInt8]) -> [UInt8] {
    func number(_ value: Int) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xff)] }
    return [22, 3, 1] + number(body.count + 4) + [1, 0] + number(body.count) + body
  }

  private func glance(_ bytes: [UInt8]) -> String? {
    HelloGlance.serverName(in: bytes.span.bytes).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  private func glance(body: [UInt8]) -> String? {
    HelloGlance.serverName(inBodyOf: body.span.bytes).map {
      String(decoding: body[$0], as: UTF8.self)
    }
  }

  @Test(arguments: ClientHelloVector.all)
  func `shows its server's name at a glance, or nothing, wherever it is cut`(
    vector: ClientHelloVector
  ) throws {
    let body = hex(vector.hex)
    let name = try ClientHello(parsing: body.span.bytes).serverName
    let whole = record(body)
    #expect(glance(whole) == name, "\(vector.name)")
    #expect(glance(body: body) == name, "\(vector.name)")
    for count in stride(from: 0, to: whole.count, by: 3) {
      let seen = glance(Array(whole.prefix(count)))
      #expect(seen == nil || seen == name, "\(vector.name), \(count) bytes")
    }
    for mutant in mutations(of: body, count: 100, seed: 12) {
      #expect(glance(body: mutant) == glance(record(mutant)), "\(vector.name)")
      guard let seen = glance(record(mutant)) else { continue }
      let read = try? ClientHello(parsing: mutant.span.bytes)
      #expect(read == nil || read?.serverName == seen, "\(vector.name)")
    }
  }

  @Test func `shows nothing at a glance when more than its own record is there`() throws {
    let whole = record(hex(try #require(ClientHelloVector.all.first).hex))
    #expect(glance(whole + [0]) == nil)
    #expect(glance([23] + whole.dropFirst()) == nil)
  }

  /// A hello with these suites and extensions.
  private func hello(suites: [UInt16], extensions: [(UInt16, [UInt8])] = []) -> [UInt8] {
    func number(_ value: Int) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xff)] }
    var bytes: [UInt8] = [3, 3] + [UInt8](repeating: 7, count: 32) + [0]
    bytes += number(suites.count * 2) + suites.flatMap { number(Int($0)) } + [1, 0]
    let list = extensions.flatMap { number(Int($0.0)) + number($0.1.count) + $0.1 }
    if !extensions.isEmpty { bytes += number(list.count) + list }
    return bytes
  }

  private func protocols(_ name: [UInt8]) -> (UInt16, [UInt8]) {
    (16, [0, UInt8(name.count + 1), UInt8(name.count)] + name)
  }

  @Test(
    arguments: [
      ([0x68, 0x32], "h2"), ([0x68], "hh"), ([0xab], "ab"), ([0xab, 0xcd], "ad"),
      ([0x30, 0xab], "3b"), ([0x30, 0x31, 0xab, 0xcd], "3d"), ([0x30, 0xab, 0xcd, 0x31], "01"),
      ([], "00"),
    ] as [([UInt8], String)])
  func `shows odd protocol names as JA4 prescribes`(name: [UInt8], letters: String) throws {
    let bytes = hello(suites: [0x1301], extensions: [protocols(name)])
    let ja4 = try ClientHello(parsing: bytes.span.bytes).ja4(transport: .tls)
    #expect(ja4.hasPrefix("t12i0101\(letters)_"))
  }

  @Test func `counts to ninety-nine and leaves GREASE out`() throws {
    let suites = (0..<150).map { UInt16(0x1300 + $0) } + [0x0a0a, 0xfafa]
    let extensions = [(0x1a1a, []), (0x0017, [])] as [(UInt16, [UInt8])]
    let bytes = hello(suites: suites, extensions: extensions)
    let hello = try ClientHello(parsing: bytes.span.bytes)
    #expect(hello.ja4(transport: .quic).hasPrefix("q12i990100_"))
    #expect(!String(decoding: hello.ja3Text, as: UTF8.self).contains("2570"))
  }

  @Test func `has twelve zeros for an empty list`() throws {
    let bytes = hello(suites: [])
    let ja4 = try ClientHello(parsing: bytes.span.bytes).ja4(transport: .tls)
    #expect(ja4 == "t12i000000_000000000000_000000000000")
  }

  @Test(arguments: [
    ("example.com", true), ("xn--bcher-kva.example", true), ("", false), ("two words", false),
    ("b\u{fc}cher.example", false), ("line\nbreak", false),
    (String(repeating: "a", count: 256), false),
  ])
  func `takes a server name only when it can be one`(name: String, isTaken: Bool) throws {
    let text = Array(name.utf8)
    let entry = [0, UInt8(text.count >> 8), UInt8(text.count & 0xff)] + text
    let list = [UInt8(entry.count >> 8), UInt8(entry.count & 0xff)] + entry
    let bytes = hello(suites: [0x1301], extensions: [(0, list)])
    let hello = try ClientHello(parsing: bytes.span.bytes)
    #expect(hello.serverName == (isTaken ? name : nil))
    #expect(hello.hasServerName)
  }

  @Test func `tells an offer of ECH and the parameters of QUIC`() throws {
    let bytes = hello(
      suites: [0x1301], extensions: [(0xfe0d, [0, 0, 1, 0, 1, 9, 0, 0, 0, 0]), (57, [4, 1, 2])])
    let hello = try ClientHello(parsing: bytes.span.bytes)
    #expect(hello.hasEncryptedClientHello)
    #expect(hello.transportParameters == [4, 1, 2])
  }
}
