import Crypto
import Model

/// Digests one direction of a TCP flow as its bytes are passed on.
struct StreamRecorder {
  /// Gaps that are listed; a stream with more is told by its length and its first gaps.
  private static let mostGaps = 4_096

  private var hasher = SHA256()
  private var length: UInt64 = 0
  private var gaps: [FlowSummary.StreamDigest.Gap] = []

  mutating func receive(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    length += UInt64(bytes.byteCount)
  }

  mutating func gap(_ count: Int) {
    if let last = gaps.last, last.offset + last.length == length {
      gaps[gaps.count - 1].length += UInt64(count)
    } else if gaps.count < Self.mostGaps {
      gaps.append(.init(offset: length, length: UInt64(count)))
    }
    length += UInt64(count)
  }

  var digest: FlowSummary.StreamDigest {
    FlowSummary.StreamDigest(
      length: length, sha256: Digest.hex(hasher.finalize()), gaps: gaps)
  }
}
