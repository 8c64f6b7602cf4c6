import Model
import Reports
import Testing

@Suite struct `EVE records` {
  @Test func `carry the common fields, client first`() throws {
    let record = Records.wrap(.anomaly(Anomaly(.stream, "gap", layer: "tcp", detail: "4 bytes")))
    let line = EVERenderer(captures: ["a.pcap", "b.pcap"]).render(record)
    #expect(
      text(line)
        == #"{"timestamp":"2026-11-22T21:26:03.123456Z","event_type":"anomaly","flow_id":3,"#
        + #""community_id":"1:abc=","src_ip":"10.77.1.23","src_port":40000,"#
        + #""dest_ip":"2001:db8::1","dest_port":443,"proto":"TCP","pcap_cnt":44,"pcap_filename":"b.pcap","#
        + #""anomaly":{"type":"stream","event":"gap","layer":"tcp","detail":"4 bytes"}}"# + "\n")
  }

  @Test func `show an exchange with its lengths and headers as sent`() throws {
    let http = try #require(try rendered(.http(Records.exchange()))["http"] as? [String: Any])
    #expect(http["http_method"] as? String == "POST")
    #expect(http["hostname"] as? String == "llm.example:8443")
    #expect(http["http_port"] as? Int == 8443)
    #expect(http["url"] as? String == "/v1/messages?beta=true&key=AIza…[redacted]")
    #expect(http["protocol"] as? String == "HTTP/1.1")
    #expect(http["status"] as? Int == 200)
    #expect(http["http_user_agent"] as? String == "claude-cli/2.1.170")
    #expect(http["http_content_type"] as? String == "application/json")
    #expect(http["length"] as? Int == 20)
    #expect(http["request_body_length"] as? Int == 5)
    #expect(http["response_body_length"] as? Int == 31)
    #expect(http["content_encoding"] as? String == "gzip")
    #expect(http["tls"] as? Bool == true)
    #expect(http["request_body"] == nil)
    let headers = try #require(http["request_headers"] as? [[String: String]])
    #expect(headers.first == ["name": "User-Agent", "value": "claude-cli/2.1.170"])
    #expect(headers.contains(["name": "X-Api-Key", "value": "sk-ant-…[redacted]"]))
    #expect(headers.contains(["name": "Cookie", "value": "a=[redacted]; b=[redacted]"]))
    let answer = try #require(http["response_headers"] as? [[String: String]])
    #expect(answer.contains(["name": "Set-Cookie", "value": "s=[redacted]; Path=/; HttpOnly"]))
  }

  @Test func `show an exchange without a response`() throws {
    var exchange = Records.exchange()
    exchange.response = nil
    exchange.status = nil
    exchange.host = nil
    let http = try #require(try rendered(.http(exchange))["http"] as? [String: Any])
    #expect(http["status"] == nil)
    #expect(http["hostname"] == nil)
    #expect(http["http_port"] as? Int == 443)
    #expect(http["length"] as? Int == 0)
  }

  @Test(arguments: [
    ("llm.example", 443), ("llm.example:8080", 8080), ("[2001:db8::2]:8080", 8080),
    ("2001:db8::2", 443), ("host:", 443), ("host:99999", 443),
  ])
  func `show the authority as it was sent, and its port`(authority: String, port: Int) throws {
    var exchange = Records.exchange()
    exchange.host = authority
    let http = try #require(try rendered(.http(exchange))["http"] as? [String: Any])
    #expect(http["hostname"] as? String == authority)
    #expect(http["http_port"] as? Int == port)
  }

  @Test func `hold bodies only when asked, and only where nothing is redacted`() throws {
    let record = Observation.http(Records.exchange())
    let open = try rendered(record, EVEOptions(redaction: .none, bodies: true))
    #expect(member(open, "http", "request_body") as? String == "aGVsbG8=")
    #expect(member(open, "http", "url") as? String == "/v1/messages?beta=true&key=AIzaTEST000")
    let redacted = try rendered(record, EVEOptions(redaction: .secrets, bodies: true))
    #expect(member(redacted, "http", "request_body") == nil)
    let closed = try rendered(record, EVEOptions(redaction: .none))
    #expect(member(closed, "http", "request_body") == nil)
  }

