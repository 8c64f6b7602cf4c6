// String.removingPercentEscapes    what a segment of a path or a value of a query says

/// Takes known values out of protocol records, wherever they stand.
public struct ValueHiding: Sendable {
  /// A text without the values in it.
  var text: @Sendable (String) -> String
  /// A host name without the values in it; a vendor's own labels stay.
  var host: @Sendable (String) -> String
  /// A text that is itself a value, replaced; any other as it is.
  var whole: @Sendable (String) -> String

  public init(
    text: @escaping @Sendable (String) -> String, host: @escaping @Sendable (String) -> String,
    whole: @escaping @Sendable (String) -> String
  ) {
    self.text = text
    self.host = host
    self.whole = whole
  }
}

extension String {
  /// With percent escapes undone (RFC 3986, section 2.1); itself where there are none.
  var removingPercentEscapes: String {
    let bytes = Array(utf8)
    guard bytes.contains(0x25) else { return self }
    func digit(_ at: Int) -> UInt8? {
      guard at < bytes.count else { return nil }
      return switch bytes[at] {
      case 0x30...0x39: bytes[at] - 0x30
      case 0x41...0x46: bytes[at] - 0x37
      case 0x61...0x66: bytes[at] - 0x57
      default: nil
      }
    }
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x25, let high = digit(at + 1), let low = digit(at + 2) {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
