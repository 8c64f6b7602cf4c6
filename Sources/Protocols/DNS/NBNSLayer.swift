public import Model
import Wire

/// The NetBIOS name service (RFC 1002, section 4.2), by which machines tell everybody on a network
/// what they are called.
public final class NBNSLayer: DatagramLayer {
  public static let name = "nbns"
  private static let port: UInt16 = 137

  private let context: LayerContext
  private var anomalies = 0
  private static let anomalyLimit = 16

  public init(_ context: LayerContext) {
    self.context = context
  }

  public static func probe(
    _ datagram: borrowing RawSpan, from side: Side, hints: ProbeHints
  ) -> Probe {
    guard hints.serverPort == port else { return .mismatch }
    return NBNS.read(copy datagram) == nil ? .mismatch : .match
  }

  public func receive(_ datagram: RawSpan, from side: Side, at provenance: Provenance) {
    if let message = NBNS.read(datagram) {
      context.observe(.dns(message), at: provenance)
    } else if anomalies < Self.anomalyLimit {
      anomalies += 1
      context.anomaly("parse_failed", layer: Self.name, "no name service packet", at: provenance)
    }
  }

  public func end(at provenance: Provenance) {}
}

/// Packets of the NetBIOS name service, which have the form of DNS messages.
enum NBNS {
  private static let general: UInt16 = 0x20
  private static let status: UInt16 = 0x21
  /// Entries of a node's name table that are read.
  private static let nameLimit = 64

  /// The packet as a DNS message whose names are decoded; nil when it is none.
  static func read(_ bytes: RawSpan) -> DNSMessage? {
    guard bytes.byteCount >= DNS.headerLength else { return nil }
    let flags = bytes.uint16(at: 2)
    let counts = (Int(bytes.uint16(at: 4)), Int(bytes.uint16(at: 6)))
    let others = Int(bytes.uint16(at: 8)) + Int(bytes.uint16(at: 10))
    guard counts.0 <= 1, counts.1 <= 1, counts.0 + counts.1 > 0, others <= 2 else { return nil }
    var message = DNSMessage(
      id: bytes.uint16(at: 0), isResponse: flags & 0x8000 != 0,
      responseCode: DNSCodes.responseCode(flags & 0x000f), questions: [], answers: [])
    var offset = DNS.headerLength
    do throws(DNS.Failure) {
      if counts.0 == 1 {
        let (name, type) = try head(bytes, at: &offset)
        message.questions.append(.init(name: name, type: mnemonic(type)))
      }
      // Registrations carry the address in a record that is no answer.
      for _ in 0..<counts.1 + others {
        message.answers.append(try record(bytes, at: &offset))
      }
    } catch {
      return nil
    }
    return message
  }

  /// Reads a name and the type behind it, and passes over the class.
  private static func head(
    _ bytes: RawSpan, at offset: inout Int
  ) throws(DNS.Failure) -> (name: String, type: UInt16) {
    let label = try DNSNameReader.name(bytes, at: &offset)
    guard let name = NetBIOSName.decode(label), offset + 4 <= bytes.byteCount else {
      throw .badLabel
    }
    offset += 4
    return (name, bytes.uint16(at: offset - 4))
  }

  private static func record(
    _ bytes: RawSpan, at offset: inout Int
  ) throws(DNS.Failure) -> DNSMessage.Answer {
    let (name, type) = try head(bytes, at: &offset)
    guard offset + 6 <= bytes.byteCount else { throw .truncated }
    let timeToLive = bytes.uint32(at: offset)
    let start = offset + 6
    let end = start + Int(bytes.uint16(at: offset + 4))
    guard end <= bytes.byteCount else { throw .truncated }
    offset = end
    let isAddress = type == general && end - start >= 6
    guard !isAddress else {
      return .init(
        name: name, type: mnemonic(type), timeToLive: timeToLive,
        address: IPAddress(v4: bytes.uint32(at: start + 2)))
    }
    return .init(
      name: name, type: mnemonic(type), timeToLive: timeToLive,
      data: type == status ? names(bytes, start..<end) : "")
  }

  /// The names in a node's status (RFC 1002, section 4.2.18).
  private static func names(_ bytes: RawSpan, _ data: Range<Int>) -> String {
    guard let first = data.first else { return "" }
    var names: [String] = []
    var offset = first + 1
    while names.count < min(Int(bytes[first]), nameLimit), offset + 18 <= data.upperBound {
      names.append(NetBIOSName.text(bytes.extracting(offset..<offset + 16).array))
      offset += 18
    }
    return names.joined(separator: " ")
  }

  private static func mnemonic(_ type: UInt16) -> String {
    switch type {
    case general: "NB"
    case status: "NBSTAT"
    default: DNSCodes.type(type)
    }
  }
}
