/// The part of the traffic that a disclosure stood in.
public enum ChannelPart: String, Sendable, Hashable, Comparable {
  case ip, tcp, dns, tls, quic
  case requestLine = "request-line"
  case header, query, body
  case webSocket = "websocket"
  case trailer

  public static func < (a: ChannelPart, b: ChannelPart) -> Bool { a.rawValue < b.rawValue }
}

/// Who wrote a text of a conversation, by the roles that its messages give.
public enum Author: String, Sendable, Hashable {
  /// The program: its system prompt, its instructions, a developer's message.
  case program
  /// The person who uses it.
  case person
  /// The model, in an earlier turn.
  case model
}

/// Where a value stood and how it was wrapped.
public struct Channel: Sendable, Hashable {
  public var part: ChannelPart
  /// Header name, JSONPath, form or protobuf field path; `/` joins nested decodings.
  public var path: String
  /// Outermost first: `gzip`, `json`, `base64` …
  public var encodings: [String]
  /// Who wrote the text, where messages of several authors share one path; nil where nothing says, and where
  /// a person's message holds blocks that the program put into it.
  public var author: Author?

  public init(part: ChannelPart, path: String, encodings: [String] = [], author: Author? = nil) {
    self.part = part
    self.path = path
    self.encodings = encodings
    self.author = author
  }
}

/// What supports a finding. Several may support the same one.
public enum Basis: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A place known to carry the attribute.
  case signal
  /// A fact of the machine under test stood there.
  case profile
  /// The value has the shape of the attribute.
  case recogniser
  /// A rule for a covert marker matched.
  case marker
  /// Visible to anyone on the path.
  case network

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  public static func < (a: Basis, b: Basis) -> Bool { a.rank < b.rank }
}

/// Who could see a disclosure.
public enum Observer: String, Sendable, Hashable {
  case network
  case firstParty = "first-party"
  case thirdParty = "third-party"
  case intermediary
  case unknown

  public init(_ party: Party) {
    switch party {
    case .firstParty: self = .firstParty
    case .thirdParty: self = .thirdParty
    case .intermediary: self = .intermediary
    case .unknown: self = .unknown
    }
  }
}

/// The packets that prove a disclosure.
public struct Evidence: Sendable, Hashable {
  public var capture: Int
  public var communityID: String
  /// Frame numbers within the capture.
  public var frames: [Int]
  /// Number of the exchange, unique in the run; nil for on-path facts.
  public var exchange: Int?
  /// Where the outermost carrier stands in the body after content codings.
  public var offset: Int?
  public var length: Int?

  public init(
    capture: Int, communityID: String, frames: [Int], exchange: Int?, offset: Int?, length: Int?
  ) {
    self.capture = capture
    self.communityID = communityID
    self.frames = frames
    self.exchange = exchange
    self.offset = offset
    self.length = length
  }
}

/// One attribute that one recipient was told in one place.
public struct Disclosure: Sendable, Hashable {
  /// An id of `attributes.yaml`.
  public var attribute: String
  public var category: String
  /// 1 coarse to 5 direct identifier or covert signal.
  public var sensitivity: Int
  /// The first value seen, redacted where it must be.
  public var value: String
  /// The first sixteen different values.
  public var values: [String]
  public var distinct: Int
  public var isRedacted: Bool
  /// HMAC-SHA-256 under the user's key, in hex.
  public var valueDigest: String?
  public var isCovert: Bool
  public var confidence: Double
  public var basis: [Basis]
  /// Id of the signal, recogniser or marker that found it.
  public var signal: String?
  public var observers: [Observer]
  public var recipient: String
  public var channel: Channel
  public var sessions: [String]
  public var occurrences: Int
  public var firstSeen: Timestamp
  public var lastSeen: Timestamp
  public var evidence: [Evidence]
  public var note: String?

  public init(
    attribute: String, category: String, sensitivity: Int, value: String, values: [String],
    distinct: Int, isRedacted: Bool, valueDigest: String?, isCovert: Bool, confidence: Double,
    basis: [Basis], signal: String?, observers: [Observer], recipient: String, channel: Channel,
    sessions: [String], occurrences: Int, firstSeen: Timestamp, lastSeen: Timestamp,
    evidence: [Evidence], note: String?
  ) {
    self.attribute = attribute
    self.category = category
    self.sensitivity = sensitivity
    self.value = value
    self.values = values
    self.distinct = distinct
    self.isRedacted = isRedacted
    self.valueDigest = valueDigest
    self.isCovert = isCovert
    self.confidence = confidence
    self.basis = basis
    self.signal = signal
    self.observers = observers
    self.recipient = recipient
    self.channel = channel
    self.sessions = sessions
    self.occurrences = occurrences
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.evidence = evidence
    self.note = note
  }
}
