import Model

/// What a TLS or QUIC hello tells anyone on the path about its client.
enum HelloFacts {
  static let id = "network.hello"
  /// Where a QUIC hello's parameters stand (RFC 9001, section 8.2).
  static let parametersPath = "transport_parameters"

  /// Findings, and the path in the hello where each stands.
  static func findings(ja4: String, of state: FlowState) -> [(path: String, finding: Finding)] {
    var findings = [("ClientHello", fingerprint(ja4))]
    if let parameters = state.transportParameters, !parameters.isEmpty {
      findings.append((parametersPath, fingerprint(parameters)))
    }
    if let userAgent = state.userAgent {
      for var finding in ConnectionUserAgent.findings(userAgent) {
        finding.basis = .network
        findings.append((parametersPath + ".user_agent", finding))
      }
    }
    return findings
  }

  private static func fingerprint(_ text: String) -> Finding {
    Finding(
      "network.tls_fingerprint", Array(text.utf8), source: id, basis: .network, confidence: 0.95)
  }
}

/// Google's user agent in a QUIC hello: `dev Chrome/92.0.4503.3 Windows NT 10.0; Win64; x64`, that is
/// a release channel where it is not the stable one, a product, and the platform without brackets.
enum ConnectionUserAgent {
  static func findings(_ value: String) -> [Finding] {
    // Some write a whole HTTP User-Agent here.
    guard !value.contains("("), let slash = value.firstIndex(of: "/") else {
      return UserAgentFacts.findings(value)
    }
    let end = value[slash...].firstIndex(of: " ") ?? value.endIndex
    let platform = value[end...].drop { $0 == " " }
    var findings = UserAgentFacts.findings("Mozilla/5.0 (\(platform)) \(value[..<end])")
    findings.removeAll { $0.attribute == "machine.browser" }
    findings.insert(found("machine.browser", String(value[..<end])), at: 0)
    let items = platform.split(separator: ";").map { $0.drop { $0 == " " } }
    guard let system = items.first else { return findings }
    if let range = system.firstRange(of: "Mac OS X") {
      findings.append(found("machine.os", String(system[range])))
      if range.upperBound < system.endIndex {
        findings.append(found("machine.os_version", String(system[range.lowerBound...])))
      }
    }
    return findings
  }

  private static func found(_ attribute: String, _ text: String) -> Finding {
    Finding(attribute, Array(text.utf8), source: UserAgentFacts.id, confidence: 0.9)
  }
}
