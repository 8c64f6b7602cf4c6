import Model

/// What one message told, made ready for the ledger: the same value in the same place counts once, and
/// a fact of the profile joins what another basis found there.
struct EntryList {
  struct Entry {
    var finding: Finding
    var channel: Channel
    var offset: Int?
    var length: Int?
    /// Whether another basis told the same value in the same place before.
    var isRepeat = false
  }

  /// One carrier of one attribute, however its value is encoded.
  private struct Spot: Hashable {
    var attribute: String
    var part: ChannelPart
    var path: String
    var offset: Int?
  }

  /// One value in one place of one message, however many bases see it.
  private struct Telling: Hashable {
    var attribute: String
    var channel: Channel
    var value: [UInt8]
    var offset: Int?
  }

  private let facts: FactSearch?
  private var found: [Entry] = []
  private var matches: [Entry] = []

  init(facts: FactSearch?) {
    self.facts = facts
  }

  mutating func add(_ finding: Finding, _ hit: Hit) {
    // The recipient knows its own name.
    if finding.basis == .profile, hit.channel.part == .header, hit.channel.path == "host" { return }
    let entry = Entry(
      finding: finding, channel: hit.channel, offset: hit.offset, length: hit.length)
    if finding.basis == .profile { matches.append(entry) } else { found.append(entry) }
  }

  /// The entries in order, those of the profile last.
  consuming func finished() -> [Entry] {
    var spots: [Spot: [Int]] = [:]
    for (i, match) in matches.enumerated() { spots[Self.spot(match), default: []].append(i) }
    var isJoined = [Bool](repeating: false, count: matches.count)
    let servers = found.filter { Self.namesServer($0) }
    var told: Set<Telling> = []
    var entries: [Entry] = []
    func tell(_ entry: Entry) {
      var entry = entry
      entry.isRepeat = !told.insert(
        Telling(
          attribute: entry.finding.attribute, channel: entry.channel, value: entry.finding.value,
          offset: entry.offset)
      ).inserted
      entries.append(entry)
    }
    for var entry in found where !servers.contains(where: { Self.isAddress(entry, of: $0) }) {
      var isSupported =
        facts?.supports(entry.finding.value, attribute: entry.finding.attribute) ?? false
      for i in spots[Self.spot(entry)] ?? [] where Self.joins(matches[i], entry) {
        isJoined[i] = true
        isSupported = true
        // The profile knows more of how the value is wrapped.
        if matches[i].finding.value == entry.finding.value,
          matches[i].channel.encodings.count > entry.channel.encodings.count
        {
          entry.channel.encodings = matches[i].channel.encodings
          entry.finding.note = entry.finding.note ?? matches[i].finding.note
        }
      }
      tell(entry)
      if isSupported {
        entry.finding.basis = .profile
        entry.finding.source = Finding.profileSource
        entry.finding.confidence = Finding.profileConfidence
        tell(entry)
      }
    }
    for (i, match) in matches.enumerated() where !isJoined[i] { tell(match) }
    return entries
  }

  private static func spot(_ entry: Entry) -> Spot {
    Spot(
      attribute: entry.finding.attribute, part: entry.channel.part, path: entry.channel.path,
      offset: entry.offset)
  }

  private static func namesServer(_ entry: Entry) -> Bool {
    entry.finding.attribute == "network.base_url" || entry.finding.attribute == "network.proxy"
  }

  /// Whether a recogniser found the address of a server that is told as what it is for.
  private static func isAddress(_ entry: Entry, of server: Entry) -> Bool {
    entry.finding.basis == .recogniser
      && (entry.finding.attribute == "network.private_address"
        || entry.finding.attribute == "network.internal_host")
      && entry.channel.part == server.channel.part && entry.channel.path == server.channel.path
      && entry.offset == server.offset && server.finding.value.holdsWord(entry.finding.value)
  }

  /// Whether a match says the same as what another basis found on the same spot.
  private static func joins(_ match: Entry, _ entry: Entry) -> Bool {
    let told = match.finding.value.map(\.lowercased)
    let known = entry.finding.value.map(\.lowercased)
    return told == known || known.holdsWord(told) || told.holdsWord(known)
  }
}
