import Model

/// All that opening a message gave.
struct Unwrapped {
  var hits: [Hit]
  /// Names of members at the top of a JSON body.
  var topMembers: Set<String>
  /// The same in order of appearance.
  var memberOrder: [String] = []
  var opaque: [OpaquePlace] = []
}

extension Unwrapper {
  var result: Unwrapped {
    Unwrapped(hits: hits, topMembers: topMembers, memberOrder: memberOrder, opaque: opaque)
  }

  /// Keeps a value that may stand for somebody or something, unless a signal asked for its place.
  mutating func noteOpaque(_ value: [UInt8], _ cursor: PlaceCursor) {
    guard !cursor.hasTerminals, opaque.count < OpaquePlace.limit,
      let shape = OpaqueValue(value.span)
    else { return }
    let channel = channel(cursor.path)
    guard !OpaquePlace.isOfNoInterest(channel.path) else { return }
    opaque.append(
      OpaquePlace(
        value: value, shape: shape, channel: channel, offset: carrier?.lowerBound,
        length: carrier?.count))
  }
}
