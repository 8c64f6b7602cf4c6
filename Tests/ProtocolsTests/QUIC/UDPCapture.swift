import Model
import Protocols
import TestKit

/// The UDP datagrams of a capture file: just enough of pcap, pcapng and link layers for tests.
struct UDPCapture {
  struct Datagram {
    var source: [UInt8]
    var destination: [UInt8]
    var payload: [UInt8]
  }

  var datagrams: [Datagram] = []
  /// Text of the TLS key log blocks.
  var keyLog = ""

  init(_ file: [UInt8]) {
    if file.starts(with: [0x0a, 0x0d, 0x0d, 0x0a]) {
      readBlocks(file)
    } else {
      readPackets(file)
    }
  }

  private func number(_ file: [UInt8], _ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(file[at + $1]) << (8 * $1) }
  }

  /// Little-endian pcap.
  private mutating func readPackets(_ file: [UInt8]) {
    guard file.count >= 24 else { return }
    let link = number(file, 20, 4) & 0xffff
    var at = 24
    while at + 16 <= file.count {
      let count = number(file, at + 8, 4)
      at += 16
      guard at + count <= file.count else { return }
      readFrame(Array(file[at..<at + count]), link)
      at += count
    }
  }

  /// Little-endian pcapng.
  private mutating func readBlocks(_ file: [UInt8]) {
    var links: [Int] = []
    var at = 0
    while at + 12 <= file.count {
      let type = number(file, at, 4)
      let count = number(file, at + 4, 4)
      guard count >= 12, at + count <= file.count else { return }
      switch type {
      case 1: links.append(number(file, at + 8, 2))
      case 10:
        let length = number(file, at + 12, 4)
        if number(file, at + 8, 4) == 0x544c_534b, at + 16 + length <= file.count {
          keyLog += String(decoding: file[at + 16..<at + 16 + length], as: UTF8.self)
        }
      case 6:
        let interface = number(file, at + 8, 4)
        let length = number(file, at + 20, 4)
        if interface < links.count, at + 28 + length <= file.count {
          readFrame(Array(file[at + 28..<at + 28 + length]), links[interface])
        }
      default: break
      }
      at += count
    }
  }

  private mutating func readFrame(_ frame: [UInt8], _ link: Int) {
    var at: Int
    switch link {
    case 1:
      at = 14
      guard frame.count > 18 else { return }
      while frame.count > at + 4, frame[at - 2] == 0x81, frame[at - 1] == 0 { at += 4 }
    case 9: at = frame.starts(with: [0xff, 0x03]) ? 4 : 2
    case 0: at = 4
    case 101: at = 0
    case 113: at = 16
    default: return
    }
    readIP(Array(frame.dropFirst(at)))
  }

  private mutating func readIP(_ packet: [UInt8]) {
    guard let first = packet.first else { return }
    if first >> 4 == 4, packet.count >= 28, packet[9] == 17 {
      let header = Int(first & 15) * 4
      readUDP(packet, header, Array(packet[12..<16]), Array(packet[16..<20]))
    } else if first >> 4 == 6, packet.count >= 48, packet[6] == 17 {
      readUDP(packet, 40, Array(packet[8..<24]), Array(packet[24..<40]))
    }
  }

  private mutating func readUDP(
    _ packet: [UInt8], _ at: Int, _ source: [UInt8], _ destination: [UInt8]
  ) {
    guard packet.count >= at + 8 else { return }
    let length = Int(packet[at + 4]) << 8 | Int(packet[at + 5])
    let end = min(packet.count, at + max(8, length))
    datagrams.append(
      Datagram(
        source: source + packet[at..<at + 2], destination: destination + packet[at + 2..<at + 4],
        payload: Array(packet[at + 8..<end])))
  }

  /// Plays every flow that looks like QUIC through a layer of its own, in capture order.
  func play(to harness: LayerHarness) {
    struct Flow {
      var client: [UInt8]
      var layer: QUICLayer
    }
    var flows: [[UInt8]: Flow] = [:]
    var order: [[UInt8]] = []
    for datagram in datagrams {
      let ends = [datagram.source, datagram.destination].sorted { $0.lexicographicallyPrecedes($1) }
      let key = ends[0] + ends[1]
      let bytes = datagram.payload
      if flows[key] == nil {
        let probe = QUICLayer.probe(
          bytes.span.bytes, from: .client, hints: ProbeHints(serverPort: 443))
        guard probe == .match else { continue }
        flows[key] = Flow(client: datagram.source, layer: QUICLayer(harness.newFlow()))
        order.append(key)
      }
      guard let flow = flows[key] else { continue }
      harness.play(
        bytes, from: flow.client == datagram.source ? .client : .server, to: flow.layer)
    }
    for key in order { flows[key]?.layer.end(at: harness.nextFrame()) }
  }
}

extension LayerHarness {
  /// The context of another flow of the same house.
  func newFlow() -> LayerContext {
    LayerContext(environment: self, state: FlowState(state.flow))
  }
}
