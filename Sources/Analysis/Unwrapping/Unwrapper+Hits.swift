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

  /// Adds the facts of the profile that stand in a text.
  mutating func search(_ text: ArraySlice<UInt8>, path: [UInt8]) {
    guard let facts, text.count >= 3 else { return }
    for match in facts.matches(in: text.span) {
      hit(
        Hit(
          terminal: nil, finding: Finding(match),
          channel: Channel(
            part: part, path: String(decoding: path, as: UTF8.self),
            encodings: encodings + match.encodings, author: author),
          offset: carrier?.lowerBound, length: carrier?.count))
    }
  }

  mutating func add(_ finding: Finding, path: String) {
    hit(
      Hit(
        terminal: nil, finding: finding,
        channel: Channel(part: part, path: path, encodings: encodings, author: author),
        offset: carrier?.lowerBound, length: carrier?.count))
  }
}
