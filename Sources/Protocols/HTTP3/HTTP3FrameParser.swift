import Wire

/// Splits one direction of an HTTP/3 stream into frames (RFC 9114, section 7.1).
///
/// ```
/// type (i) | length (i) | payload
/// ```
public struct HTTP3FrameParser: Sendable {
  public enum Step: Sendable, Hashable {
    case begin(type: UInt64, length: UInt64)
    /// Payload of the current frame, as offsets into the bytes given.
    case payload(Range<Int>)
    case end
  }

  private enum State {
    case header
    case payload(remaining: UInt64)
    /// Where the next frame begins is not known any more.
    case lost
  }

  private var state = State.header
  private var pending: [UInt8] = []

  public init() {}

  public var isLost: Bool { if case .lost = state { true } else { false } }

  /// Whether the stream may end here.
  public var isAtBoundary: Bool {
    if case .header = state { pending.isEmpty } else { false }
  }

  /// The next thing in the bytes from `offset` on; nil when they are used up.
  public mutating func next(in bytes: borrowing RawSpan, at offset: inout Int) -> Step? {
    switch state {
    case .lost:
      offset = bytes.byteCount
      return nil
    case .payload(let remaining):
      guard remaining > 0 else {
        state = .header
        return .end
      }
      guard offset < bytes.byteCount else { return nil }
      let count = Int(min(remaining, UInt64(bytes.byteCount - offset)))
      state = .payload(remaining: remaining - UInt64(count))
      defer { offset += count }
      return .payload(offset..<offset + count)
    case .header:
      // A header has 16 bytes at most, so bytes are tried one by one.
      while offset < bytes.byteCount {
        pending.append(bytes[offset])
        offset += 1
        let header = pending
        var position = 0
        guard let type = VariableInteger.read(header.span.bytes, at: &position),
          let length = VariableInteger.read(header.span.bytes, at: &position)
        else { continue }
        pending = []
        state = .payload(remaining: length)
        return .begin(type: type, length: length)
      }
      return nil
    }
  }

  /// Steps over bytes that the capture lost; false when the frames cannot be followed any more.
  public mutating func skip(_ count: Int) -> Bool {
    guard case .payload(let remaining) = state, remaining >= UInt64(count) else {
      state = .lost
      return false
    }
    state = .payload(remaining: remaining - UInt64(count))
    return true
  }
}
