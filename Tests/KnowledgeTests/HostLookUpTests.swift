import Knowledge
import TestKit
import Testing

@Suite struct `Looking up hosts` {
  private static let catalogue = Catalogue(
    vendors: [
      Vendor(
        id: "one", name: "One", kind: .ai,
        endpoints: [
          entry("api.one.com"), entry(".one.com"), entry("*.api.one.com"),
          entry("runtime.*.one.com"), entry("*-east.one.com"), entry("runtime.eu.one.com"),
        ]),
      Vendor(
        id: "two", name: "Two", kind: .platform,
        endpoints: [
          entry("two.com", isAI: false), entry("*.deep.two.com"), entry("o*.in.*.two.com"),
          entry("localhost:11434"), entry("*:4318"),
        ]),
    ], tools: [], signals: [], attributes: [])

  private static func entry(_ host: String, isAI: Bool = true) -> HostEntry {
    HostEntry(
      host: host, roles: ["api"], pathRoles: [], isAI: isAI, certainty: .documented,
      sources: ["test"], note: nil)
  }

  @Test(arguments: [
    ("api.one.com", "api.one.com"), ("one.com", ".one.com"), ("www.one.com", ".one.com"),
    ("a.b.c.one.com", ".one.com"), ("x.api.one.com", "*.api.one.com"),
    ("runtime.us.one.com", "runtime.*.one.com"), ("runtime.eu.one.com", "runtime.eu.one.com"),
    ("us-east.one.com", "*-east.one.com"), ("-east.one.com", "*-east.one.com"),
    ("x.us-east.one.com", ".one.com"), ("two.com", "two.com"), ("x.deep.two.com", "*.deep.two.com"),
    ("o12.in.us.two.com", "o*.in.*.two.com"), ("localhost:11434", "localhost:11434"),
    ("collector.example:4318", "*:4318"), ("two.com:4318", "two.com"),
  ])
  func `chooses the exact name, then wildcards inside, then the longest suffix`(
    name: String, pattern: String
  ) {
    #expect(Self.catalogue.host(name)?.entry.host == pattern)
  }

  @Test(arguments: [
    "", ".", "com", "one.net", "xone.com", "www.two.com", "deep.two.com", "api..one.com",
    ".one.com",
    "o1.in.two.com", "one.com..", "127.0.0.1", "[::1]", ":443",
    "api.one.com:x",
  ])
  func `finds nothing for a name that no pattern covers`(name: String) {
    #expect(Self.catalogue.host(name) == nil)
  }

  @Test(arguments: ["API.One.Com", "api.one.com.", "aPI.ONE.COM.:443", "api.one.com:4319"])
  func `ignores case, a port and a final dot`(name: String) {
    #expect(Self.catalogue.host(name)?.entry.host == "api.one.com")
  }

  @Test func `takes raw bytes as well, and refuses what is no name`() {
    let name = Array("api.one.com".utf8)
    #expect(Self.catalogue.host(bytes: name.span.bytes)?.vendor.id == "one")
    #expect(Self.catalogue.hostID(name.span.bytes).map { Self.catalogue.isAI($0) } == true)
    let long = Array(String(repeating: "a.", count: 200).utf8) + name
    #expect(Self.catalogue.host(bytes: long.span.bytes) == nil)
    var random = SeededRandom(seed: 3)
    for _ in 0..<2_000 {
      let noise = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(Self.catalogue.host(bytes: noise.span.bytes) == nil)
    }
  }

  @Test(arguments: 1...63)
  func `looks at every byte of a label, whatever its length`(length: Int) {
    let label = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 26) }
    let host = String(decoding: label, as: UTF8.self) + ".one.net"
    let catalogue = Catalogue(
      vendors: [Vendor(id: "one", name: "One", kind: .ai, endpoints: [Self.entry(host)])],
      tools: [], signals: [], attributes: [])
    #expect(catalogue.host(host) != nil)
    #expect(catalogue.host(host.uppercased()) != nil)
    #expect(catalogue.host("a" + host) == nil)
    #expect(catalogue.host(String(host.dropFirst())) == nil)
    for i in 0..<length {
      // Another bit of a letter makes another name, except the one that makes it a capital.
      for bit in 0..<8 {
        var name = Array(host.utf8)
        name[i] ^= 1 << UInt8(bit)
        #expect((catalogue.host(bytes: name.span.bytes) != nil) == (bit == 5))
      }
    }
  }

  @Test func `says whether a host alone makes traffic AI traffic`() {
    #expect(Self.catalogue.host("two.com")?.entry.isAI == false)
    #expect(Self.catalogue.host("one.com")?.entry.isAI == true)
  }

  @Test func `gives a path the roles of its longest prefix`() {
    let entry = HostEntry(
      host: "a.com", roles: ["app"],
      pathRoles: [
        HostEntry.PathRole(prefix: "/v1/log", roles: ["telemetry"]),
        HostEntry.PathRole(prefix: "/v1", roles: ["api"]),
      ], isAI: true, certainty: .documented, sources: ["test"], note: nil)
    #expect(entry.roles(forPath: "/v1/log/batch") == ["telemetry"])
    #expect(entry.roles(forPath: "/v1/messages") == ["api"])
    #expect(entry.roles(forPath: "/") == ["app"])
  }
}
