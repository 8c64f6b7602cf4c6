/// Which frame of which capture: the pair that every piece of evidence leads back to.
///
/// Frames count from one within each capture, as Wireshark numbers them. Ids order by capture first,
/// so they also give the order of processing.
@frozen
public struct FrameID: Hashable, Comparable, Sendable {
  @usableFromInline let packed: UInt64

  /// - Parameters:
  ///   - capture: index of the capture in the run, from zero.
  ///   - number: frame number within it, from one.
  @inlinable
  public init(capture: Int, number: Int) {
    packed = UInt64(truncatingIfNeeded: capture) << 48 | UInt64(truncatingIfNeeded: number)
  }

  @inlinable public var capture: Int { Int(packed >> 48) }
  @inlinable public var number: Int { Int(packed & 0xffff_ffff_ffff) }

  @inlinable
  public static func < (a: FrameID, b: FrameID) -> Bool { a.packed < b.packed }
}

/// Where and when some bytes were seen: the frames that carried them, first to last.
@frozen
public struct Provenance: Hashable, Sendable {
  public var first: FrameID
  public var last: FrameID
  /// When the last of the frames was captured.
  public var time: Timestamp

  @inlinable
  public init(first: FrameID, last: FrameID, time: Timestamp) {
    self.first = first
    self.last = last
    self.time = time
  }

  @inlinable
  public init(_ frame: FrameID, _ time: Timestamp) {
    self.init(first: frame, last: frame, time: time)
  }

  /// The provenance of two stretches taken together.
  @inlinable
  public func union(_ other: Provenance) -> Provenance {
    Provenance(
      first: min(first, other.first), last: max(last, other.last),
      time: last < other.last ? other.time : time)
  }
}
