import Model

extension Contact {
  /// Whether a recogniser merely found the recipient's own name or address, as it stands in `Host`,
  /// `Origin` and `Referer`. Behind a proxy the flow's server is not the recipient.
  func isOwnName(_ finding: Finding) -> Bool {
    guard finding.basis == .recogniser,
      finding.attribute == "network.private_address" || finding.attribute == "network.internal_host"
    else { return false }
    if finding.value.elementsEqual(host.utf8) { return true }
    guard tunnels.isEmpty, finding.attribute == "network.private_address" else { return false }
    return IPAddress(String(decoding: finding.value, as: UTF8.self)) == flow.server.address
  }

  /// Whether an account in the query of a browser's request to a host on no list is the site's with a
  /// service that measures its visitors: `account_id` stands in the addresses of its pictures and scripts.
  func isSiteAccount(_ finding: Finding, _ hit: Hit) -> Bool {
    guard match == nil, hit.channel.part == .query, finding.attribute == "identity.account_id",
      self["user-agent"].map({ UserAgent($0).isBrowser }) == true
    else { return false }
    return hit.channel.path.lowercased().hasPrefix("account")
  }
}
