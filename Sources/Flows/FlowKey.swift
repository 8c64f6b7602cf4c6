public import Model
public import Wire

/// A five-tuple without direction: both sides' packets have the same key.
@frozen
public struct FlowKey: Hashable, Sendable {
  @usableFromInline var lowHigh: UInt64
  @usableFromInline var lowLow: UInt64
  @usableFromInline var highHigh: UInt64
  @usableFromInline var highLow: UInt64
  /// The lower end's port, the higher end's port, the protocol.
  @usableFromInline var rest: UInt64

  /// The key of no flow.
  init() { self.init(lowHigh: 0, lowLow: 0, highHigh: 0, highLow: 0, rest: 0) }

  /// The key of a packet, and whether the packet came from the lower end.
  @inline(__always)
  static func make(
    _ source: IPAddress, _ destination: IPAddress, _ sourcePort: UInt16, _ destinationPort: UInt16,
    _ protocolNumber: UInt8
  ) -> (key: FlowKey, fromLow: Bool) {
    let fromLow =
      source < destination || (source == destination && sourcePort <= destinationPort)
    // Which end is the lower one is as good as random, and a processor guesses a branch on it wrong every other
    // time: so the ends change places by arithmetic.
    let exchanged: UInt64 = fromLow ? 0 : .max
    let high = (source.high ^ destination.high) & exchanged
    let low = (source.low ^ destination.low) & exchanged
    let ports = UInt64(sourcePort ^ destinationPort) & exchanged
    return (
      FlowKey(
        lowHigh: source.high ^ high, lowLow: source.low ^ low,
        highHigh: destination.high ^ high, highLow: destination.low ^ low,
        rest: (UInt64(sourcePort) ^ ports) << 32 | (UInt64(destinationPort) ^ ports) << 16
          | UInt64(protocolNumber)),
      fromLow
    )
  }

  @inlinable
  init(lowHigh: UInt64, lowLow: UInt64, highHigh: UInt64, highLow: UInt64, rest: UInt64) {
    self.lowHigh = lowHigh
    self.lowLow = lowLow
    self.highHigh = highHigh
    self.highLow = highLow
    self.rest = rest
  }

  var low: Endpoint {
    Endpoint(
      IPAddress(high: lowHigh, low: lowLow), UInt16(truncatingIfNeeded: rest >> 32))
  }

  var high: Endpoint {
    Endpoint(
      IPAddress(high: highHigh, low: highLow), UInt16(truncatingIfNeeded: rest >> 16))
  }

  /// A multiply-mix hash. `seed` is random per process: nobody outside can aim for collisions.
  @inlinable @inline(__always)
  func hash(seed: UInt64) -> UInt64 {
    var h = seed
    @inline(__always)
    func mix(_ value: UInt64) {
      let (high, low) = (h ^ value).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
      h = high ^ low
    }
    // IPv4's upper halves are all alike.
    if (lowHigh | highHigh) != 0 {
      mix(lowHigh &+ 0x8ebc_6af0_9c88_c6e3)
      mix(highHigh &+ 0x5896_36d3_2d1b_4e5f)
    }
    mix(lowLow &+ (seed >> 7))
    mix(highLow &+ (seed << 9))
    mix(rest &+ 0x1d8e_4e27_c47d_124f)
    return h
  }
}