  @Test func `hide header and query values when values are to be hidden`() throws {
    let record = try rendered(.http(Records.exchange()), EVEOptions(redaction: .values))
    #expect(
      member(record, "http", "url") as? String
        == "/v1/messages?beta=<query.beta#1>&key=AIza…[redacted]"
    )
    let headers = try #require(member(record, "http", "request_headers") as? [[String: String]])
    #expect(headers.contains(["name": "X-Machine", "value": "<header.x-machine#1>"]))
  }

  /// Stands for what an analysis found; `llm.example` for a vendor's host.
  private var hiding: EVEOptions {
    var options = EVEOptions(redaction: .values)
    options.hiding = ValueHiding(
      text: { $0.replacing("falcon", with: "<machine.hostname#1>") },
      host: { $0 == "llm.example" ? $0 : $0.replacing("falcon", with: "<machine.hostname#1>") },
      whole: { $0 == "falcon" || $0 == "a b" ? "<machine.hostname#1>" : $0 })
    return options
  }

  @Test func `hide values that are known wherever they stand`() throws {
    var exchange = Records.exchange()
    exchange.target = "/u/falcon/x-falcon-y?host=falcon&name=a%20b&z=1"
    exchange.host = "falcon.corp.example"
    let record = try rendered(.http(exchange), hiding)
    #expect(
      member(record, "http", "url") as? String
        == "/u/<machine.hostname#1>/x-<machine.hostname#1>-y?host=<machine.hostname#1>"
        + "&name=<machine.hostname#1>&z=<query.z#1>")
    #expect(member(record, "http", "hostname") as? String == "<machine.hostname#1>.corp.example")
    let headers = try #require(member(record, "http", "request_headers") as? [[String: String]])
    #expect(headers.contains(["name": "X-Machine", "value": "<machine.hostname#1>"]))
  }

  @Test func `hide known values in names that the network sees`() throws {
    var handshake = Records.handshake(hello: true, server: true)
    handshake.clientCertificate = CertificateFacts(
      subject: "CN=falcon", issuer: "CN=Orchard CA", alternativeNames: ["falcon.corp.example"])
    let tls = try rendered(.tls(handshake), hiding)
    #expect(member(tls, "tls", "sni") as? String == "llm.example")
    #expect(member(tls, "tls", "client", "subject") as? String == "CN=<machine.hostname#1>")
    let name = "falcon.corp.example"
    let dns = try rendered(
      .dns(
        DNSMessage(
          id: 1, isResponse: true, responseCode: "NOERROR",
          questions: [.init(name: name, type: "A")],
          answers: [
            .init(name: name, type: "CNAME", timeToLive: 1, data: "falcon.lan", address: nil)
          ])), hiding)
    let text = "\(dns)"
    #expect(!text.contains("falcon"))
    #expect(text.contains("<machine.hostname#1>.lan"))
  }

  @Test func `leave known values where nothing or only secrets are hidden`() throws {
    for redaction in [Redaction.none, .secrets] {
      var options = hiding
      options.redaction = redaction
      let record = try rendered(.http(Records.exchange()), options)
      let headers = try #require(member(record, "http", "request_headers") as? [[String: String]])
      #expect(headers.contains(["name": "X-Machine", "value": "falcon"]))
    }
  }

  @Test func `show a handshake of which only one half was seen`() throws {
    let alone = try rendered(.tls(Records.handshake(hello: false, server: true)))
    #expect(member(alone, "tls", "version") as? String == "TLS 1.3")
    #expect(member(alone, "tls", "ja3") == nil)
    #expect(member(alone, "tls", "decrypted") as? Bool == false)
    let hello = try rendered(.tls(Records.handshake(hello: true, server: false)))
    #expect(member(hello, "tls", "sni") as? String == "llm.example")
    #expect(member(hello, "tls", "version") as? String == "UNDETERMINED")
    #expect(member(hello, "tls", "ja3", "hash") as? String == "0011")
    #expect(member(hello, "tls", "client_alpns") as? [String] == ["h2", "http/1.1"])
    #expect(member(hello, "tls", "ech") as? String == "absent")
  }

  private func rendered(
    _ observation: Observation, _ options: EVEOptions = EVEOptions()
  ) throws -> [String: Any] {
    let line = EVERenderer(captures: ["a.pcap"], options: options).render(Records.wrap(observation))
    #expect(line.last == 0x0a)
    #expect(line.dropLast().contains(0x0a) == false)
    return try parsedObject(line)
  }
}
