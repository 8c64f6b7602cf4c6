/// What a run found: the content of `telltale.summary/1`.
public struct Summary: Sendable {
  public static let schema = "telltale.summary/1"

  public var generatorVersion: String
  public var captures: [CaptureSummary] = []
  public var coverage = Coverage()
  public var tools: [ToolSummary] = []
  public var unattributed: [UnattributedTraffic] = []

  public init(generatorVersion: String) {
    self.generatorVersion = generatorVersion
  }
}

/// One input file, pipe or interface.
public struct CaptureSummary: Sendable, Hashable {
  /// Something that kept part of a capture from being read.
  public struct Damage: Sendable, Hashable {
    /// Byte offset in the (decompressed) file.
    public var offset: Int
    public var cause: String
    public init(offset: Int, cause: String) {
      self.offset = offset
      self.cause = cause
    }
  }

  public var path: String
  /// Of the file as it lies on disk, in hex; nil for interfaces.
  public var sha256: String?
  public var packets = 0
  /// Bytes of the frames as they were on the wire.
  public var bytes = 0
  public var firstPacket: Timestamp?
  public var lastPacket: Timestamp?
  public var damage: [Damage] = []
  /// Packets that the kernel or the interface dropped; live capture only.
  public var dropped: (kernel: Int, interface: Int)? {
    get { drops.map { ($0.kernel, $0.interface) } }
    set { drops = newValue.map { Drops(kernel: $0.kernel, interface: $0.interface) } }
  }

  private struct Drops: Sendable, Hashable {
    var kernel: Int
    var interface: Int
  }
  private var drops: Drops?

  public init(path: String) {
    self.path = path
  }
}

/// What could and could not be read. Part of every answer.
public struct Coverage: Sendable, Hashable {
  public var flows = 0
  public var clientHellos = 0
  public var aiFlows = 0
  public var aiFlowsDecrypted = 0
  public var aiFlowsEncrypted = 0
  public var aiFlowsPlaintext = 0
  public var exchanges = 0
  /// Bytes that the capture lost inside flows that deserved reading.
  public var bytesMissing = 0
  public var bodiesTruncated = 0
  /// Flows of protocols that are recognised but not read.
  public var opaqueFlows = 0
  /// Client-to-server application bytes over AI and undecided flows.
  public var bytesSeen = 0
  public var bytesRead = 0
  /// Sentences for people: what was not seen, and what would help.
  public var notes: [String] = []

  public init() {}

  /// Bytes read over bytes seen, 0 to 1; nil when there was nothing to read.
  public var ratio: Double? {
    bytesSeen == 0 ? nil : Double(bytesRead) / Double(bytesSeen)
  }
}

/// Who got something, seen from the user.
public enum Party: String, Sendable, Hashable, Comparable {
  /// The tool's vendor, or the model vendor whose API the tool calls.
  case firstParty = "first-party"
  /// A processor such as a crash or analytics service.
  case thirdParty = "third-party"
  /// A proxy, or an unlisted host that speaks a vendor's API.
  case intermediary
  /// None of these could be shown.
  case unknown

  public static func < (a: Party, b: Party) -> Bool { a.rawValue < b.rawValue }
}

/// How much a tool gave away, by the published rules (docs/Exposure.md).
public enum ExposureRating: String, Sendable, Hashable, CaseIterable, Comparable {
  case none, low, moderate, high, critical

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  public static func < (a: ExposureRating, b: ExposureRating) -> Bool { a.rank < b.rank }
}

public struct Exposure: Sendable, Hashable {
  public var rating: ExposureRating
  public var reasons: [String]
  public init(rating: ExposureRating, reasons: [String]) {
    self.rating = rating
    self.reasons = reasons
  }
}

/// A tool that was seen, and all that it told.
public struct ToolSummary: Sendable {
  public var id: String
  public var name: String
  public var vendor: String?
  public var versions: [String] = []
  /// 0 to 1 (docs/Identification.md has the rule).
  public var confidence: Double
  public var identifiedBy: [String]
  public var exposure = Exposure(rating: .none, reasons: [])
  public var recipients: [Recipient] = []
  public var sessions: [Session] = []
  public var disclosures: [Disclosure] = []
  /// Sentences for people, such as "no tool tied".
  public var notes: [String] = []

  public init(
    id: String, name: String, vendor: String?, confidence: Double, identifiedBy: [String]
  ) {
    self.id = id
    self.name = name
    self.vendor = vendor
    self.confidence = confidence
    self.identifiedBy = identifiedBy
  }
}

/// A host that a tool spoke to.
public struct Recipient: Sendable, Hashable {
  public var host: String
  public var vendor: String?
  public var party: Party
  public var roles: [String]
  public var exchanges = 0
  public var bytesSent = 0
  public var bytesReceived = 0
  /// The evidence that named the host: `sni`, `host`, `connect`, `socks`, `dns`, `quic` …
  public var identifiedBy: String
  /// Whether content sent to it could be read.
  public var isDecrypted: Bool
  public var isPlaintext = false
  /// JA4 of the clients that spoke to it.
  public var ja4: [String] = []

  public init(
    host: String, vendor: String?, party: Party, roles: [String], identifiedBy: String,
    isDecrypted: Bool
  ) {
    self.host = host
    self.vendor = vendor
    self.party = party
    self.roles = roles
    self.identifiedBy = identifiedBy
    self.isDecrypted = isDecrypted
  }
}

/// One client × one tool × activity without a long gap.
public struct Session: Sendable, Hashable {
  public var id: String
  public var client: IPAddress
  /// Stands for the client's address where that is a redacted value.
  public var clientPlaceholder: String?
  /// Link-layer address in colon form, where the capture shows the client's own link.
  public var mac: String?
  public var start: Timestamp
  public var end: Timestamp
  public var exchanges = 0
  /// Whether the tool itself named the session.
  public var isExplicit: Bool

  public init(
    id: String, client: IPAddress, mac: String?, start: Timestamp, end: Timestamp,
    isExplicit: Bool
  ) {
    self.id = id
    self.client = client
    self.mac = mac
    self.start = start
    self.end = end
    self.isExplicit = isExplicit
  }

  /// The client's address as it may be shown.
  public var clientName: String { clientPlaceholder ?? client.description }
}

/// AI-relevant traffic whose content was not seen.
public struct UnattributedTraffic: Sendable, Hashable {
  public var host: String
  public var reason: String
  public var flows: Int
  public init(host: String, reason: String, flows: Int) {
    self.host = host
    self.reason = reason
    self.flows = flows
  }
}
