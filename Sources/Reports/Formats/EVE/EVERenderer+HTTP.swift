import Model

extension EVERenderer {
  func write(_ exchange: HTTPExchange, flow: FlowReference?, to json: inout JSONWriter) {
    let request = exchange.request
    let response = exchange.response
    json.object("http") { json in
      // Of a response whose request was not seen, neither is known.
      if !exchange.method.isEmpty { json.member("http_method", exchange.method) }
      if let host = exchange.host { json.member("hostname", redactor.host(host)) }
      if !exchange.target.isEmpty { json.member("url", redactor.url(exchange.target)) }
      json.member("protocol", exchange.version.rawValue)
      if let status = exchange.status { json.member("status", status) }
      if let userAgent = request?["user-agent"] {
        json.member("http_user_agent", redactor.agent(userAgent))
      }
      if let type = response?["content-type"] { json.member("http_content_type", mediaType(type)) }
      if let port = port(of: exchange, flow: flow) {
        json.member("http_port", port)
      }
      json.member("length", response?.body.transferredLength ?? 0)
      fields("request_headers", request?.fields ?? [], to: &json)
      fields("response_headers", response?.fields ?? [], to: &json)
      if let trailers = request?.trailers, !trailers.isEmpty {
        fields("request_trailers", trailers, to: &json)
      }
      if let trailers = response?.trailers, !trailers.isEmpty {
        fields("response_trailers", trailers, to: &json)
      }
      json.member("request_body_length", request?.body.readableLength ?? 0)
      json.member("response_body_length", response?.body.readableLength ?? 0)
      json.member("tls", exchange.isEncrypted)
      if let coding = response?["content-encoding"] { json.member("content_encoding", coding) }
      guard options.showsBodies else { return }
      if let body = request?.body { json.member("request_body", base64(body.bytes)) }
      if let body = response?.body { json.member("response_body", base64(body.bytes)) }
    }
  }

  func write(_ message: WebSocketMessage, to json: inout JSONWriter) {
    json.object("websocket") { json in
      json.member("opcode", opcodeName(message.opcode))
      json.member("fin", message.isFinal)
      json.member("length", message.transferredLength)
      json.member("direction", message.sender.eveDirection)
      if let host = message.host { json.member("hostname", redactor.host(host)) }
      json.member("url", redactor.url(message.target))
      if let code = message.closeCode { json.member("close_code", code) }
      if options.showsBodies { json.member("payload", base64(message.payload)) }
    }
  }

  private func fields(_ name: String, _ fields: [HTTPField], to json: inout JSONWriter) {
    json.array(name) { json in
      for field in fields {
        json.object { json in
          json.member("name", field.name)
          json.member("value", redactor.value(of: field))
        }
      }
    }
  }

  /// The port that the request's authority names, else the one that it went to.
  private func port(of exchange: HTTPExchange, flow: FlowReference?) -> UInt16? {
    let authority = exchange.method == "CONNECT" ? exchange.target : exchange.host
    if let port = authority.flatMap({ Authority($0).port }) { return port }
    if let tunnel = exchange.tunnels.last { return tunnel.targetPort }
    // To a forward proxy the flow's port is the proxy's, not the host's.
    if exchange.isProxied { return exchange.isEncrypted ? 443 : 80 }
    return flow?.server.port
  }

  /// The type without its parameters, as Suricata shows it.
  private func mediaType(_ value: String) -> String {
    String(value.utf8.prefix { $0 != UInt8(ascii: ";") }) ?? value
  }

  /// Suricata's names of WebSocket opcodes (RFC 6455, section 5.2).
  private func opcodeName(_ opcode: UInt8) -> String {
    switch opcode {
    case 0: "continuation"
    case 1: "text"
    case 2: "binary"
    case 8: "connection_close"
    case 9: "ping"
    case 10: "pong"
    default: "unknown-\(opcode)"
    }
  }
}

extension MessageBody {
  /// Bytes after content codings, or as transferred where the content was not kept.
  fileprivate var readableLength: Int { bytes.isEmpty ? transferredLength : bytes.count }
}
