extension RawSpan {
  /// The byte at `offset`, which must be within the span.
  @inlinable @inline(__always)
  public subscript(offset: Int) -> UInt8 {
    unsafeLoadChecked(offset, as: UInt8.self)
  }

  /// The big-endian 16-bit number at `offset`.
  @inlinable @inline(__always)
  public func uint16(at offset: Int) -> UInt16 {
    UInt16(bigEndian: unsafeLoadChecked(offset, as: UInt16.self))
  }

  /// The big-endian 32-bit number at `offset`.
  @inlinable @inline(__always)
  public func uint32(at offset: Int) -> UInt32 {
    UInt32(bigEndian: unsafeLoadChecked(offset, as: UInt32.self))
  }

  /// The big-endian 64-bit number at `offset`.
  @inlinable @inline(__always)
  public func uint64(at offset: Int) -> UInt64 {
    UInt64(bigEndian: unsafeLoadChecked(offset, as: UInt64.self))
  }

  @inlinable @inline(__always)
  func unsafeLoadChecked<T: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as: T.Type) -> T {
    precondition(offset >= 0 && offset &+ MemoryLayout<T>.size <= byteCount)
    return unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: T.self)
  }

  /// A copy of the bytes.
  @inlinable
  public var array: [UInt8] {
    unsafe withUnsafeBytes { unsafe Array($0) }
  }

  /// Appends the bytes to an array.
  @inlinable
  public func append(to array: inout [UInt8]) {
    unsafe withUnsafeBytes { unsafe array.append(contentsOf: $0) }
  }

  /// Whether the span begins with these bytes.
  public func starts(with prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard byteCount >= count else { return false }
    for i in 0..<count {
      let expected = unsafe prefix.utf8Start[i]
      if self[i] != expected { return false }
    }
    return true
  }

  /// Whether the span ends with these bytes.
  public func ends(with suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    return byteCount >= count && extracting(byteCount - count..<byteCount).starts(with: suffix)
  }

  /// Whether the bytes are the same as another span's.
  public func isEqual(to other: RawSpan) -> Bool {
    guard byteCount == other.byteCount else { return false }
    var i = 0
    while i &+ 8 <= byteCount {
      if uint64(at: i) != other.uint64(at: i) { return false }
      i &+= 8
    }
    while i < byteCount {
      if self[i] != other[i] { return false }
      i &+= 1
    }
    return true
  }

  /// Offset of the first `byte` at or after `start`.
  @inlinable
  public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    var i = start
    while i < byteCount {
      if self[i] == byte { return i }
      i &+= 1
    }
    return nil
  }
}

extension Array where Element == UInt8 {
  /// Lends the array's bytes as a span.
  @inlinable
  public func withRawSpan<R, E: Error>(_ body: (RawSpan) throws(E) -> R) throws(E) -> R {
    try unsafe body(span.bytes)
  }
}
