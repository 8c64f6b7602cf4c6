import Model
import Testing

@Suite struct `IP addresses` {
  @Test(arguments: [
    "0.0.0.0", "10.77.1.23", "255.255.255.255", "::", "::1", "2001:db8::1", "fe80::1:2:3:4",
    "2001:0:0:1::1", "1:2:3:4:5:6:7:8", "2001:db8:1:1:1:1:0:1",
  ])
  func `read back as they are written`(text: String) throws {
    let address = try #require(IPAddress(text))
    #expect(address.description == text)
  }

  // RFC 5952, section 4.
  @Test(arguments: [
    ("2001:0db8:0000:0000:0000:0000:0002:0001", "2001:db8::2:1"),
    ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
    ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
  ])
  func `are shortened as RFC 5952 says`(long: String, short: String) {
    #expect(IPAddress(long)?.description == short)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.256", "1.2.3.4.5", "a.b.c.d", ":::", "1::2::3", "12345::", "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9", "+1.2.3.4",
  ])
  func `are refused when malformed`(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [
    ("10.1.2.3", true), ("172.16.0.1", true), ("172.32.0.1", false), ("192.168.1.1", true),
    ("100.64.0.1", true), ("100.128.0.1", false), ("127.0.0.1", true), ("169.254.1.1", true),
    ("8.8.8.8", false), ("fe80::1", true), ("fd00::1", true), ("::1", true), ("2001:db8::1", false),
  ])
  func `know whether they are private`(text: String, isPrivate: Bool) {
    #expect(IPAddress(text)?.isPrivate == isPrivate)
  }
}

@Suite struct `Timestamps` {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000000Z"),
    (1_795_382_763_123_456_789, "2026-11-22T21:26:03.123456Z"),
    (951_782_400_000_000_000, "2000-02-29T00:00:00.000000Z"),
    (-1_000, "1969-12-31T23:59:59.999999Z"),
  ])
  func `are written in UTC with microseconds`(nanoseconds: Int, text: String) {
    #expect(Timestamp(nanoseconds: Int64(nanoseconds)).description == text)
  }
}
