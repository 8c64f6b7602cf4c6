public import Model
import Wire

/// DNS over UDP on a port that is not one of its own: resolvers of malware and of measuring tools,
/// DNSCrypt's certificates, forwarders.
///
/// The usual ports need no recognition; whoever routes datagrams reads those as DNS.
public final class DNSDatagramLayer: DatagramLayer {
  public static let name = "dns"
  /// Anomalies told of one flow.
  private static let anomalyLimit = 16

  private let context: LayerContext
  private var anomalies = 0

  public init(_ context: LayerContext) {
    self.context = context
  }

  /// A message is one from its first byte to the datagram's last, asks one thing, and in its header
  /// sets nothing that is reserved: chance does not make such bytes. Either side may ask, because
  /// whoever is seen first counts as the client.
  public static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    guard datagram.byteCount >= DNS.headerLength + 5 else { return .mismatch }
    let flags = datagram.uint16(at: 2)
    let isResponse = flags & 0x8000 != 0
    guard flags & 0x7840 == 0, isResponse || flags & 0x000f == 0, datagram.uint16(at: 4) == 1,
      isResponse || datagram.uint16(at: 6) == 0,
      isResponse || datagram.uint16(at: 8) == 0, isResponse || datagram.uint16(at: 10) <= 2
    else { return .mismatch }
    return DNS.isWhole(copy datagram) ? .match : .mismatch
  }

  public func receive(_ datagram: RawSpan, from side: Side, at provenance: Provenance) {
    let (message, failure) = DNS.read(datagram)
    if let message { context.observe(.dns(message), at: provenance) }
    guard let failure, anomalies < Self.anomalyLimit else { return }
    anomalies += 1
    context.anomaly("parse_failed", layer: Self.name, "\(failure)", at: provenance)
  }

  public func end(at provenance: Provenance) {}
}
