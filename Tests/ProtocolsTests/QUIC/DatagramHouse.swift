import Dissection
import Model
import Protocols
import TestKit
import Wire

/// The whole dissector, fed with UDP datagrams between one server and clients at several ports.
final class DatagramHouse {
  /// The gateway's view in small: hosts under `.ai` are opened when they can be, all others counted.
  final class OnlyAI: AttentionPolicy {
    var wantsCountedFlows: Bool { false }

    func attention(for clue: AttentionClue, of state: FlowState) -> Attention {
      switch clue {
      case .serverName(let name, let isOpenable):
        guard name?.hasSuffix(".ai") == true else { return .counted }
        return isOpenable ? .opened : .observed
      case .keys, .request: return .opened
      case .unknownProtocol: return .counted
      }
    }
  }

  private(set) var records: [Record] = []
  private var dissector: Dissector?
  private var frame = 0
  var time: Int64 = 0

  init(
    policy: any AttentionPolicy = OpenEverything(), options: DissectionOptions = DissectionOptions()
  ) {
    dissector = Dissector(options: options, policy: policy) { [weak self] record in
      self?.records.append(record)
    }
  }

  /// Takes the secrets of conversations.
  func learn(_ talks: QUICConversation...) {
    var secrets = SecretStore()
    for talk in talks {
      guard let random = ClientRandom(talk.random) else { continue }
      for label in SecretLabel.allCases {
        guard let secret = talk.harness.secrets.secret(label, for: random) else { continue }
        secrets.insert(secret, label: label, for: random)
      }
    }
    dissector?.secrets = secrets
  }

  /// A datagram between the client's port and the server.
  func play(_ payload: [UInt8], from side: Side, clientPort: UInt16 = 40_000) {
    var packet = PacketBuilder()
    packet.sourcePort = clientPort
    packet.payload = payload
    if side == .server {
      swap(&packet.source, &packet.destination)
      swap(&packet.sourcePort, &packet.destinationPort)
    }
    frame += 1
    time += 1_000_000
    let bytes = packet.udpFrame
    dissector?.process(
      bytes.span.bytes, linkType: .ethernet, wireLength: bytes.count,
      id: FrameID(capture: 0, number: frame), time: Timestamp(nanoseconds: time))
  }

  func finish() { dissector?.finish() }

  var exchanges: [HTTPExchange] {
    records.compactMap { if case .http(let exchange) = $0.observation { exchange } else { nil } }
  }

  var serverNames: [String?] {
    records.compactMap {
      if case .quic(let handshake) = $0.observation {
        .some(handshake.hello?.serverName)
      } else {
        nil
      }
    }
  }

  var anomalies: [String] {
    records.compactMap {
      if case .anomaly(let anomaly) = $0.observation { anomaly.event } else { nil }
    }
  }

  var flows: [(id: UInt64?, summary: FlowSummary)] {
    records.compactMap {
      if case .flow(let summary) = $0.observation { ($0.flow?.id, summary) } else { nil }
    }
  }
}
