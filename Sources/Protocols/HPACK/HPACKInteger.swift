import Wire

/// Integers with a prefix of less than an octet (RFC 7541, section 5.1), shared with QPACK.
public enum HPACKInteger {
  public enum Failure: Error, Hashable, Sendable {
    /// The bytes ended within the integer.
    case truncated
    /// The value does not fit 32 bits; no length or index on the wire is that large.
    case tooLarge
  }

  /// Reads an integer whose first octet stands at `offset`, and moves `offset` behind it.
  ///
  /// - Parameter prefix: bits of the first octet that belong to the integer, 1 to 8.
  public static func read(
    _ bytes: borrowing RawSpan, at offset: inout Int, prefix: Int
  ) throws(Failure) -> Int {
    guard offset < bytes.byteCount else { throw .truncated }
    let mask = (1 << prefix) - 1
    var value = Int(bytes[offset]) & mask
    offset += 1
    guard value == mask else { return value }
    var shift = 0
    while true {
      guard offset < bytes.byteCount else { throw .truncated }
      let byte = Int(bytes[offset])
      offset += 1
      // Zeros may be written at any length; more than this many are only a way to waste time.
      guard shift <= 28 else { throw .tooLarge }
      value += (byte & 0x7f) << shift
      guard value <= 0xffff_ffff else { throw .tooLarge }
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
  }
}
