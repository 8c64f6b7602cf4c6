import Model

/// Addresses that only mean something inside the user's network (RFC 1918, 6598).
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

  /// Addresses that manuals use.
  private static func isManual(_ value: String) -> Bool {
    [
      "10.0.0.0", "10.0.0.1", "192.168.0.1", "192.168.1.1", "192.168.0.0", "172.16.0.0",
      "192.168.1.100",
    ]
    .contains(value)
  }
}
