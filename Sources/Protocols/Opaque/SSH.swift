import Wire

/// SSH (RFC 4253, section 4.2).
struct SSH: OpaqueProtocol {
  static let name = "ssh"

  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    if server.byteCount > 0, Probe(server, begin: "SSH-") != .mismatch {
      return Probe(server, begin: "SSH-")
    }
    guard client.byteCount > 0 else { return server.byteCount > 0 ? .mismatch : .needsMore }
    return Probe(client, begin: "SSH-")
  }
}

/// Remote framebuffers, as of VNC (RFC 6143, section 7.1.1).
struct RemoteFramebuffer: OpaqueProtocol {
  static let name = "rfb"

  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard server.byteCount > 0 else { return client.byteCount > 0 ? .mismatch : .needsMore }
    return Probe(server, begin: "RFB 00")
  }
}
