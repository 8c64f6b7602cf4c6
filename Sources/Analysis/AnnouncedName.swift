import Model

/// The name that a machine tells everybody on its network as its own.
///
/// A message counts when it gives the address of its very sender a name. Questions, and answers on
/// behalf of others, do not.
enum AnnouncedName {
  private static let mDNS: UInt16 = 5353
  private static let linkLocalMulticast: UInt16 = 5355
  private static let netBIOS: UInt16 = 137

  /// The name as announced, and the host name in it.
  static func of(
    _ message: DNSMessage, _ flow: FlowReference
  ) -> (announced: String, host: String)? {
    // Whoever announces speaks first from a port of the service: to the group, or with an answer.
    let port = flow.client.port
    guard flow.transport == .udp, message.responseCode == "NOERROR" else { return nil }
    for answer in message.answers.prefix(64) where answer.address == flow.client.address {
      let name = Authority.name(of: answer.name)
      switch port {
      // A record whose time to live is 0 takes leave (RFC 6762, section 10.1).
      case mDNS where message.isResponse && answer.timeToLive > 0:
        guard let host = host(ofLocal: name) else { continue }
        return (name, host)
      case linkLocalMulticast where message.isResponse:
        guard isLabel(name) else { continue }
        return (name, name)
      // Registrations and refreshes are requests that carry a record; answers come from anybody.
      case netBIOS where !message.isResponse:
        guard let host = host(ofNetBIOS: answer.name) else { continue }
        return (answer.name, host)
      default:
        return nil
      }
    }
    return nil
  }

  private static func host(ofLocal name: String) -> String? {
    guard name.hasSuffix(".local") else { return nil }
    let host = String(name.dropLast(6))
    return isLabel(host) && !isRandom(host) ? host : nil
  }

  /// Kind 20 is the machine's file service; the names of workgroups have none.
  private static func host(ofNetBIOS name: String) -> String? {
    guard name.hasSuffix("<20>") else { return nil }
    let host = String(name.dropLast(4))
    return isLabel(host) ? host : nil
  }

  private static func isLabel(_ name: String) -> Bool {
    (1...63).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        byte.isWord || byte == UInt8(ascii: "-") || byte >= 0x80
      }
  }

  /// Browsers announce random UUIDs in order not to tell addresses
  /// (draft-ietf-mmusic-mdns-ice-candidates).
  private static func isRandom(_ host: String) -> Bool {
    let groups = host.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.utf8.allSatisfy(\.isHex) }
  }
}
