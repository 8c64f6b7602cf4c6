package import Knowledge
import Wire

/// What the catalogue says of the host names that were asked for lately: a gateway sees few names over and over,
/// and one look into the catalogue takes as long as all else that is done for a small request.
///
/// Each name has one place, which the last name that fell on it holds: no traffic makes it grow.
package struct HostMemory {
  package struct Verdict {
    /// Whether an entry of a vendor fits.
    package var isListed: Bool
    /// Whether traffic to the host is AI traffic by itself.
    package var isAI: Bool
    /// Whether some tool is known to speak to the host.
    package var isContacted: Bool
  }

  private struct Entry {
    var name = Name()
    var verdict: Verdict?
  }

  /// A name as numbers that are compared at once.
  private struct Name {
    static let words = 6
    private var text = InlineArray<6, UInt64>(repeating: 0)
    private var count = 0

    init() {}

    /// - Parameter bytes: at most ``longest``.
    init(_ bytes: RawSpan) {
      count = bytes.byteCount
      var offset = 0
      var word = 0
      while offset &+ 8 <= count {
        text[word] = bytes.uint64(at: offset)
        offset &+= 8
        word &+= 1
      }
      while offset < count {
        text[word] = text[word] << 8 | UInt64(bytes[offset])
        offset &+= 1
      }
    }

    /// Where a name is kept. Names that share a place cost a look each, and nothing else.
    var place: Int {
      var hash = UInt64(truncatingIfNeeded: count)
      for word in 0..<Self.words { hash = (hash ^ text[word]) &* 0x9e37_79b9_7f4a_7c15 }
      // The uppermost bits, since only they hear of the first bytes of a word: of `api.` and `cdn.` in one domain.
      return Int(truncatingIfNeeded: hash &>> 54) & (HostMemory.capacity &- 1)
    }

    func isSame(_ other: Self) -> Bool {
      var difference = UInt64(truncatingIfNeeded: count ^ other.count)
      for word in 0..<Self.words { difference |= text[word] ^ other.text[word] }
      return difference == 0
    }
  }

  /// Names remembered at most: two to the power of ten, the bits of a place.
  package static let capacity = 1_024
  /// Bytes of the longest name that is remembered.
  package static let longest = 8 * Name.words

  private var entries: [Entry] = Array(repeating: Entry(), count: HostMemory.capacity)

  package init() {}

  /// Says what a catalogue says of a host; always to be asked with the same one.
  package mutating func verdict(_ host: RawSpan, _ catalogue: Catalogue) -> Verdict {
    guard host.byteCount <= Self.longest else { return Self.look(host, catalogue) }
    let name = Name(host)
    let place = name.place
    if let verdict = entries[place].verdict, entries[place].name.isSame(name) { return verdict }
    let verdict = Self.look(host, catalogue)
    entries[place] = Entry(name: name, verdict: verdict)
    return verdict
  }

  private static func look(_ host: RawSpan, _ catalogue: Catalogue) -> Verdict {
    let id = catalogue.hostID(host)
    return Verdict(
      isListed: id != nil, isAI: id.map(catalogue.isAI) ?? false,
      isContacted: catalogue.isContacted(bytes: host))
  }
}
