import Knowledge
import Model
import Protocols

/// Turns the records of one run into trees. What the client sends is compared; responses are not.
struct RunExtractor {
  private let knowledge: CompiledKnowledge
  private let limits: ComparisonLimits
  private var exchanges: [ComparedExchange] = []
  private var targets: [(path: Substring, isAPI: Bool)] = []
  private var gateways: Set<String> = []
  private var hosts: Set<String> = []
  private var hellos: [String: OnPathFacts] = [:]
  private var queries: [String: OnPathFacts] = [:]
  private var flowHosts: [UInt64: String] = [:]
  private var tools: Set<String> = []
  private var start: Timestamp?
  private var nodeCount = 0
  private var exchangeCount = 0
  private(set) var tally = ComparisonTally()

  /// What the hellos or the questions about one host have in common.
  private struct OnPathFacts {
    var record: Record
    var fields: [(name: String, value: String, isNumber: Bool)] = []
    var count = 0
    var types: Set<String> = []
    /// Whether what it carries was read, and is compared itself.
    var isRead = false
    var bytesToServer = 0
  }

  init(_ knowledge: CompiledKnowledge, _ limits: ComparisonLimits) {
    self.knowledge = knowledge
    self.limits = limits
  }

  mutating func consume(_ record: Record, _ atoms: inout Atoms) {
    start = start.map { min($0, record.time) } ?? record.time
    switch record.observation {
    case .http(let exchange): take(exchange, record, &atoms)
    case .webSocket(let message): take(message, record, &atoms)
    case .tls(let handshake):
      if let hello = handshake.hello { take(hello, record, isRead: handshake.isDecrypted) }
      tally.hellos += 1
      if handshake.isDecrypted { tally.decrypted += 1 }
    case .quic(let handshake):
      if let hello = handshake.hello { take(hello, record, isRead: handshake.isDecrypted) }
      tally.hellos += 1
      if handshake.isDecrypted { tally.decrypted += 1 }
    case .dns(let message) where !message.isResponse: take(message, record)
    case .flow(let summary):
      tally.flows += 1
      tally.bytesMissing += Int(clamping: summary.missingBytes)
      guard let flow = record.flow, let host = flowHosts.removeValue(forKey: flow.id),
        hellos[host] != nil
      else { return }
      hellos[host]?.bytesToServer += Int(clamping: summary.payload.client)
    default: break
    }
  }

  // MARK: Messages

  private mutating func take(_ exchange: HTTPExchange, _ record: Record, _ atoms: inout Atoms) {
    exchangeCount += 1
    guard let request = exchange.request, exchange.method != "CONNECT" else { return }
    tally.exchanges += 1
    guard let flow = record.flow, hasRoom else { return }
    let host = Authority(exchange.host ?? exchange.serverName ?? "").name
    if !host.isEmpty { hosts.insert(host) }
    let split = exchange.target.firstIndex(of: "?")
    let path = split.map { exchange.target[..<$0] } ?? exchange.target[...]
    var builder = TreeBuilder(nodeLimit: limits.nodesPerRun - nodeCount)
    builder.open(.object, "", &atoms)
    builder.open(.array, "request-line", &atoms)
    for segment in path.split(separator: "/") {
      builder.text(Array(segment.utf8), name: nil, &atoms)
    }
    builder.close()
    if let split {
      let query = exchange.target[exchange.target.index(after: split)...]
      builder.pairs(Array(query.utf8), "query", &atoms)
    }
    headers(request.fields, "header", body: request.body.bytes, &builder, &atoms)
    let type = ContentType(request["content-type"])
    if !request.body.bytes.isEmpty {
      builder.body(request.body.bytes, type: type, &atoms)
      builder.number("body-size", request.body.bytes.count, &atoms)
    }
    headers(request.trailers, "trailer", body: request.body.bytes, &builder, &atoms)
    builder.close()
    let tool = tool(request.fields, path: path, host: host)
    if request.body.isTruncated || builder.isCut { tally.cut += 1 }
    append(
      ComparedExchange(
        name: "\(exchange.method) \(PathTemplate.of(path))", tool: tool, role: "",
        nodes: builder.nodes, host: host, time: record.time, communityID: CommunityID.of(flow),
        frames: [request.provenance.first.number, request.provenance.last.number],
        number: exchangeCount), path: path)
  }

