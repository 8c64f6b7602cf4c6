/// How a TCP client opens connections: what its SYN shows of the system that sent it.
public struct TCPOpening: Sendable, Hashable {
  /// Where the SYN stood.
  public var frame: FrameID
  public var isV6: Bool
  /// As it arrived; each router on the way took one.
  public var timeToLive: UInt8
  public var window: UInt16
  /// Nil where the option is missing, as ``windowScale``.
  public var segmentSize: UInt16?
  public var windowScale: UInt8?
  /// Kinds of the options in their order: `mss`, `sok`, `ts`, `nop`, `ws`, `eol+1` with the padding behind
  /// it, and `?30` for others.
  public var options: [String]

  public init(
    frame: FrameID, isV6: Bool, timeToLive: UInt8, window: UInt16, segmentSize: UInt16?,
    windowScale: UInt8?, options: [String]
  ) {
    self.frame = frame
    self.isV6 = isV6
    self.timeToLive = timeToLive
    self.window = window
    self.segmentSize = segmentSize
    self.windowScale = windowScale
    self.options = options
  }
}
