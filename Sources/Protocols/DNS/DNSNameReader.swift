import Wire

/// Reads domain names out of a message, compressed ones too (RFC 1035, sections 3.1 and 4.1.4).
enum DNSNameReader {
  /// Bytes of a name as sent, length bytes included (RFC 1035, section 2.3.4).
  private static let limit = 255

  /// Appends the name at `offset` in presentation form, without the final dot; the root is a lone
  /// dot.
  ///
  /// A compression pointer must lead further back than any place read so far, so that no chain of
  /// them goes round.
  ///
  /// - Parameter offset: where the name begins; moves behind it.
  static func read(
    _ message: RawSpan, at offset: inout Int, into text: inout [UInt8]
  ) throws(DNS.Failure) {
    var position = offset
    var lowest = offset
    var behind: Int?
    var length = 0
    let start = text.count
    while true {
      guard position < message.byteCount else { throw .truncated }
      let byte = message[position]
      switch byte >> 6 {
      case 0:
        let count = Int(byte)
        guard position + 1 + count <= message.byteCount else { throw .truncated }
        length += count + 1
        guard length <= limit else { throw .nameTooLong }
        if count == 0 {
          if text.count == start { text.append(UInt8(ascii: ".")) }
          offset = behind ?? position + 1
          return
        }
        if text.count > start { text.append(UInt8(ascii: ".")) }
        append(message.extracting(position + 1..<position + 1 + count), to: &text)
        position += count + 1
      case 3:
        guard position + 2 <= message.byteCount else { throw .truncated }
        let target = Int(message.uint16(at: position) & 0x3fff)
        guard target < lowest else { throw .badPointer }
        behind = behind ?? position + 2
        lowest = target
        position = target
      default:
        throw .badLabel
      }
    }
  }

  /// Moves behind the name at `offset`, without a look at what it points to.
  static func skip(_ message: RawSpan, at offset: inout Int) throws(DNS.Failure) {
    while true {
      guard offset < message.byteCount else { throw .truncated }
      let byte = message[offset]
      switch byte >> 6 {
      case 0:
        offset += 1 + Int(byte)
        if byte == 0 { return }
      case 3:
        guard offset + 2 <= message.byteCount else { throw .truncated }
        offset += 2
        return
      default:
        throw .badLabel
      }
    }
  }

  /// The name at `offset` as text.
  static func name(_ message: RawSpan, at offset: inout Int) throws(DNS.Failure) -> String {
    if let end = endOfPlainName(message, from: offset) {
      defer { offset = end + 1 }
      return plainName(message.extracting(offset..<end))
    }
    var text: [UInt8] = []
    text.reserveCapacity(64)
    try read(message, at: &offset, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Where the final zero of a name stands that is neither compressed nor escaped, as most are; nil for others.
  private static func endOfPlainName(_ message: RawSpan, from start: Int) -> Int? {
    var position = start
    while position < message.byteCount {
      let count = Int(message[position])
      if count == 0 { return position > start && position - start < limit ? position : nil }
      guard count < 64, position + count < message.byteCount else { return nil }
      for i in position + 1...position + count where !isPlain(message[i]) { return nil }
      position += count + 1
    }
    return nil
  }

  /// A plain name from its labels, without the final zero.
  private static func plainName(_ labels: RawSpan) -> String {
    String(unsafeUninitializedCapacity: labels.byteCount - 1) { text in
      var next = Int(labels[0]) + 1
      for i in 1..<labels.byteCount {
        if i == next {
          text[i - 1] = UInt8(ascii: ".")
          next += Int(labels[i]) + 1
        } else {
          text[i - 1] = labels[i]
        }
      }
      return labels.byteCount - 1
    }
  }

  private static func append(_ label: RawSpan, to text: inout [UInt8]) {
    for i in 0..<label.byteCount where !isPlain(label[i]) {
      for i in 0..<label.byteCount { append(label[i], to: &text) }
      return
    }
    label.append(to: &text)
  }

  /// Whether a byte stands for itself: printable, and neither dot nor backslash.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "\\")
  }

  private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "\\"):
      text.append(UInt8(ascii: "\\"))
      text.append(byte)
    case 0x21...0x7e:
      text.append(byte)
    default:
      appendEscape(of: byte, to: &text)
    }
  }

  /// Appends `\DDD`.
  static func appendEscape(of byte: UInt8, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\\"))
    text.append(UInt8(ascii: "0") + byte / 100)
    text.append(UInt8(ascii: "0") + byte / 10 % 10)
    text.append(UInt8(ascii: "0") + byte % 10)
  }
}
