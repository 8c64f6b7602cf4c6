import Wire

/// A packet's header before its protection is removed (RFC 9000, section 17). Ranges are offsets into
/// the datagram.
///
/// ```
/// long:   1 | form 1, fixed 1, type 2, … 4 | version 32 | DCID len 8 | DCID | SCID len 8 | SCID
///           Initial: token len (i) | token | length (i) | number 8..32 | payload
///           0-RTT, Handshake:                length (i) | number 8..32 | payload
///           Retry: token | integrity tag 128
/// short:  0 | fixed 1, spin 1, … 6 | DCID | number 8..32 | payload
/// ```
public struct QUICPacketHeader: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case initial, zeroRTT, handshake, retry
    case oneRTT
    case versionNegotiation
    /// A long header of a version that cannot be read.
    case unknownVersion
  }

  public enum Failure: Error, Hashable {
    case truncated
    /// A connection id longer than the 20 bytes that a known version allows.
    case connectionIDTooLong(Int)
  }

  public var kind: Kind
  public var firstByte: UInt8
  /// Zero for short headers and version negotiation.
  public var version: UInt32
  public var start: Int
  /// Empty for short headers: its length is known to the connection only.
  public var destination: Range<Int>
  public var source: Range<Int>
  public var token: Range<Int>
  /// Where the packet number stands; for kinds without one, where the rest begins.
  public var numberOffset: Int
  /// One past the packet's last byte.
  public var end: Int

  /// Reads the header of the packet at `start` of a datagram.
  public init(parsing datagram: borrowing RawSpan, at start: Int) throws(Failure) {
    guard start < datagram.byteCount else { throw .truncated }
    self.start = start
    firstByte = datagram[start]
    version = 0
    destination = start + 1..<start + 1
    source = destination
    token = destination
    end = datagram.byteCount
    numberOffset = start + 1
    guard firstByte & 0x80 != 0 else {
      kind = .oneRTT
      return
    }
    guard datagram.byteCount - start >= 7 else { throw .truncated }
    version = datagram.uint32(at: start + 1)
    let known = QUICVersion(version)
    var position = start + 5
    destination = try Self.connectionID(datagram, at: &position, isBounded: known != nil)
    source = try Self.connectionID(datagram, at: &position, isBounded: known != nil)
    numberOffset = position
    guard version != 0 else {
      kind = .versionNegotiation
      return
    }
    guard let known else {
      kind = .unknownVersion
      return
    }
    var type = firstByte >> 4 & 3
    if known.isVersion2 { type = (type &+ 3) & 3 }
    switch type {
    case 0: kind = .initial
    case 1: kind = .zeroRTT
    case 2: kind = .handshake
    default:
      kind = .retry
      return
    }
    if kind == .initial {
      guard let range = VariableInteger.readRange(datagram, at: &position) else {
        throw .truncated
      }
      token = range
    }
    guard let body = VariableInteger.readRange(datagram, at: &position) else { throw .truncated }
    numberOffset = body.lowerBound
    end = body.upperBound
  }

  private static func connectionID(
    _ datagram: borrowing RawSpan, at position: inout Int, isBounded: Bool
  ) throws(Failure) -> Range<Int> {
    guard position < datagram.byteCount else { throw .truncated }
    let count = Int(datagram[position])
    guard !isBounded || count <= 20 else { throw .connectionIDTooLong(count) }
    position += 1
    guard datagram.byteCount - position >= count else { throw .truncated }
    defer { position += count }
    return position..<position + count
  }
}

/// Recovers a whole packet number from its truncated form (RFC 9000, appendix A.3).
///
/// - Parameters:
///   - truncated: the 1 to 4 bytes on the wire.
///   - length: how many bytes they were.
///   - largest: the largest number read so far in the same space, or nil at the beginning.
public func decodePacketNumber(_ truncated: UInt64, length: Int, largest: UInt64?) -> UInt64 {
  let expected = largest.map { $0 + 1 } ?? 0
  let window: UInt64 = 1 << UInt64(length * 8)
  let candidate = (expected & ~(window - 1)) | truncated
  if candidate + window / 2 <= expected, candidate < (1 << 62) - window {
    return candidate + window
  }
  if candidate > expected + window / 2, candidate >= window { return candidate - window }
  return candidate
}
