import Model
import Reports
import Testing

@Suite struct `EVE records of streams and names` {
  @Test func `show a flow's counters and its tool`() throws {
    let flow = FlowSummary(
      toServer: TrafficCount(packets: 3, bytes: 300),
      toClient: TrafficCount(packets: 2, bytes: 200),
      payload: BySide(client: 180, server: 100), start: Sample.start, end: Sample.end,
      state: .closed, reason: .closed,
      attention: .opened, applicationProtocol: "tls", startSeen: true)
    let renderer = EVERenderer(captures: [])
    let line = renderer.render(
      Records.wrap(.flow(flow)), attribution: EVEAttribution(tool: "claude-code", vendor: nil))
    let record = try parsedObject(line)
    #expect(record["app_proto"] as? String == "tls")
    #expect(record["tool"] as? String == "claude-code")
    #expect(record["vendor"] == nil)
    #expect(record["pcap_filename"] == nil)
    #expect(
      text(line).hasSuffix(
        #""flow":{"pkts_toserver":3,"pkts_toclient":2,"bytes_toserver":300,"bytes_toclient":200,"#
          + #""start":"2026-11-22T21:26:03.123456Z","end":"2026-11-22T21:26:11.500000Z","#
          + #""state":"closed","reason":"finished"}}"# + "\n"))
  }

  @Test func `show a DNS response`() {
    let message = DNSMessage(
      id: 7, isResponse: true, responseCode: "NOERROR",
      questions: [.init(name: "llm.example", type: "A")],
      answers: [
        .init(name: "llm.example", type: "A", timeToLive: 60, data: "192.0.2.1", address: nil)
      ])
    #expect(
      line(.dns(message)).hasSuffix(
        #""dns":{"version":3,"type":"response","id":7,"rcode":"NOERROR","#
          + #""queries":[{"rrname":"llm.example","rrtype":"A"}],"#
          + #""answers":[{"rrname":"llm.example","rrtype":"A","ttl":60,"rdata":"192.0.2.1"}]}}"#
          + "\n"))
  }

  @Test func `show the first packets of QUIC`() {
    var handshake = QUICHandshake(
      version: "1", hello: Records.hello, userAgent: "Chrome/142", isDecrypted: false,
      provenance: Records.provenance)
    handshake.transportParameters = "max_idle_timeout=30000"
    #expect(
      line(.quic(handshake)).hasSuffix(
        #""quic":{"version":"1","sni":"llm.example","ja3":{"hash":"0011","string":"771,1,2,3,4"},"#
          + #""ja4":"t13d","client_alpns":["h2","http/1.1"],"user_agent":"Chrome/142","#
          + #""transport_parameters":"max_idle_timeout=30000","ech":"absent","decrypted":false}}"#
          + "\n"))
  }

  @Test func `show a proxy tunnel without its credentials`() {
    let tunnel = ProxyTunnel(
      kind: .httpConnect, targetHost: "llm.example", targetPort: 443, isAuthenticated: true,
      credentials: "Basic c2VjcmV0", provenance: Records.provenance)
    let line = line(.proxy(tunnel))
    #expect(
      line.hasSuffix(
        #""proxy":{"kind":"http-connect","target_host":"llm.example","target_port":443,"#
          + #""authenticated":true}}"# + "\n"))
  }

  @Test(arguments: [(1, "text"), (2, "binary"), (8, "connection_close"), (11, "unknown-11")])
  func `name a WebSocket message's opcode`(opcode: UInt8, name: String) throws {
    let message = WebSocketMessage(
      sender: .server, opcode: opcode, isFinal: true, payload: [1, 2], transferredLength: 9,
      isDeflated: true, isTruncated: false, host: "llm.example", target: "/ws?token=abc",
      serverName: nil, tunnels: [], isEncrypted: true, handshake: [],
      provenance: Records.provenance)
    // The payload of a close frame begins with a code.
    let code = opcode == 8 ? #","close_code":258"# : ""
    #expect(
      line(.webSocket(message)).hasSuffix(
        #""websocket":{"opcode":"\#(name)","fin":true,"length":9,"direction":"to_client","#
          + #""hostname":"llm.example","url":"/ws?token=[redacted]"\#(code)}}"# + "\n"))
    let open = EVERenderer(captures: [], options: EVEOptions(redaction: .none, bodies: true))
    let record = try parsedObject(open.render(Records.wrap(.webSocket(message))))
    #expect(member(record, "websocket", "payload") as? String == "AQI=")
  }

  @Test(
    arguments: [
      ([], ""), ([0x66], "Zg=="), ([0x66, 0x6f], "Zm8="), ([0x66, 0x6f, 0x6f], "Zm9v"),
      ([0xfb, 0xff], "+/8="),
    ] as [([UInt8], String)])
  func `hold a plaintext sample in base64 (RFC 4648, section 10)`(
    bytes: [UInt8], encoded: String
  ) throws {
    let sample = PlaintextSample(sender: .client, offset: 0, bytes: bytes)
    let renderer = EVERenderer(captures: [], options: EVEOptions(redaction: .none))
    let record = try parsedObject(renderer.render(Records.wrap(.plaintext(sample))))
    #expect(member(record, "plaintext", "direction") as? String == "to_server")
    #expect(member(record, "plaintext", "data") as? String == encoded)
  }

  @Test func `close with the run's counters`() {
    let statistics = EVEStatistics(
      time: Sample.end, packets: 5, bytes: 500, flows: 2, counters: [.init("anomalies", 1)])
    #expect(
      text(EVERenderer(captures: []).render(statistics))
        == #"{"timestamp":"2026-11-22T21:26:11.500000Z","event_type":"stats","#
        + #""stats":{"decoder":{"pkts":5,"bytes":500},"flows":2,"anomalies":1}}"# + "\n")
  }

  @Test func `tell sessions and disclosures in the order of their first frames`() throws {
    var summary = Sample.summary()
    summary.tools[0].disclosures[2].evidence[0].frames = [9, 5]
    let findings = EVERenderer(captures: ["a"]).findings(of: summary)
    #expect(findings.map(\.frame?.number) == [5, 5, 41, 41])
    let kinds = try findings.map { try parsedObject($0.line)["event_type"] as? String }
    #expect(kinds == ["session", "disclosure", "disclosure", "disclosure"])
    let last = try parsedObject(findings[3].line)
    #expect(last["tool"] as? String == "claude-code")
    #expect(member(last, "disclosure", "attribute") as? String == "machine.kernel")
  }

  private func line(_ observation: Observation) -> String {
    text(EVERenderer(captures: []).render(Records.wrap(observation)))
  }
}
