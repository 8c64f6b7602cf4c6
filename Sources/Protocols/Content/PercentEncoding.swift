import Wire

/// Percent-encoding (RFC 3986, section 2.1).
public enum PercentEncoding {
  /// Resolves `%XX`; a percent sign without two hexadecimal digits behind it stands for itself.
  ///
  /// - Parameter plusIsSpace: whether `+` stands for a space, as in forms.
  public static func decode(_ bytes: Span<UInt8>, plusIsSpace: Bool = false) -> [UInt8] {
    let raw = bytes.bytes
    var output: [UInt8] = []
    output.reserveCapacity(raw.byteCount)
    var i = 0
    while i < raw.byteCount {
      let (byte, length) = step(raw, at: i, plusIsSpace)
      output.append(byte)
      i += length
    }
    return output
  }

  private static func step(
    _ raw: RawSpan, at i: Int, _ plusIsSpace: Bool
  ) -> (byte: UInt8, length: Int) {
    let byte = raw[i]
    if byte == UInt8(ascii: "%"), i + 2 < raw.byteCount, let high = raw[i + 1].hexadecimalValue,
      let low = raw[i + 2].hexadecimalValue
    {
      return (high << 4 | low, 3)
    }
    return (plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte, 1)
  }
}
