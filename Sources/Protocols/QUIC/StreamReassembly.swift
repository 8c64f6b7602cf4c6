public import Model
import Wire

/// Puts one direction of a stream in order (RFC 9000, section 2.2): duplicates and overlaps are
/// dropped, what comes early is held until the hole before it is filled or given up.
public struct StreamReassembly {
  private struct Piece {
    var offset: UInt64
    var bytes: [UInt8]
    var provenance: Provenance
    var end: UInt64 { offset + UInt64(bytes.count) }
  }

  /// Offset of the next byte to deliver.
  public private(set) var next: UInt64 = 0
  /// Where the stream ends, once known.
  public private(set) var finalSize: UInt64?
  /// Bytes held because something before them is missing.
  public private(set) var heldBytes = 0
  /// In order of offset.
  private var held: [Piece] = []

  /// Pieces held; many small ones would cost more than their bytes.
  public static let pieceLimit = 1_024

  public init() {}

  public var isFinished: Bool { finalSize.map { next >= $0 } ?? false }
  public var heldPieces: Int { held.count }

  /// Takes a frame's bytes and delivers what is in order now.
  ///
  /// - Returns: false when the frame contradicts the stream's end, and was dropped.
  @discardableResult
  public mutating func insert(
    _ bytes: RawSpan, at offset: UInt64, isFinal: Bool, provenance: Provenance,
    deliver: (RawSpan, Provenance) -> Void
  ) -> Bool {
    let (end, overflow) = offset.addingReportingOverflow(UInt64(bytes.byteCount))
    guard !overflow, end < 1 << 62 else { return false }
    if let finalSize, end > finalSize || (isFinal && end != finalSize) { return false }
    if isFinal {
      guard end >= next, held.last.map({ $0.end <= end }) ?? true else { return false }
      finalSize = end
    }
    guard end > next else { return true }
    if offset <= next {
      deliver(bytes.extracting(droppingFirst: Int(next - offset)), provenance)
      next = end
      drain(deliver)
    } else {
      hold(bytes, at: offset, provenance: provenance)
    }
    return true
  }

  /// Gives up the first hole: tells its size and delivers what lies behind it.
  ///
  /// - Returns: whether there was a hole with bytes behind it.
  public mutating func skipHole(
    gap: (Int, Provenance) -> Void, deliver: (RawSpan, Provenance) -> Void
  ) -> Bool {
    guard let first = held.first else { return false }
    gap(Int(clamping: first.offset - next), first.provenance)
    next = first.offset
    drain(deliver)
    return true
  }

  /// Learns where the stream ends from elsewhere, such as RESET_STREAM.
  public mutating func finish(at size: UInt64) {
    if finalSize == nil, size >= next { finalSize = size }
  }

  private mutating func hold(_ bytes: RawSpan, at offset: UInt64, provenance: Provenance) {
    var index = held.count
    while index > 0, held[index - 1].offset > offset { index -= 1 }
    let end = offset + UInt64(bytes.byteCount)
    // Retransmissions repeat a frame as it was; those are recognised here, odd overlaps on delivery.
    if index > 0, held[index - 1].end >= end { return }
    if index > 0, held[index - 1].offset == offset {
      heldBytes -= held[index - 1].bytes.count
      held.remove(at: index - 1)
      index -= 1
    }
    held.insert(Piece(offset: offset, bytes: bytes.array, provenance: provenance), at: index)
    heldBytes += bytes.byteCount
  }

  private mutating func drain(_ deliver: (RawSpan, Provenance) -> Void) {
    var used = 0
    while used < held.count, held[used].offset <= next {
      let piece = held[used]
      used += 1
      heldBytes -= piece.bytes.count
      guard piece.end > next else { continue }
      deliver(
        piece.bytes.span.bytes.extracting(droppingFirst: Int(next - piece.offset)),
        piece.provenance)
      next = piece.end
    }
    held.removeFirst(used)
  }
}
