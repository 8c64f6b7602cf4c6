import Analysis
import Foundation
import Knowledge
import Model
import TestKit

/// The catalogue of the source tree, read once.
let sourceCatalogue: Catalogue =
  CatalogueLoader().load(directory: Place.root.appending(path: "Sources/Knowledge/Resources").path)
  .catalogue

/// A small run: requests of clients, one after the other.
struct Scene {
  private(set) var records: [Record] = []
  private var frame = 0
  /// Seconds since the scene began, added to 2026-11-22T21:57:00Z.
  var clock = 0.0
  var client = "10.77.1.23"

  private mutating func add(_ flow: FlowReference?, _ observation: Observation) {
    frame += 1
    records.append(
      Record(
        flow: flow, frame: FrameID(capture: 0, number: frame), time: now, observation: observation))
  }

  var now: Timestamp { Timestamp(nanoseconds: 1_795_384_620_000_000_000 + Int64(clock * 1e9)) }
  private var provenance: Provenance { Provenance(FrameID(capture: 0, number: frame + 1), now) }

  /// Link-layer address of the client; 0 when it is behind a router.
  var link: UInt64 = 0

  func flow(_ id: UInt64, port: UInt16 = 443, server: String = "203.0.113.9") -> FlowReference {
    FlowReference(
      id: id, transport: .tcp,
      client: Endpoint(IPAddress(client) ?? IPAddress(v4: 1), UInt16(40_000 + id)),
      server: Endpoint(IPAddress(server) ?? IPAddress(v4: 2), port), clientLink: link)
  }

  /// A request over TLS.
  mutating func request(
    _ method: String = "POST", _ url: String, _ fields: [(String, String)] = [],
    body: [UInt8] = [], flow id: UInt64 = 1, encrypted: Bool = true, port: UInt16 = 443,
    tunnels: [ProxyTunnel] = [], server: String = "203.0.113.9", serverName: String? = nil,
    trailers: [(String, String)] = [], segments: [MessageBody.Segment] = [], last: Int? = nil
  ) {
    let slash = url.firstIndex(of: "/") ?? url.endIndex
    let host = String(url[..<slash])
    var message = HTTPMessage(
      fields: fields.map { HTTPField($0.0, $0.1) }, provenance: provenance)
    message.body.bytes = body
    message.body.transferredLength = body.count
    message.body.isComplete = true
    message.body.segments = segments
    message.trailers = trailers.map { HTTPField($0.0, $0.1) }
    if let last {
      message.provenance = message.provenance.union(
        Provenance(FrameID(capture: 0, number: last), now))
    }
    add(
      flow(id, port: port, server: server),
      .http(
        HTTPExchange(
          version: .http11, method: method, host: host,
          target: url[slash...].isEmpty ? "/" : String(url[slash...]), request: message,
          response: nil, status: 200, isEncrypted: encrypted,
          serverName: encrypted ? serverName ?? host : nil,
          tunnels: tunnels, isProxied: false, stream: 1)))
  }

  mutating func request(
    _ url: String, _ fields: [(String, String)] = [], json: String, flow id: UInt64 = 1,
    encrypted: Bool = true, port: UInt16 = 443, tunnels: [ProxyTunnel] = []
  ) {
    request(
      "POST", url, fields + [("content-type", "application/json")], body: Array(json.utf8),
      flow: id, encrypted: encrypted, port: port, tunnels: tunnels)
  }

  /// A clear request that nobody read, as a gateway's policy leaves it.
  mutating func ordinary(_ head: String, host: String, flow id: UInt64) {
    let bytes = Array(head.utf8)
    let start =
      head.range(of: host).map { head.utf8.distance(from: head.startIndex, to: $0.lowerBound) } ?? 0
    add(
      flow(id, port: 80),
      .ordinary(
        OrdinaryExchange(
          head: bytes, hostRange: start..<start + host.utf8.count, body: nil,
          provenance: provenance, responseLength: 120, stream: 1)))
  }

  mutating func hello(
    _ name: String?, flow id: UInt64 = 1, isDecrypted: Bool,
    ja4: String = "t13d1516h2_8daaf6152771_b186095e22b6", certificate names: [String] = [],
    ech: EncryptedClientHello = .absent, server: String = "203.0.113.9"
  ) {
    add(
      flow(id, server: server),
      .tls(
        TLSHandshake(
          hello: ClientHelloFacts(
            serverName: name, version: 0x0304, alpn: ["h2"], ja3: "", ja3Text: "",
            ja4: ja4, byteCount: 512, keyShareGroups: []),
          server: nil,
          certificate: names.isEmpty
            ? nil : CertificateFacts(subject: "", issuer: "", alternativeNames: names),
          isResumed: nil, isDecrypted: isDecrypted,
          undecryptedReason: isDecrypted ? nil : "no secret for it", encryptedClientHello: ech,
          provenance: provenance)))
  }

