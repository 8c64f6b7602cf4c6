import Model

/// How opaque values of places that no signal names repeat: within a session, across sessions, across tools.
///
/// A value that stays the same while everything else changes stands for what stays: the session, the
/// installation, the device. Nothing is told before two sessions of one tool were seen, because one
/// session cannot tell these apart.
struct RepetitionBook {
  /// One place of one sender's messages to one recipient.
  struct Place: Hashable {
    var sender: LedgerKey
    var channel: Channel
    var recipient: String
  }

  /// One value and where it was seen.
  struct Seen {
    var value: [UInt8]
    var sessions: [Int]
    var count = 0
    var time: Timestamp
    var sighting: Sighting
  }

  struct Tally {
    var shape: OpaqueValue
    var observers: [Observer]
    fileprivate(set) var values: [Seen] = []
    /// More different values than are followed: nobody's id.
    fileprivate(set) var isRestless = false
  }

  /// What the repetition of a place's values makes of them.
  struct Verdict {
    var place: Place
    var tally: Tally
    var kind: Kind
  }

  enum Kind: Hashable {
    case session
    /// The same in every session.
    case stable
  }

  /// Different values followed in a place.
  static let valueLimit = 8

  private var tallies: [Place: Tally] = [:]
  private let limit: Int
  /// Whether a place found no room.
  private(set) var isFull = false

  /// - Parameter limit: places followed over all senders; later ones are not.
  init(limit: Int) { self.limit = limit }

  /// Notes a value of a place in a session.
  mutating func note(
    _ value: [UInt8], _ shape: OpaqueValue, in place: Place, session: Int, observers: [Observer],
    at time: Timestamp, sighting: Sighting
  ) {
    guard tallies[place] != nil || tallies.count < limit else {
      isFull = true
      return
    }
    tallies[place, default: Tally(shape: shape, observers: observers)].note(
      value, session: session, at: time, sighting)
  }

  /// What can be said of the places, in order of place.
  func verdicts() -> [Verdict] {
    tallies.compactMap { place, tally in
      tally.kind.map { Verdict(place: place, tally: tally, kind: $0) }
    }.sorted {
      ($0.place.sender, $0.place.recipient, $0.place.channel.path)
        < ($1.place.sender, $1.place.recipient, $1.place.channel.path)
    }
  }
}

extension RepetitionBook.Tally {
  fileprivate mutating func note(
    _ value: [UInt8], session: Int, at time: Timestamp, _ sighting: Sighting
  ) {
    guard !isRestless else { return }
    let known = values.firstIndex { $0.value == value }
    guard known != nil || values.count < RepetitionBook.valueLimit else {
      isRestless = true
      values = []
      return
    }
    if known == nil {
      values.append(
        RepetitionBook.Seen(value: value, sessions: [], time: time, sighting: sighting))
    }
    let place = known ?? values.count - 1
    values[place].count += 1
    if !values[place].sessions.contains(session),
      values[place].sessions.count < RepetitionBook.valueLimit
    {
      values[place].sessions.append(session)
    }
  }

  /// Nil where one session is all there is, or values change within sessions.
  fileprivate var kind: RepetitionBook.Kind? {
    if values.count == 1 { return values[0].sessions.count >= 2 ? .stable : nil }
    let sessions = values.flatMap(\.sessions)
    // Each session has a value of its own, which it repeats.
    guard sessions.count == values.count, Set(sessions).count == values.count,
      values.count(where: { $0.count >= 2 }) >= 2
    else { return nil }
    return .session
  }
}
