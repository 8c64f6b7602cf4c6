import Foundation
import Knowledge
import Model
import TestKit

/// Turns the ground truth beside a shared capture into the records that dissection would give.
struct RecordedRequests {
  private static let client = IPAddress("10.77.1.23") ?? IPAddress(v4: 0)
  private static let resolver = IPAddress("10.77.2.2") ?? IPAddress(v4: 0)
  private static let proxy = IPAddress("10.77.2.9") ?? IPAddress(v4: 0)

  private(set) var records: [Record] = []
  private var flows: [String: FlowReference] = [:]
  private var tunnels: [String: [ProxyTunnel]] = [:]
  private var servers: [String: IPAddress] = [:]
  private var frame = 0

  /// - Parameter directory: folder of the capture, below the shared folder.
  init(directory: String, hasKeys: Bool = true) throws {
    let requests = try Self.requests(directory)
    for request in requests where !hasKeys { envelope(request) }
    for request in requests where hasKeys {
      envelope(request)
      add(request)
    }
    for (_, flow) in flows.sorted(by: { $0.value.id < $1.value.id }) {
      next(flow, .flow(summary(hasKeys)), 0)
    }
  }

  static func requests(_ directory: String) throws -> [[String: Any]] {
    let base = Place.shared.appending(path: directory)
    let plain = base.appending(path: "requests.jsonl")
    let data: Data
    if FileManager.default.fileExists(atPath: plain.path) {
      data = try Data(contentsOf: plain)
    } else {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["gzip", "-dc", plain.path + ".gz"]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
    }
    return try data.split(separator: 0x0a).map {
      try JSONSerialization.jsonObject(with: $0) as? [String: Any] ?? [:]
    }
  }

  private func summary(_ hasKeys: Bool) -> FlowSummary {
    let moment = Timestamp(nanoseconds: 0)
    var summary = FlowSummary(
      toServer: TrafficCount(), toClient: TrafficCount(),
      payload: BySide(client: 1000, server: 2000),
      start: records.first?.time ?? moment, end: records.last?.time ?? moment, state: .closed,
      reason: .closed, attention: hasKeys ? .opened : .observed, applicationProtocol: nil,
      startSeen: true)
    summary.isDecrypted = hasKeys
    summary.clientBytesSeen = 1000
    summary.clientBytesRead = hasKeys ? 1000 : 0
    return summary
  }

  private mutating func next(_ flow: FlowReference?, _ observation: Observation, _ time: Double) {
    frame += 1
    let moment = Timestamp(nanoseconds: Int64(time * 1e9))
    records.append(
      Record(
        flow: flow, frame: FrameID(capture: 0, number: frame),
        time: time == 0 ? records.last?.time ?? moment : moment, observation: observation))
  }

  private func key(_ request: [String: Any]) -> String {
    "\(request["client_port"] ?? 0) \(request["transport"] ?? "")".replacingOccurrences(
      of: "tls", with: "tcp"
    ).replacingOccurrences(of: "connect-", with: "")
  }

  private func host(_ request: [String: Any]) -> String {
    let sni = request["sni"] as? String
    return sni ?? (request["host"] as? String ?? "").split(separator: ":").first.map(String.init)
      ?? ""
  }

  private mutating func flow(_ request: [String: Any]) -> FlowReference {
    let key = key(request)
    if let flow = flows[key] { return flow }
    let host = host(request)
    let isProxied = request["via"] is String || request["method"] as? String == "CONNECT"
    let address = servers[host] ?? IPAddress(v4: UInt32(0x0a4d_0300 + servers.count + 10))
    servers[host] = address
    let flow = FlowReference(
      id: UInt64(flows.count + 1), transport: .tcp,
      client: Endpoint(Self.client, UInt16(request["client_port"] as? Int ?? 1)),
      server: Endpoint(
        isProxied ? Self.proxy : address,
        isProxied ? 3128 : UInt16(request["server_port"] as? Int ?? 443)))
    flows[key] = flow
    return flow
  }

