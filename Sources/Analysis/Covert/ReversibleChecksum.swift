import Model
import Protocols

/// A header that looks like a checksum and is an identifier in disguise: eight base64 characters of the time,
/// each byte XORed with the one before it and shifted by its place, and then ids of the machine in clear.
enum ReversibleChecksum {
  static let id = "covert.reversible-checksum"

  static func findings(_ value: String) -> [Finding] {
    let bytes = Array(value.utf8)
    guard bytes.count >= 8 + 32, bytes.count <= 512, let time = time(of: bytes[..<8]) else {
      return []
    }
    let ids = bytes[8...].split(separator: UInt8(ascii: "/")).prefix(2)
    guard let machine = ids.first, isDigest(machine) else { return [] }
    var findings = [
      Finding(
        "covert.obfuscated_identifier", bytes, source: id, basis: .marker, confidence: 0.95,
        note: "reversible: time \(time) in thousands of seconds since 1970, then "
          + (ids.count > 1 ? "machine id and id made of the MAC address" : "machine id")),
      Finding(
        "identity.machine_id", Array(machine), source: id, basis: .marker, confidence: 0.9,
        note: "behind a disguised time"),
    ]
    if ids.count > 1, isDigest(ids[1]) {
      findings.append(
        Finding(
          "identity.mac_address", Array(ids[1]), source: id, basis: .marker, confidence: 0.7,
          note: "digest made of the MAC address, behind a disguised time"))
    }
    return findings
  }

  /// The time in thousands of seconds, when it lies between 2020 and 2100.
  private static func time(of text: ArraySlice<UInt8>) -> Int? {
    guard let mixed = Base64.decode(Array(text).span), mixed.count == 6 else { return nil }
    var key: UInt8 = 165
    var time = 0
    for (i, byte) in mixed.enumerated() {
      time = time << 8 | Int((byte &- UInt8(i)) ^ key)
      key = byte
    }
    return (1_577_836...4_102_444).contains(time) ? time : nil
  }

  private static func isDigest(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 32 && bytes.count <= 128
      && bytes.allSatisfy { $0.isHex || $0 == UInt8(ascii: "-") }
  }
}