  /// A QUIC hello that nobody has keys for.
  mutating func quicHello(
    _ name: String, userAgent: String?, parameters: String?, flow id: UInt64 = 1
  ) {
    var handshake = QUICHandshake(
      version: "1",
      hello: ClientHelloFacts(
        serverName: name, version: 0x0304, alpn: ["h3"], ja3: "", ja3Text: "",
        ja4: "q13d0312h3_55b375c5d22e_178839b6cec1", byteCount: 512, keyShareGroups: []),
      userAgent: userAgent, isDecrypted: false, provenance: provenance)
    handshake.transportParameters = parameters
    add(flow(id), .quic(handshake))
  }

  mutating func ask(_ name: String, answer: String? = nil, code: String = "NOERROR") {
    let flow = flow(999, port: 53)
    add(
      flow,
      .dns(
        DNSMessage(
          id: 1, isResponse: false, responseCode: "NOERROR",
          questions: [.init(name: name, type: "A")], answers: [])))
    if code != "NOERROR" {
      add(
        flow,
        .dns(
          DNSMessage(
            id: 1, isResponse: true, responseCode: code,
            questions: [.init(name: name, type: "A")], answers: [])))
    }
    guard let answer else { return }
    add(
      flow,
      .dns(
        DNSMessage(
          id: 1, isResponse: true, responseCode: "NOERROR",
          questions: [.init(name: name, type: "A")],
          answers: [
            .init(
              name: name, type: "A", timeToLive: 60, data: answer, address: IPAddress(answer))
          ])))
  }

  /// A name service message to the local network, from the port of the service.
  mutating func announce(_ message: DNSMessage, port: UInt16) {
    add(
      FlowReference(
        id: 998, transport: .udp, client: Endpoint(IPAddress(client) ?? IPAddress(v4: 1), port),
        server: Endpoint(IPAddress("224.0.0.251") ?? IPAddress(v4: 2), port)),
      .dns(message))
  }

  mutating func end(
    flow id: UInt64 = 1, decrypted: Bool, attention: Attention = .opened, sent: UInt64 = 3000,
    server: String = "203.0.113.9", pieces: UnreadPieces? = nil
  ) {
    var summary = FlowSummary(
      toServer: TrafficCount(packets: 10, bytes: 4000),
      toClient: TrafficCount(packets: 9, bytes: 9000),
      payload: BySide(client: sent, server: 8000), start: now, end: now, state: .closed,
      reason: .closed,
      attention: attention, applicationProtocol: "tls", startSeen: true)
    summary.isDecrypted = decrypted
    summary.unreadPieces = pieces
    summary.hasUnreadCiphertext = !decrypted
    summary.clientBytesSeen = 3000
    summary.clientBytesRead = decrypted ? 3000 : 0
    add(flow(id, server: server), .flow(summary))
  }

  mutating func webSocket(
    _ url: String, text: String, flow id: UInt64 = 1, isDeflated: Bool = false,
    handshake: [(String, String)] = [], segments: [MessageBody.Segment] = []
  ) {
    let slash = url.firstIndex(of: "/") ?? url.endIndex
    let host = String(url[..<slash])
    var message = WebSocketMessage(
      sender: .client, opcode: 1, isFinal: true, payload: Array(text.utf8),
      transferredLength: text.utf8.count, isDeflated: isDeflated, isTruncated: false, host: host,
      target: String(url[slash...]), serverName: host, tunnels: [], isEncrypted: true,
      handshake: handshake.map { HTTPField($0.0, $0.1) }, provenance: provenance)
    if let first = segments.first, let last = segments.last {
      message.provenance = Provenance(first.first, now).union(Provenance(last.last, now))
    }
    message.segments = segments
    add(flow(id), .webSocket(message))
  }

  /// What the analysis says about the scene.
  func result(_ options: AnalysisOptions = AnalysisOptions()) -> AnalysisResult {
    var analyzer = Analyzer(catalogue: sourceCatalogue, options: options)
    for record in records { analyzer.consume(record) }
    return analyzer.finish()
  }
}

extension AnalysisResult {
  var disclosures: [Disclosure] { tools.flatMap(\.disclosures) }
  func disclosures(_ attribute: String) -> [Disclosure] {
    disclosures.filter { $0.attribute == attribute }
  }
  func values(_ attribute: String) -> [String] {
    Set(disclosures(attribute).flatMap(\.values)).sorted()
  }
}

/// What a prompt in a system message to a vendor's API tells.
func told(
  prompt: String, key: String = "text", options: AnalysisOptions = AnalysisOptions()
)
  -> AnalysisResult
{
  var scene = Scene()
  scene.request(
    "api.anthropic.com/v1/messages",
    json: #"{"model":"m","system":[{"type":"text","\#(key)":\#(quoted(prompt))}],"messages":[]}"#)
  return scene.result(options)
}

/// A text as a JSON string.
func quoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
