/// Reads a byte sequence from front to back, in place and bounds-checked.
///
/// A reader never looks past the span that it was given, so a length-prefixed body is read by taking
/// its bytes (``take(_:)``) and giving them a reader of their own.
@frozen
public struct ByteReader: ~Escapable {
  @usableFromInline let span: RawSpan
  @usableFromInline var position: Int

  @_lifetime(copy span)
  @inlinable @inline(__always)
  public init(_ span: RawSpan) {
    self.span = span
    position = 0
  }

  /// Bytes not yet read.
  @inlinable public var remaining: Int { span.byteCount &- position }

  /// Offset of the next byte from the start of the span.
  @inlinable public var offset: Int { position }

  @inlinable public var isAtEnd: Bool { remaining == 0 }

  /// Reads an integer in network byte order.
  @_lifetime(self: copy self)
  @inlinable @inline(__always)
  public mutating func read<T: FixedWidthInteger & BitwiseCopyable>(
    _: T.Type = T.self
  ) throws(Truncated) -> T {
    T(bigEndian: try load(T.self))
  }

  /// Reads a three-byte integer in network byte order, as TLS and HTTP/2 lengths are.
  @_lifetime(self: copy self)
  @inlinable
  public mutating func readUInt24() throws(Truncated) -> Int {
    guard remaining >= 3 else { throw Truncated(needed: 3, available: remaining) }
    let high = try read(UInt8.self)
    let low = try read(UInt16.self)
    return Int(high) << 16 | Int(low)
  }

  @_lifetime(self: copy self)
  @inlinable @inline(__always)
  mutating func load<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type) throws(Truncated) -> T {
    let size = MemoryLayout<T>.size
    guard remaining >= size else { throw Truncated(needed: size, available: remaining) }
    let value = unsafe span.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: T.self)
    position &+= size
    return value
  }

  /// Takes the next `count` bytes without copying them.
  @_lifetime(copy self) @_lifetime(self: copy self)
  @inlinable @inline(__always)
  public mutating func take(_ count: Int) throws(Truncated) -> RawSpan {
    guard count >= 0, remaining >= count else {
      throw Truncated(needed: count, available: remaining)
    }
    let bytes = unsafe span.extracting(unchecked: position..<(position &+ count))
    position &+= count
    return bytes
  }

  @_lifetime(self: copy self)
  @inlinable
  public mutating func skip(_ count: Int) throws(Truncated) {
    guard count >= 0, remaining >= count else {
      throw Truncated(needed: count, available: remaining)
    }
    position &+= count
  }
}