  /// DNS and hello, once for each name and connection.
  private mutating func envelope(_ request: [String: Any]) {
    let time = request["time"] as? Double ?? 0
    let isNew = flows[key(request)] == nil
    let flow = flow(request)
    if isNew, request["via"] as? String == "socks5" {
      let moment = Timestamp(nanoseconds: Int64(time * 1e9))
      let tunnel = ProxyTunnel(
        kind: .socks5, targetHost: host(request), targetPort: 443, isAuthenticated: false,
        credentials: nil, provenance: Provenance(FrameID(capture: 0, number: frame + 1), moment))
      tunnels[key(request)] = [tunnel]
      next(flow, .proxy(tunnel), time)
      hello(flow, host(request), time)
    }
    guard isNew, flow.server.address != Self.proxy else { return }
    let name = host(request)
    let resolverFlow = FlowReference(
      id: 1_000_000 + flow.id, transport: .udp, client: flow.client,
      server: Endpoint(Self.resolver, 53))
    next(
      resolverFlow,
      .dns(
        DNSMessage(
          id: 1, isResponse: false, responseCode: "NOERROR",
          questions: [.init(name: name, type: "A")], answers: [])), time)
    if let sni = request["sni"] as? String { hello(flow, sni, time) }
  }

  private mutating func hello(_ flow: FlowReference, _ name: String, _ time: Double) {
    let facts = ClientHelloFacts(
      serverName: name, version: 0x0304, alpn: ["h2"], ja3: "", ja3Text: "",
      ja4: "t13d1516h2_8daaf6152771_b186095e22b6", byteCount: 512, keyShareGroups: [])
    let moment = Timestamp(nanoseconds: Int64(time * 1e9))
    next(
      flow,
      .tls(
        TLSHandshake(
          hello: facts, server: nil, certificate: nil, isResumed: nil, isDecrypted: true,
          undecryptedReason: nil, encryptedClientHello: .absent,
          provenance: Provenance(FrameID(capture: 0, number: frame + 1), moment))), time)
  }

  private mutating func add(_ request: [String: Any]) {
    let time = request["time"] as? Double ?? 0
    let flow = flow(request)
    let method = request["method"] as? String ?? ""
    let moment = Timestamp(nanoseconds: Int64(time * 1e9))
    let provenance = Provenance(FrameID(capture: 0, number: frame + 1), moment)
    let pairs = request["headers"] as? [[String]] ?? []
    let fields = pairs.filter { $0.count == 2 && !$0[0].hasPrefix(":") }.map {
      HTTPField($0[0], $0[1])
    }
    let bytes = [UInt8](Data(base64Encoded: request["body_b64"] as? String ?? "") ?? Data())
    let key = key(request)
    let target = request["path"] as? String ?? ""
    let sni = request["sni"] as? String
    if method == "WS-MESSAGE" {
      next(
        flow,
        .webSocket(
          WebSocketMessage(
            sender: .client, opcode: 1, isFinal: true, payload: bytes,
            transferredLength: bytes.count, isDeflated: false, isTruncated: false,
            host: request["host"] as? String, target: target, serverName: sni,
            tunnels: tunnels[key] ?? [], isEncrypted: true, handshake: handshakes[key] ?? [],
            provenance: provenance)), time)
      return
    }
    var message = HTTPMessage(fields: fields, provenance: provenance)
    message.body.bytes = bytes
    message.body.transferredLength = bytes.count
    message.body.isComplete = true
    if let coding = message["content-encoding"] { message.body.codings = [coding] }
    if message["upgrade"] != nil { handshakes[key] = fields }
    let exchange = HTTPExchange(
      version: .http11, method: method, host: request["host"] as? String, target: target,
      request: message, response: nil, status: 200, isEncrypted: sni != nil && method != "CONNECT",
      serverName: sni, tunnels: tunnels[key] ?? [], isProxied: false, stream: 1)
    if method == "CONNECT" {
      let parts = target.split(separator: ":")
      let tunnel = ProxyTunnel(
        kind: .httpConnect, targetHost: String(parts[0]), targetPort: 443, isAuthenticated: false,
        credentials: message["proxy-authorization"], provenance: provenance)
      tunnels[key] = [tunnel]
      next(flow, .proxy(tunnel), time)
      next(flow, .http(exchange), time)
      hello(flow, String(parts[0]), time)
      return
    }
    next(flow, .http(exchange), time)
  }

  private var handshakes: [String: [HTTPField]] = [:]
}
