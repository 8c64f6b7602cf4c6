import Wire

/// Walks the elements of a DER encoding, front to back (X.690, section 8.1).
///
/// Reads definite lengths of up to four bytes and tags of one byte: all that certificates use.
struct DERReader: ~Copyable {
  /// One element: where its content lies in the bytes that were walked.
  struct Element {
    var tag: UInt8
    var content: Range<Int>
  }

  private var offset: Int
  private let end: Int

  init(_ range: Range<Int>) {
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset >= end }

  /// The next element, or nil at the end and where the encoding is broken.
  mutating func next(in bytes: borrowing RawSpan) -> Element? {
    guard end - offset >= 2 else { return nil }
    let tag = bytes[offset]
    guard tag & 0x1f != 0x1f else { return nil }
    var start = offset + 2
    var length = Int(bytes[offset + 1])
    if length & 0x80 != 0 {
      let count = length & 0x7f
      guard count >= 1, count <= 4, end - start >= count else { return nil }
      length = 0
      for i in start..<start + count { length = length << 8 | Int(bytes[i]) }
      start += count
    }
    guard length <= end - start else { return nil }
    offset = start + length
    return Element(tag: tag, content: start..<start + length)
  }

  /// The content of the next element when it has this tag.
  mutating func next(_ tag: UInt8, in bytes: borrowing RawSpan) -> Range<Int>? {
    guard let element = next(in: bytes), element.tag == tag else { return nil }
    return element.content
  }
}
