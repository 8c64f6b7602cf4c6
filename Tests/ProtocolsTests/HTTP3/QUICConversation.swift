import Model
import Protocols
import TestKit

/// A QUIC connection whose both ends are played by a test, with all its keys.
final class QUICConversation {
  let harness: LayerHarness
  let layer: QUICLayer
  let clientID: [UInt8]
  let serverID: [UInt8]
  private let original: [UInt8]
  private let secretLength: Int
  let aead: QUICAEAD
  private var numbers: [UInt64] = [0, 0]
  /// Where the next bytes of each stream and side stand.
  private var offsets: [String: Int] = [:]

  /// Takes the datagrams in place of the layer, when set.
  var divert: (([UInt8], Side) -> Void)?

  init(
    aead: QUICAEAD = .aes128GCM, harness: LayerHarness = LayerHarness(),
    original: String = "8394c8f03e515708", client: String = "c1c1c1c1",
    server: String = "5e5e5e5e5e"
  ) {
    self.original = hex(original)
    clientID = hex(client)
    serverID = hex(server)
    self.aead = aead
    self.harness = harness
    layer = QUICLayer(harness.context)
    secretLength = aead == .aes256GCM ? 48 : 32
  }

  /// The ClientHello's random.
  var random = [UInt8](repeating: 0x42, count: 32)

  /// A ClientHello for `host` that offers one application protocol.
  func hello(host: String, alpn: String = "h3") -> [UInt8] {
    func block(_ bytes: [UInt8]) -> [UInt8] { [0, UInt8(bytes.count)] + bytes }
    let name = block([0] + block(Array(host.utf8)))
    let protocols = block([UInt8(alpn.utf8.count)] + Array(alpn.utf8))
    let agent = Array("Test/1.0".utf8)
    let parameters = varint(0x3129) + varint(UInt64(agent.count)) + agent
    var extensions: [UInt8] = [0, 0] + block(name)
    extensions += [0, 16] + block(protocols)
    extensions += [0, 57] + block(parameters)
    var body: [UInt8] = [3, 3] + random
    body += [0, 0, 2, 0x13, 0x01, 1, 0]
    body += block(extensions)
    return [1, 0, 0, UInt8(body.count)] + body
  }

  func secret(_ label: SecretLabel) -> [UInt8] {
    let index = SecretLabel.allCases.firstIndex(of: label) ?? 0
    return [UInt8](repeating: UInt8(0x10 + index) ^ random[0] ^ 0x42, count: secretLength)
  }

  func learn() {
    guard let random = ClientRandom(random) else { return }
    for label in [
      SecretLabel.clientEarly, .clientHandshake, .serverHandshake, .clientTraffic0,
      .serverTraffic0,
    ] {
      harness.secrets.insert(secret(label), label: label, for: random)
    }
  }

  func sealer(_ label: SecretLabel) -> PacketSealer {
    PacketSealer(secret: secret(label), aead: aead)
  }

  func play(_ datagram: [UInt8], from side: Side) {
    if let divert {
      divert(datagram, side)
      return
    }
    harness.play(datagram, from: side, to: layer)
  }

  /// The Initial packets of both sides.
  func shakeHands(host: String = "ai.example", alpn: String = "h3") throws {
    try sendHello(host: host, alpn: alpn)
    try answerHello()
  }

  func sendHello(host: String = "ai.example", alpn: String = "h3") throws {
    let hello = hello(host: host, alpn: alpn)
    play(
      try PacketSealer.initial(.client, to: original).long(
        type: 0, destination: original, source: clientID, number: 0,
        payload: cryptoFrame(hello, 0..<hello.count), padTo: 1_200), from: .client)
  }

  func answerHello() throws {
    play(
      try PacketSealer.initial(.server, to: original).long(
        type: 0, destination: clientID, source: serverID, number: 0,
        payload: [0x02, 0, 0, 0, 0]), from: .server)
  }

  /// A 0-RTT packet.
  func early(_ frames: [UInt8], number: UInt64) throws -> [UInt8] {
    try sealer(.clientEarly).long(
      type: 1, destination: original, source: clientID, number: number, payload: frames)
  }

  /// The next 1-RTT packet of a side.
  func packet(
    _ frames: [UInt8], from side: Side, updates: Int = 0, to id: [UInt8]? = nil
  ) throws
    -> [UInt8]
  {
    let first = sealer(side == .client ? .clientTraffic0 : .serverTraffic0)
    var current = first
    for _ in 0..<updates { current = current.updated() }
    defer { numbers[Int(side.rawValue)] += 1 }
    return try current.short(
      destination: id ?? (side == .client ? serverID : clientID),
      number: numbers[Int(side.rawValue)], phase: !updates.isMultiple(of: 2), payload: frames,
      key: first)
  }

  /// The next STREAM frame of a stream's side.
  func frame(
    _ stream: UInt64, _ bytes: [UInt8], from side: Side, isFinal: Bool = false
  )
    -> [UInt8]
  {
    let key = "\(stream) \(side)"
    defer { offsets[key, default: 0] += bytes.count }
    return streamFrame(stream, at: offsets[key] ?? 0, bytes, isFinal: isFinal)
  }

  func send(_ stream: UInt64, _ bytes: [UInt8], from side: Side, isFinal: Bool = false) throws {
    play(
      try packet(frame(stream, bytes, from: side, isFinal: isFinal), from: side), from: side)
  }

  func end() {
    layer.end(at: harness.nextFrame())
  }
}

/// An HTTP/3 frame.
func http3Frame(_ type: UInt64, _ payload: [UInt8]) -> [UInt8] {
  varint(type) + varint(UInt64(payload.count)) + payload
}

/// A field section of literals, with the dynamic table unused.
func fieldSection(_ fields: [(String, String)]) -> [UInt8] {
  var section: [UInt8] = [0, 0]
  for (name, value) in fields {
    let count = name.utf8.count
    section += count < 7 ? [0x20 | UInt8(count)] : [0x27, UInt8(count - 7)]
    section += Array(name.utf8)
    section.append(UInt8(value.utf8.count))
    section += Array(value.utf8)
  }
  return section
}

/// A HEADERS frame of a request.
func request(
  _ method: String, _ path: String, _ more: [(String, String)] = []
) -> [UInt8] {
  http3Frame(
    1,
    fieldSection(
      [
        (":method", method), (":scheme", "https"), (":authority", "ai.example"), (":path", path),
      ] + more))
}

func response(_ status: Int, _ more: [(String, String)] = []) -> [UInt8] {
  http3Frame(1, fieldSection([(":status", "\(status)")] + more))
}
