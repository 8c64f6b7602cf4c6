import Model

/// What the handshake settled about compression (RFC 7692, section 7.1).
struct WebSocketExtensions: Hashable, Sendable {
  /// Whether messages may be compressed; true also when the answer was not seen.
  var isDeflateAllowed = true
  /// Sides that forget their earlier messages before each one.
  var forgets: Set<Side> = []

  /// Nothing is known: compression may be used, with context takeover.
  init() {}

  /// Reads the server's answer.
  init(response: HTTPMessage) {
    isDeflateAllowed = false
    for field in response.fields
    where field.name.equalsIgnoringASCIICase("sec-websocket-extensions") {
      for offer in field.value.split(separator: ",") { accept(offer) }
    }
  }

  private mutating func accept(_ offer: Substring) {
    let parts = offer.split(separator: ";").map { part in
      String(part.filter { $0 != " " && $0 != "\t" }).lowercased()
    }
    guard let name = parts.first, !isDeflateAllowed else { return }
    guard name == "permessage-deflate" else { return }
    isDeflateAllowed = true
    if parts.contains("client_no_context_takeover") { forgets.insert(.client) }
    if parts.contains("server_no_context_takeover") { forgets.insert(.server) }
  }
}
