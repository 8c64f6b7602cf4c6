import Model

/// Observations made by hand.
enum Records {
  static let flow = FlowReference(
    id: 3, transport: .tcp, client: Endpoint(IPAddress(v4: 0x0a4d_0117), 40_000),
    server: Endpoint(IPAddress(high: 0x2001_0db8_0000_0000, low: 1), 443))

  static let provenance = Provenance(FrameID(capture: 1, number: 44), Sample.start)

  static let hello = ClientHelloFacts(
    serverName: "llm.example", version: 0x0304, alpn: ["h2", "http/1.1"], ja3: "0011",
    ja3Text: "771,1,2,3,4", ja4: "t13d", byteCount: 512, keyShareGroups: [29])

  static func wrap(_ observation: Observation) -> Record {
    Record(
      flow: flow, frame: FrameID(capture: 1, number: 44), time: Sample.start,
      observation: observation, communityID: "1:abc=")
  }

  static func handshake(hello: Bool, server: Bool) -> TLSHandshake {
    let facts = ServerHelloFacts(
      version: 0x0304, cipherSuite: 0x1301, cipherName: "TLS_AES_128_GCM_SHA256", alpn: "h2",
      ja3s: "2233")
    return TLSHandshake(
      hello: hello ? Self.hello : nil, server: server ? facts : nil, certificate: nil,
      isResumed: nil, isDecrypted: false, undecryptedReason: "no key",
      encryptedClientHello: .absent,
      provenance: provenance)
  }

  static func exchange() -> HTTPExchange {
    var request = HTTPMessage(
      fields: [
        HTTPField("User-Agent", "claude-cli/2.1.170"), HTTPField("X-Api-Key", "sk-ant-test-000"),
        HTTPField("Cookie", "a=1; b=2"), HTTPField("X-Machine", "falcon"),
      ], provenance: provenance)
    request.body.bytes = Array("hello".utf8)
    request.body.transferredLength = 5
    var response = HTTPMessage(
      fields: [
        HTTPField("Content-Type", "application/json; charset=utf-8"),
        HTTPField("Content-Encoding", "gzip"), HTTPField("Set-Cookie", "s=1; Path=/; HttpOnly"),
      ], provenance: provenance)
    response.body.bytes = [UInt8](repeating: 0x20, count: 31)
    response.body.transferredLength = 20
    return HTTPExchange(
      version: .http11, method: "POST", host: "llm.example:8443",
      target: "/v1/messages?beta=true&key=AIzaTEST000", request: request, response: response,
      status: 200, isEncrypted: true, serverName: "llm.example", tunnels: [], isProxied: false,
      stream: 1)
  }
}
