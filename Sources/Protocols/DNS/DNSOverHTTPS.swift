import Model
import Wire

/// DNS messages in HTTP exchanges (RFC 8484).
enum DNSOverHTTPS {
  private static let mediaType = "application/dns-message"

  /// The query and the answer that an exchange carries; empty for nearly all exchanges.
  static func messages(in exchange: HTTPExchange) -> [DNSMessage] {
    var messages: [DNSMessage] = []
    if let query = query(of: exchange), let message = message(query), !message.isResponse {
      messages.append(message)
    }
    if let response = exchange.response, isMessage(response),
      let message = message(response.body.bytes), message.isResponse
    {
      messages.append(message)
    }
    return messages
  }

  private static func query(of exchange: HTTPExchange) -> [UInt8]? {
    if exchange.method == "POST", let request = exchange.request, isMessage(request) {
      return request.body.bytes
    }
    guard exchange.method == "GET",
      let mark = exchange.target.utf8.firstIndex(of: UInt8(ascii: "?"))
    else { return nil }
    // The type of the answer, or that of the wish for one, tells `dns` from other parameters.
    guard exchange.response.map(isMessage) ?? false || accepts(exchange.request) else { return nil }
    let query = exchange.target.utf8[exchange.target.utf8.index(after: mark)...]
    for pair in query.split(separator: UInt8(ascii: "&")) where pair.starts(with: "dns=".utf8) {
      return Base64.decode(Array(pair.dropFirst(4)).span)
    }
    return nil
  }

  private static func isMessage(_ message: HTTPMessage) -> Bool {
    message["content-type"].map { $0.lowercased().hasPrefix(mediaType) } ?? false
  }

  private static func accepts(_ request: HTTPMessage?) -> Bool {
    request?["accept"].map { $0.lowercased().contains(mediaType) } ?? false
  }

  private static func message(_ bytes: [UInt8]) -> DNSMessage? {
    let (message, _) = DNS.read(bytes.span.bytes)
    return message?.questions.isEmpty == false ? message : nil
  }
}

extension LayerContext {
  /// Records an exchange, and the DNS messages in it as such.
  func tell(_ exchange: HTTPExchange, at provenance: Provenance) {
    observe(.http(exchange), at: provenance)
    for message in DNSOverHTTPS.messages(in: exchange) { observe(.dns(message), at: provenance) }
  }
}
