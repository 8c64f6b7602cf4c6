import Model
import Protocols
import TestKit

extension LayerHarness {
  /// Plays one datagram.
  func play(_ datagram: [UInt8], from side: Side, to layer: QUICLayer) {
    layer.receive(datagram.span.bytes, from: side, at: nextFrame())
  }

  /// Plays datagrams of the client, ends the flow, and returns what was seen of the handshakes.
  func handshakes(_ datagrams: [[UInt8]]) -> [QUICHandshake] {
    let layer = QUICLayer(context)
    for datagram in datagrams { play(datagram, from: .client, to: layer) }
    layer.end(at: nextFrame())
    return quicHandshakes
  }

  var quicHandshakes: [QUICHandshake] {
    observations.compactMap { if case .quic(let handshake) = $0 { handshake } else { nil } }
  }

  var serverNames: [String?] { quicHandshakes.map { $0.hello?.serverName } }

  /// Reads an NSS key log.
  func learn(keyLog: String) {
    for line in keyLog.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 3, let label = SecretLabel(rawValue: String(words[0])),
        let random = ClientRandom(hex(String(words[1])))
      else { continue }
      secrets.insert(hex(String(words[2])), label: label, for: random)
    }
  }
}
