public import Model
public import Wire

/// A run of frames that lie in one buffer, in the order they were captured.
public struct FrameBatch: Sendable {
  /// One frame: where its bytes lie and what the capture says of it.
  @frozen
  public struct Descriptor: Sendable {
    public var offset: Int
    /// Bytes captured.
    public var length: Int
    /// Bytes on the wire.
    public var wireLength: Int
    public var time: Timestamp
    public var linkType: LinkType
    /// Frame number in the capture, from one.
    public var number: Int

    /// Where its bytes lie.
    @inlinable public var place: Range<Int> { offset..<offset &+ length }
  }

  public internal(set) var storage: [UInt8] = []
  public internal(set) var frames: [Descriptor] = []
  /// Key-log text of Decryption Secrets Blocks met on the way.
  public internal(set) var secrets: [[UInt8]] = []

  public init() {}

  /// Takes out the frames that do not pass a filter.
  public mutating func apply(_ filter: FrameFilter) {
    let storage = storage
    let bytes = storage.span.bytes
    frames.removeAll {
      !filter.passes(bytes.extracting($0.place), linkType: $0.linkType, wireLength: $0.wireLength)
    }
  }
}
