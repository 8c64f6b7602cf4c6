import Flows
import Model
import Wire

/// What belongs to a flow without being part of it: headers around it, errors about it.
extension Dissector {
  /// What a packet is wrapped in; nil when nothing.
  func outerHeaders(of packet: Packet, _ frame: RawSpan) -> OuterHeaders? {
    guard packet.vlanCount | packet.tunnelDepth != 0 else { return nil }
    let vlans = [packet.vlans.0, packet.vlans.1].prefix(Int(packet.vlanCount))
    return OuterHeaders(vlans: Array(vlans), tunnel: tunnel(of: packet, frame))
  }

  private func tunnel(of packet: Packet, _ frame: RawSpan) -> TunnelHeader? {
    guard packet.tunnelDepth > 0 else { return nil }
    var header = TunnelHeader(
      kind: packet.tunnel.name, id: packet.tunnelID == 0 ? nil : packet.tunnelID, source: nil,
      destination: nil, depth: Int(packet.tunnelDepth))
    let start = packet.outerNetworkOffset
    guard start + 20 <= frame.byteCount else { return header }
    switch frame[start] >> 4 {
    case 4:
      header.source = IPAddress(v4: frame.uint32(at: start + 12))
      header.destination = IPAddress(v4: frame.uint32(at: start + 16))
    case 6 where start + 40 <= frame.byteCount:
      header.source = IPAddress(
        high: frame.uint64(at: start + 8), low: frame.uint64(at: start + 16))
      header.destination = IPAddress(
        high: frame.uint64(at: start + 24), low: frame.uint64(at: start + 32))
    default:
      break
    }
    return header
  }

  /// Tells of fragments that did not become a datagram, or not without doubt.
  func report(_ troubles: [Defragmenter.Trouble]) {
    for trouble in troubles {
      let (event, detail) =
        switch trouble {
        case .incomplete(let source, let destination):
          (
            "fragments_incomplete",
            "a datagram from \(source) to \(destination) lacks fragments in the capture"
          )
        case .capReached(let source, let destination):
          (
            "cap_reached",
            "too many fragments are held: those of a datagram from \(source) to \(destination) gave way"
          )
        case .conflict(let offset, let kept, let dropped):
          (
            "overlap_conflict",
            "fragments disagree at offset \(offset): kept sha256 \(Digest.hex(kept)), dropped "
              + Digest.hex(dropped)
          )
        }
      emit(.anomaly(Anomaly(.decode, event, layer: "ip", detail: detail)), flow: nil, at: now)
    }
  }

  /// Ties an ICMP error to the flow that it speaks of, once for each kind of error.
  func noteError(_ packet: Packet, _ frame: RawSpan, _ provenance: Provenance) {
    guard let quoted = PacketDecoder.quotedPacket(frame, in: packet),
      let (row, side) = path.table.find(quoted),
      policy.wantsCountedFlows || path.table.rows[row].attention != .counted
    else { return }
    let isV6 = !packet.source.isV4
    let type = UInt8(truncatingIfNeeded: packet.sourcePort)
    let code = packet.destinationPort
    let kind = UInt16(type) << 8 | code & 0xff
    guard let name = ICMPTypes.errorName(type, isV6: isV6),
      !errorsTold[row, default: []].contains(kind), errorsTold[row, default: []].count < 16
    else { return }
    errorsTold[row, default: []].append(kind)
    emit(
      .anomaly(
        Anomaly(
          .stream, "icmp_error", layer: isV6 ? "icmpv6" : "icmp",
          detail:
            "\(name) (type \(type), code \(code)) from \(packet.source) about a packet of the "
            + "\(side)")),
      flow: reference(row), at: provenance)
  }
}

extension Tunnel {
  /// The name of the protocol in records.
  var name: String {
    switch self {
    case .none: "none"
    case .ip: "ip"
    case .gre: "gre"
    case .erspan: "erspan"
    case .vxlan: "vxlan"
    case .geneve: "geneve"
    case .gtpU: "gtp-u"
    case .teredo: "teredo"
    case .ayiya: "ayiya"
    case .capwap: "capwap"
    case .l2tp: "l2tp"
    case .mpls: "mpls"
    }
  }
}
