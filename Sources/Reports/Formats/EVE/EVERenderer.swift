public import Model

/// What EVE records show beyond their fixed fields.
public struct EVEOptions: Sendable {
  public var redaction: Redaction
  /// Whether message bodies and payloads are included, in base64. They cannot be redacted, so this
  /// takes effect only where nothing is.
  public var bodies: Bool

  /// What takes known values out of records under ``Redaction/values``.
  public var hiding: ValueHiding?

  var showsBodies: Bool { bodies && redaction == .none }

  public init(redaction: Redaction = .secrets, bodies: Bool = false) {
    self.redaction = redaction
    self.bodies = bodies
  }
}

/// The tool that a record was tied to.
public struct EVEAttribution: Sendable, Hashable {
  public var tool: String?
  public var vendor: String?

  public init(tool: String?, vendor: String?) {
    self.tool = tool
    self.vendor = vendor
  }
}

/// Counters of a run, for its last record.
public struct EVEStatistics: Sendable, Hashable {
  /// When the last packet was captured.
  public var time: Timestamp
  public var packets: Int
  /// Bytes of the frames as they were on the wire.
  public var bytes: Int
  public var flows: Int
  /// Further counters by name, in this order.
  public var counters: [Counter]

  public struct Counter: Sendable, Hashable {
    public var name: String
    public var value: Int
    public init(_ name: String, _ value: Int) {
      self.name = name
      self.value = value
    }
  }

  public init(time: Timestamp, packets: Int, bytes: Int, flows: Int, counters: [Counter] = []) {
    self.time = time
    self.packets = packets
    self.bytes = bytes
    self.flows = flows
    self.counters = counters
  }
}

/// Writes observations as Suricata's EVE records, one JSON object a line (docs/Output.md).
public struct EVERenderer: Sendable {
  let captures: [String]
  let options: EVEOptions
  let redactor: RecordRedactor

  /// - Parameter captures: paths of the captures, in the order of their frame ids.
  public init(captures: [String], options: EVEOptions = EVEOptions()) {
    self.captures = captures
    self.options = options
    redactor = RecordRedactor(mode: options.redaction, hiding: options.hiding)
  }

  /// The record's line, with the line feed that ends it.
  public func render(_ record: Record, attribution: EVEAttribution? = nil) -> [UInt8] {
    line { json in
      common(record, to: &json)
      switch record.observation {
      case .flow(let flow): write(flow, attribution, to: &json)
      case .dns(let message): write(message, to: &json)
      case .tls(let handshake): write(handshake, to: &json)
      case .quic(let handshake): write(handshake, to: &json)
      case .http(let exchange): write(exchange, flow: record.flow, to: &json)
      case .ordinary(let exchange):
        json.object("http") { $0.member("hostname", redactor.host(exchange.host)) }
      case .webSocket(let message): write(message, to: &json)
      case .proxy(let tunnel): write(tunnel, to: &json)
      case .plaintext(let sample): write(sample, to: &json)
      case .anomaly(let anomaly): write(anomaly, to: &json)
      }
    }
  }

  /// The last record of a run.
  public func render(_ statistics: EVEStatistics) -> [UInt8] {
    line { json in
      json.member("timestamp", statistics.time.description)
      json.member("event_type", "stats")
      json.object("stats") { json in
        json.object("decoder") { json in
          json.member("pkts", statistics.packets)
          json.member("bytes", statistics.bytes)
        }
        json.member("flows", statistics.flows)
        for counter in statistics.counters { json.member(counter.name, counter.value) }
      }
    }
  }

  func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { members(&$0) }
    json.endLine()
    return json.bytes
  }

  private func common(_ record: Record, to json: inout JSONWriter) {
    json.member("timestamp", record.time.description)
    json.member("event_type", record.observation.eventType)
    if let flow = record.flow {
      json.member("flow_id", flow.id)
      json.member("community_id", record.communityID)
      json.member("src_ip", redactor.whole(flow.client.address.description))
      json.member("src_port", flow.client.port)
      json.member("dest_ip", redactor.whole(flow.server.address.description))
      json.member("dest_port", flow.server.port)
      json.member("proto", flow.transport.eveName)
    }
    position(record.frame, to: &json)
  }

  func position(_ frame: FrameID, to json: inout JSONWriter) {
    json.member("pcap_cnt", frame.number)
    if captures.indices.contains(frame.capture) {
      json.member("pcap_filename", redactor.file(captures[frame.capture]))
    }
  }
}

extension Observation {
  /// EVE's name for the kind of record.
  public var eventType: String {
    switch self {
    case .flow: "flow"
    case .dns: "dns"
    case .tls: "tls"
    case .quic: "quic"
    case .http, .ordinary: "http"
    case .webSocket: "websocket"
    case .proxy: "proxy"
    case .plaintext: "plaintext"
    case .anomaly: "anomaly"
    }
  }
}

extension Side {
  /// EVE's name for the direction in which this side sends.
  var eveDirection: String { self == .client ? "to_server" : "to_client" }
}