  private mutating func take(_ message: WebSocketMessage, _ record: Record, _ atoms: inout Atoms) {
    guard message.sender == .client, message.opcode == 1 || message.opcode == 2,
      let flow = record.flow, hasRoom
    else { return }
    let host = Authority(message.host ?? message.serverName ?? "").name
    let path = message.target.prefix { $0 != "?" }
    var builder = TreeBuilder(nodeLimit: limits.nodesPerRun - nodeCount)
    builder.open(.object, "", &atoms)
    builder.body(
      message.payload, type: ContentType(message.opcode == 1 ? "application/json" : nil), &atoms)
    builder.number("body-size", message.payload.count, &atoms)
    builder.close()
    append(
      ComparedExchange(
        name: "WebSocket \(PathTemplate.of(path))",
        tool: tool(message.handshake, path: path, host: host), role: "", nodes: builder.nodes,
        host: host, time: record.time, communityID: CommunityID.of(flow),
        frames: [message.provenance.first.number, message.provenance.last.number], number: nil),
      path: path)
  }

  private func headers(
    _ fields: [HTTPField], _ name: String, body: [UInt8], _ builder: inout TreeBuilder,
    _ atoms: inout Atoms
  ) {
    guard !fields.isEmpty else { return }
    builder.open(.object, name, &atoms)
    var digests = BodyDigests(body)
    for field in fields where !field.name.hasPrefix(":") || field.name == ":authority" {
      builder.text(Array(field.value.utf8), name: Array(field.name.utf8), &atoms)
      if digests.areIn(field.value) { builder.markDigest() }
    }
    builder.close()
  }

  private var hasRoom: Bool { nodeCount < limits.nodesPerRun }

  private mutating func append(_ exchange: ComparedExchange, path: Substring) {
    nodeCount += exchange.nodes.count
    if !hasRoom { tally.cut += 1 }
    let isAPI = APIShape.candidate(path: path) != nil
    if isAPI, knowledge.host(exchange.host) == nil { gateways.insert(exchange.host) }
    if exchange.tool != "" { tools.insert(exchange.tool) }
    targets.append((path, isAPI))
    exchanges.append(exchange)
  }

  private func tool(_ fields: [HTTPField], path: Substring, host: String) -> String {
    let agent = fields.first { $0.name.equalsIgnoringASCIICase("user-agent") }?.value
    let matches = knowledge.catalogue.toolMatches(
      userAgent: agent, headers: fields, path: String(path), host: host)
    let verdict = IdentityScale(knowledge, matches).verdict(unknown: "")
    return verdict.tool == nil ? "" : verdict.id
  }

  // MARK: On path

  private mutating func take(_ hello: ClientHelloFacts, _ record: Record, isRead: Bool) {
    let host = hello.serverName?.lowercased() ?? ""
    if !host.isEmpty { hosts.insert(host) }
    if let flow = record.flow { flowHosts[flow.id] = host }
    if hellos[host] == nil, isRoom(hellos.count) {
      var facts = OnPathFacts(record: record)
      facts.fields = [
        ("sni", host, false), ("version", tlsVersionName(hello.version), false),
        ("ja4", hello.ja4, false), ("ja3", hello.ja3, false),
        ("alpn", hello.alpn.joined(separator: ","), false), ("size", "\(hello.byteCount)", true),
      ]
      hellos[host] = facts
    }
    hellos[host]?.count += 1
    if isRead { hellos[host]?.isRead = true }
  }

