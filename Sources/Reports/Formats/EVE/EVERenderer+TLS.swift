import Model

extension EVERenderer {
  func write(_ handshake: TLSHandshake, to json: inout JSONWriter) {
    json.object("tls") { json in
      if let name = handshake.hello?.serverName { json.member("sni", redactor.host(name)) }
      json.member("version", handshake.server.map { tlsVersionName($0.version) } ?? "UNDETERMINED")
      if let hello = handshake.hello { fingerprints(hello, to: &json) }
      if let server = handshake.server {
        json.object("ja3s") { $0.member("hash", server.ja3s) }
        json.member("server_alpns", server.alpn.map { [$0] } ?? [])
        json.member("cipher", server.cipherName)
      }
      if let certificate = handshake.certificate {
        write(certificate, to: &json)
      }
      if let certificate = handshake.clientCertificate {
        json.object("client") { write(certificate, to: &$0) }
      }
      if let isResumed = handshake.isResumed { json.member("session_resumed", isResumed) }
      json.member("ech", handshake.encryptedClientHello.rawValue)
      if let inner = handshake.innerHello { write(inner: inner, to: &json) }
      json.member("decrypted", handshake.isDecrypted)
      if let reason = handshake.undecryptedReason { json.member("undecrypted_reason", reason) }
    }
  }

  func write(_ handshake: QUICHandshake, to json: inout JSONWriter) {
    json.object("quic") { json in
      json.member("version", handshake.version)
      if let name = handshake.hello?.serverName { json.member("sni", redactor.host(name)) }
      if let hello = handshake.hello { fingerprints(hello, to: &json) }
      if let userAgent = handshake.userAgent {
        json.member("user_agent", redactor.agent(userAgent))
      }
      if handshake.hello != nil {
        if let parameters = handshake.transportParameters {
          json.member("transport_parameters", parameters)
        }
        json.member("ech", handshake.encryptedClientHello.rawValue)
        if let inner = handshake.innerHello { write(inner: inner, to: &json) }
      }
      json.member("decrypted", handshake.isDecrypted)
    }
  }

  private func write(_ certificate: CertificateFacts, to json: inout JSONWriter) {
    json.member("subject", redactor.text(certificate.subject))
    json.member("issuerdn", redactor.text(certificate.issuer))
    json.member("subjectaltname", certificate.alternativeNames.map { redactor.host($0) })
  }

  private func write(inner hello: ClientHelloFacts, to json: inout JSONWriter) {
    json.object("ech_inner") { json in
      if let name = hello.serverName { json.member("sni", redactor.host(name)) }
      json.member("ja4", hello.ja4)
      json.member("client_alpns", hello.alpn)
    }
  }

  private func fingerprints(_ hello: ClientHelloFacts, to json: inout JSONWriter) {
    json.object("ja3") { json in
      json.member("hash", hello.ja3)
      json.member("string", hello.ja3Text)
    }
    json.member("ja4", hello.ja4)
    json.member("client_alpns", hello.alpn)
  }
}
