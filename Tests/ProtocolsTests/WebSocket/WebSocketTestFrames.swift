import Model
import Protocols
import TestKit

/// Writes WebSocket frames, and the handshakes that lead to them.
enum WebSocketTestFrames {
  /// A frame of the server.
  static func plain(
    _ opcode: UInt8, _ payload: [UInt8], final: Bool = true, rsv1: Bool = false
  )
    -> [UInt8]
  {
    [opcode | (final ? 0x80 : 0) | (rsv1 ? 0x40 : 0)] + length(payload.count, masked: false)
      + payload
  }

  /// A frame of the client.
  static func masked(
    _ opcode: UInt8, _ payload: [UInt8], final: Bool = true, rsv1: Bool = false
  )
    -> [UInt8]
  {
    let key: [UInt8] = [0x37, 0xfa, 0x21, 0x3d]
    return [opcode | (final ? 0x80 : 0) | (rsv1 ? 0x40 : 0)]
      + length(payload.count, masked: true) + key
      + payload.enumerated().map { $1 ^ key[$0 & 3] }
  }

  private static func length(_ count: Int, masked: Bool) -> [UInt8] {
    let bit: UInt8 = masked ? 0x80 : 0
    switch count {
    case ..<126: return [bit | UInt8(count)]
    case ..<65_536: return [bit | 126, UInt8(count >> 8), UInt8(count & 0xff)]
    default: return [bit | 127] + (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - $0 * 8)) }
    }
  }

  /// An exchange that opened a connection with these extensions.
  static func handshake(_ extensions: String?, at provenance: Provenance) -> HTTPExchange {
    var answer = HTTPMessage(
      fields: [HTTPField("Upgrade", "websocket")], provenance: provenance)
    if let extensions {
      answer.fields.append(HTTPField("Sec-WebSocket-Extensions", extensions))
    }
    return HTTPExchange(
      version: .http11, method: "GET", host: "ws.example.com", target: "/chat",
      request: HTTPMessage(
        fields: [HTTPField("Upgrade", "websocket")], provenance: provenance),
      response: answer, status: 101, isEncrypted: false, serverName: nil, tunnels: [],
      isProxied: false, stream: 1)
  }
}

extension LayerHarness {
  var messages: [WebSocketMessage] {
    observations.compactMap { if case .webSocket(let message) = $0 { message } else { nil } }
  }

  /// What the messages say, without where they stood.
  var messageMeaning: [String] {
    messages.map {
      "\($0.sender) \($0.opcode) \($0.isFinal) \($0.isDeflated) \($0.isTruncated) "
        + "\($0.transferredLength) \(hexText($0.payload))"
    }
  }
}
