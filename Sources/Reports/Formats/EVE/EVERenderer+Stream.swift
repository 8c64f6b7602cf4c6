import Model

extension EVERenderer {
  func write(_ tunnel: ProxyTunnel, to json: inout JSONWriter) {
    json.object("proxy") { json in
      json.member("kind", tunnel.kind.rawValue)
      json.member("target_host", redactor.host(tunnel.targetHost))
      json.member("target_port", tunnel.targetPort)
      json.member("authenticated", tunnel.isAuthenticated)
    }
  }

  func write(_ sample: PlaintextSample, to json: inout JSONWriter) {
    json.object("plaintext") { json in
      json.member("direction", sample.sender.eveDirection)
      json.member("offset", sample.offset)
      // Raw bytes cannot be redacted.
      if options.redaction == .none { json.member("data", base64(sample.bytes)) }
    }
  }

  func write(_ anomaly: Anomaly, to json: inout JSONWriter) {
    json.object("anomaly") { json in
      json.member("type", anomaly.kind.rawValue)
      json.member("event", anomaly.event)
      json.member("layer", anomaly.layer)
      json.member("detail", redactor.text(anomaly.detail))
    }
  }
}
