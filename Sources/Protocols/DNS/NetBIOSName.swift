/// Names of the NetBIOS name service (RFC 1001, section 14).
///
/// A name is sixteen bytes, the last of which says what of: `00` a workstation, `20` a file server,
/// `1c` domain controllers. On the wire each half of a byte is a letter from `A` on.
enum NetBIOSName {
  static let encodedLength = 32

  /// The name behind an encoded label with its kind, such as `BUILD-FALCON-07<20>`; nil when the
  /// label is none. A scope behind the label stays.
  static func decode(_ name: String) -> String? {
    let label = Array(name.utf8.prefix { $0 != UInt8(ascii: ".") })
    guard label.count == encodedLength,
      label.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "P")).contains($0) })
    else { return nil }
    let bytes = stride(from: 0, to: encodedLength, by: 2).map { i in
      (label[i] - UInt8(ascii: "A")) << 4 | (label[i + 1] - UInt8(ascii: "A"))
    }
    return text(bytes) + String(name.dropFirst(encodedLength))
  }

  /// Fifteen bytes of name, padded, and one of kind.
  static func text(_ bytes: [UInt8]) -> String {
    var name = Array(bytes.prefix(15))
    while let last = name.last, last == 0x20 || last == 0 { name.removeLast() }
    var text: [UInt8] = []
    for byte in name {
      if (0x20...0x7e).contains(byte), byte != UInt8(ascii: "\\") {
        text.append(byte)
      } else {
        DNSNameReader.appendEscape(of: byte, to: &text)
      }
    }
    let kind = bytes.count > 15 ? bytes[15] : 0
    return String(decoding: text, as: UTF8.self) + "<\(kind < 16 ? "0" : "")"
      + String(kind, radix: 16) + ">"
  }
}
