/// What came out of compressed bytes, as far as it went.
public struct Decompressed: Sendable, Hashable {
  public var bytes: [UInt8] = []
  /// Bytes of the input that were used.
  public var consumed = 0
  /// Why it stopped early; nil when the end of the compressed data was reached, or the cap.
  public var failure: String?
  /// Whether the output reached its cap and there was more.
  public var isTruncated = false

  public init() {}

  static let endsEarly = "compressed data ends early"
}

/// Collects decompressor output piece by piece, up to a cap.
struct OutputBuffer {
  static let pieceSize = 32 << 10

  var bytes: [UInt8] = []
  /// Whether bytes beyond the cap were thrown away.
  private(set) var isTruncated = false
  private(set) var discarded = 0
  private let limit: Int
  private var piece: [UInt8]

  init(limit: Int) {
    self.limit = max(limit, 0)
    piece = [UInt8](repeating: 0, count: Self.pieceSize)
  }

  /// Lends room to a decompressor, which returns how much of it it filled.
  mutating func fill(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    let count = piece.withUnsafeMutableBufferPointer { body($0) }
    let kept = min(count, limit - bytes.count)
    bytes.append(contentsOf: piece[..<kept])
    if kept < count {
      isTruncated = true
      discarded += count - kept
    }
  }
}
