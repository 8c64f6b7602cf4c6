import Model
import Testing

@Suite struct `An authority` {
  @Test(
    arguments: [
      ("h", "h", nil), ("h:8080", "h", 8_080), ("[::1]:8000", "::1", 8_000), ("[::1]", "::1", nil),
      ("2001:db8::2", "2001:db8::2", nil), ("u:p@h:1", "h", 1), ("a@b@[::1]:2", "::1", 2),
      ("h:", "h", nil), ("h:99999", "h", nil), ("h:+80", "h", nil), ("", "", nil),
      ("[::1", "[::1", nil),
      (":80", "", 80), ("@", "", nil),
    ] as [(String, String, UInt16?)])
  func `is a host and a port`(text: String, host: String, port: UInt16?) {
    #expect(Authority(text).host == host)
    #expect(Authority(text).port == port)
  }

  @Test func `compares by a name without case and final dot`() {
    #expect(Authority("API.Example.COM.:443").name == "api.example.com")
  }

  @Test(arguments: [
    "", ".", "a", "a.", "API.Example.COM", "api.example.com", "api.example.com:443", "u@h",
    "[::1]:2", "::1",
    "192.0.2.7", "_dns.example", "b\u{fc}cher.example", "a b",
  ])
  func `has the same name at a glance`(text: String) {
    #expect(Authority.name(of: text) == Authority(text).name)
  }

  @Test(
    arguments: [
      ("h:80", "http", "h"), ("h:443", "https", "h"), ("h:443", "http", "h:443"),
      ("h:80", "https", "h:80"), ("H.:8080", "http", "H.:8080"), ("[::1]:443", "HTTPS", "[::1]"),
      ("::443", "https", "::443"), ("u:p@h:80", "http", "h"), ("h:80", nil, "h:80"),
      ("h:", "http", "h:"),
    ] as [(String, String?, String)])
  func `stands as it was sent but for the scheme's own port`(
    text: String, scheme: String?, trimmed: String
  ) {
    #expect(Authority.trimmed(text, scheme: scheme) == trimmed)
  }
}
