import Model

/// Addresses that only mean something inside the user's network (RFC 1918, 6598, 4193; RFC 4007 with a zone).
///
/// Loopback is everybody's and says nothing; three numbers or five are a version.
enum PrivateAddress {
  static let id = "recogniser.private-address"

  static func inspect(_ text: Span<UInt8>, dot: Int, _ sink: inout FindingSink) {
    let start = text.start(before: dot, limit: 4) { $0.isDigit }
    guard start < dot, dot - start <= 3 else { return }
    // Only the first of the three dots looks further.
    if let before = text.byte(start - 1),
      before == UInt8(ascii: ".") || before.isWord
        || before == UInt8(ascii: "-")
    {
      return
    }
    let end = text.end(from: dot, limit: 14) { $0.isDigit || $0 == UInt8(ascii: ".") }
    if let after = text.byte(end), after.isWord || after == UInt8(ascii: "-") { return }
    var range = start..<end
    if text[end - 1] == UInt8(ascii: ".") { range = start..<(end - 1) }
    let value = text.text(range)
    guard let address = IPAddress(value), address.isV4, address.isPrivate else { return }
    let bytes = address.bytes
    guard bytes[0] != 127, !(bytes[0] == 169 && bytes[1] == 254), !isManual(value) else { return }
    sink.add(Finding("network.private_address", Array(value.utf8), source: id, confidence: 0.8))
  }

  /// IPv6, by its first colon: unique local addresses, and link-local ones that name their interface.
  static func inspectColon(_ text: Span<UInt8>, colon: Int, _ sink: inout FindingSink) {
    guard let first = text.byte(colon - 4), first | 0x20 == UInt8(ascii: "f"),
      text.byte(colon - 3)?.isHex == true, text.byte(colon - 2)?.isHex == true,
      text.byte(colon - 1)?.isHex == true
    else { return }
    let start = colon - 4
    if let before = text.byte(start - 1), before.isWord || ":.-%".utf8.contains(before) { return }
    let end = text.end(from: colon, limit: 42) {
      $0.isHex || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
    }
    var last = end
    while last > colon, text.byte(last - 1) == UInt8(ascii: ".") { last -= 1 }
    var zoneEnd = last
    if last == end, text.byte(last) == UInt8(ascii: "%") {
      zoneEnd = text.end(from: last + 1, limit: 15) { $0.isWord || $0 == UInt8(ascii: "-") }
    }
    if last == end, let after = text.byte(zoneEnd), after.isWord || after == UInt8(ascii: "-") {
      return
    }
    let value = text.text(start..<last)
    guard let address = IPAddress(value), !address.isV4, !manualV6.contains(value.lowercased())
    else { return }
    let bytes = address.bytes
    let isUniqueLocal = bytes[0] & 0xfe == 0xfc
    let isLinkLocal = bytes[0] == 0xfe && bytes[1] & 0xc0 == 0x80 && zoneEnd > last + 1
    guard isUniqueLocal || isLinkLocal else { return }
    sink.add(
      Finding(
        "network.private_address", text.copy(start..<(isLinkLocal ? zoneEnd : last)), source: id,
        confidence: 0.8))
  }

  private static let manualV6: Set<String> = ["fc00::", "fd00::", "fd00::1", "fe80::", "fe80::1"]

  /// Addresses that manuals use.
  private static func isManual(_ value: String) -> Bool {
    [
      "10.0.0.0", "10.0.0.1", "192.168.0.1", "192.168.1.1", "192.168.0.0", "172.16.0.0",
      "192.168.1.100",
    ]
    .contains(value)
  }
}
