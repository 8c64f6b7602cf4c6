/// Small pieces of what a server sent and nobody read: their sizes and times are in the open.
public struct UnreadPieces: Sendable, Hashable {
  /// Pieces longer than this say little about single words.
  public static let longest = 1024
  /// Sizes told apart.
  private static let mostSizes = 256

  public private(set) var count = 0
  public private(set) var first: Timestamp?
  public private(set) var last: Timestamp?
  private var lengths: Set<UInt16> = []

  public init() {}

  /// Different sizes among them.
  public var sizes: Int { lengths.count }

  public mutating func note(_ length: Int, at time: Timestamp) {
    guard length > 0, length <= Self.longest else { return }
    count += 1
    if lengths.count < Self.mostSizes { lengths.insert(UInt16(length)) }
    first = first ?? time
    last = time
  }
}