  /// Whether one more name is compared.
  private mutating func isRoom(_ count: Int) -> Bool {
    if count >= limits.hosts { tally.cut += 1 }
    return count < limits.hosts
  }

  private mutating func take(_ message: DNSMessage, _ record: Record) {
    for question in message.questions {
      let name = question.name.lowercased()
      if queries[name] == nil, isRoom(queries.count) {
        queries[name] = OnPathFacts(record: record, fields: [("name", name, false)])
      }
      queries[name]?.types.insert(question.type)
    }
  }

  private func fact(
    _ name: String, host: String, _ facts: OnPathFacts, _ atoms: inout Atoms
  ) -> ComparedExchange {
    var builder = TreeBuilder(nodeLimit: 64)
    builder.open(.object, "", &atoms)
    builder.open(.object, name.hasPrefix("DNS") ? "dns" : "tls", &atoms)
    for field in facts.fields {
      if field.isNumber {
        builder.number(field.name, Int(field.value) ?? 0, &atoms)
      } else {
        builder.scalar(field.name, field.value, &atoms)
      }
    }
    if facts.types.isEmpty {
      builder.number("connections", facts.count, &atoms)
      if !facts.isRead { builder.number("bytes-sent", facts.bytesToServer, &atoms) }
    } else {
      builder.scalar("types", facts.types.sorted().joined(separator: ","), &atoms)
    }
    builder.close()
    builder.close()
    return ComparedExchange(
      name: name, tool: "", role: role(host: host, path: "", isAPI: false), nodes: builder.nodes,
      host: host, time: facts.record.time,
      communityID: facts.record.flow.map { CommunityID.of($0) } ?? "",
      frames: [facts.record.frame.number], number: nil)
  }

  // MARK: The end of a run

  mutating func finish(_ atoms: inout Atoms) -> RunTrees {
    // A tool's own HTTP library often goes by another name; where one tool speaks, it is that one.
    let only = tools.count == 1 ? tools.first ?? "" : ""
    for index in exchanges.indices {
      if exchanges[index].tool.isEmpty { exchanges[index].tool = only }
      exchanges[index].role = role(
        host: exchanges[index].host, path: targets[index].path, isAPI: targets[index].isAPI)
    }
    for (host, facts) in hellos.sorted(by: { $0.value.record.frame < $1.value.record.frame }) {
      var exchange = fact("TLS ClientHello", host: host, facts, &atoms)
      exchange.tool = only
      exchanges.append(exchange)
    }
    for (host, facts) in queries.sorted(by: { $0.value.record.frame < $1.value.record.frame }) {
      var exchange = fact("DNS query", host: host, facts, &atoms)
      exchange.tool = only
      exchanges.append(exchange)
    }
    return RunTrees(exchanges: exchanges, hosts: hosts, start: start)
  }

  /// What the recipient is there for. Gateways differ by design, so their names do not count.
  private func role(host: String, path: Substring, isAPI: Bool) -> String {
    if let entry = knowledge.host(host)?.entry {
      if path.isEmpty { return entry.host }
      return entry.roles(forPath: String(path)).first ?? entry.host
    }
    if isAPI { return "api" }
    return gateways.contains(host) ? "gateway" : "other"
  }
}

/// A path without its ids, so that the same request is the same in every run.
enum PathTemplate {
  static func of(_ path: Substring) -> String {
    guard path != "/" else { return "/" }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    return segments.map { isIdentifier($0.utf8) ? "{id}" : String($0) }.joined(separator: "/")
  }

  private static func isIdentifier(_ segment: Substring.UTF8View) -> Bool {
    var digits = 0
    var letters = 0
    var isHex = true
    for byte in segment {
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
      } else {
        if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7a { letters += 1 }
        if byte != 0x2d, !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66) { isHex = false }
      }
    }
    let count = segment.count
    return (digits == count && count > 0) || (isHex && digits > 0 && count >= 12)
      || (count >= 20 && digits >= 3 && letters >= 3)
  }
}
