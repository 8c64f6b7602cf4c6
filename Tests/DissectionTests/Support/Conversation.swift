import Dissection
import Flows
import Model
import Protocols
import TestKit
import Wire

/// Dissects frames, one a millisecond or at the given seconds, and gives the records.
func dissect(
  _ frames: [[UInt8]], linkType: LinkType = .ethernet, limits: FlowLimits = FlowLimits(),
  layers: Limits = Limits(), millisecondsApart: Int64 = 1, seconds: [Int64]? = nil
) -> [Record] {
  dissect(
    frames.map { ($0, linkType) }, limits: limits, layers: layers,
    millisecondsApart: millisecondsApart, seconds: seconds)
}

/// The same for frames of several interfaces.
func dissect(
  _ frames: [(bytes: [UInt8], linkType: LinkType)], limits: FlowLimits = FlowLimits(),
  layers: Limits = Limits(), millisecondsApart: Int64 = 1, seconds: [Int64]? = nil,
  policy: any AttentionPolicy = OpenEverything(), digestsStreams: Bool = true
) -> [Record] {
  final class Records {
    var all: [Record] = []
  }
  let records = Records()
  var options = DissectionOptions()
  options.flows = limits
  options.layers = layers
  options.digestsStreams = digestsStreams
  let dissector = Dissector(options: options, policy: policy) { records.all.append($0) }
  for (index, frame) in frames.enumerated() {
    dissector.process(
      frame.bytes.span.bytes, linkType: frame.linkType, wireLength: frame.bytes.count,
      id: FrameID(capture: 0, number: index + 1),
      time: Timestamp(
        nanoseconds: seconds.map { $0[index] * 1_000_000_000 }
          ?? Int64(index) * millisecondsApart * 1_000_000))
  }
  dissector.finish()
  return records.all
}

extension [Record] {
  /// Server names of the ClientHellos that were read.
  var serverNames: [String] {
    compactMap {
      if case .tls(let handshake) = $0.observation { handshake.hello?.serverName } else { nil }
    }
  }

  var anomalies: [Anomaly] {
    compactMap { if case .anomaly(let anomaly) = $0.observation { anomaly } else { nil } }
  }

  var flows: [FlowSummary] {
    compactMap { if case .flow(let flow) = $0.observation { flow } else { nil } }
  }
}

/// One TCP connection to a TLS server, packet by packet.
struct Conversation {
  var client = PacketBuilder()
  var server = PacketBuilder().with {
    swap(&$0.source, &$0.destination)
    swap(&$0.sourcePort, &$0.destinationPort)
  }
  var clientISN: UInt32 = 1_000
  var serverISN: UInt32 = 9_000

  init(clientPort: UInt16 = 40_000) {
    client.sourcePort = clientPort
    server.destinationPort = clientPort
  }

  /// SYN, its answer, and the acknowledgment of that.
  var handshake: [[UInt8]] {
    [
      client.with {
        $0.sequence = clientISN
        $0.flags = 0x02
      }.tcpPacket,
      server.with {
        $0.sequence = serverISN
        $0.acknowledgment = clientISN &+ 1
        $0.flags = 0x12
      }.tcpPacket,
      client.with {
        $0.sequence = clientISN &+ 1
        $0.acknowledgment = serverISN &+ 1
      }.tcpPacket,
    ]
  }

  /// A segment of the client's, `offset` bytes into its stream.
  func segment(_ offset: Int, _ bytes: [UInt8], flags: UInt8 = 0x18) -> [UInt8] {
    client.with {
      $0.sequence = clientISN &+ 1 &+ UInt32(offset)
      $0.acknowledgment = serverISN &+ 1
      $0.flags = flags
      $0.payload = bytes
    }.tcpPacket
  }

  /// A bare segment of the server's, which acknowledges `count` bytes of the client's stream.
  func acknowledgment(_ count: Int, sequence: UInt32? = nil, flags: UInt8 = 0x10) -> [UInt8] {
    server.with {
      $0.sequence = sequence ?? serverISN &+ 1
      $0.acknowledgment = clientISN &+ 1 &+ UInt32(count)
      $0.flags = flags
    }.tcpPacket
  }
}

/// A ClientHello with a post-quantum key share (X25519MLKEM768), which no single segment holds.
enum PostQuantumHello {
  static let name = "api.anthropic.com"

  static let record: [UInt8] = {
    var random = SeededRandom(seed: 7)
    func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    func sized(_ body: [UInt8]) -> [UInt8] { PacketBuilder.big(UInt16(body.count)) + body }
    func extensionOf(_ type: UInt16, _ body: [UInt8]) -> [UInt8] {
      PacketBuilder.big(type) + sized(body)
    }
    let extensions =
      extensionOf(43, [4, 3, 4, 3, 3]) + extensionOf(10, sized([0x11, 0xec, 0, 0x1d]))
      + extensionOf(13, sized([4, 3, 8, 4]))
      // 1,184 bytes of ML-KEM key and 32 of X25519 (draft-ietf-tls-ecdhe-mlkem), before the name.
      + extensionOf(51, sized([0x11, 0xec] + sized(bytes(1_216))))
      + extensionOf(35, bytes(192)) + extensionOf(16, sized([2] + Array("h2".utf8)))
      + extensionOf(0, sized([0] + sized(Array(name.utf8))))
    let body =
      [3, 3] + bytes(32) + [32] + bytes(32) + sized([0x13, 1, 0x13, 2]) + [1, 0]
      + sized(extensions)
    let message: [UInt8] = [1, 0] + PacketBuilder.big(UInt16(body.count)) + body
    return [22, 3, 1] + sized(message)
  }()

  /// The record in pieces of at most `size` bytes, with their offsets.
  static func pieces(_ size: Int) -> [(offset: Int, bytes: [UInt8])] {
    stride(from: 0, to: record.count, by: size).map {
      ($0, Array(record[$0..<min($0 + size, record.count)]))
    }
  }
}
