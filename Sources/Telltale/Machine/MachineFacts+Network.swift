import Foundation
import Model

/// How the machine is connected.
extension MachineFacts {
  func tellNetwork(_ list: inout FactList) {
    for address in system.addresses where Self.isPrivate(address) {
      list.add("network.private_address", address)
    }
    for line in (files.text("/etc/resolv.conf") ?? "").split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first, first == "search" || first == "domain" else { continue }
      for suffix in words.dropFirst() where suffix.contains(".") {
        list.add("network.dns_suffix", String(suffix))
      }
    }
    for name in ["http_proxy", "https_proxy", "all_proxy"] {
      for spelling in [name, name.uppercased()] {
        list.add("network.proxy", variable(spelling).map(Self.withoutUser))
      }
    }
    for (name, value) in environment.sorted(by: { $0.key < $1.key })
    where Self.namesBaseURL(name) && value.contains(".") || name == "OLLAMA_HOST" {
      list.add("network.base_url", Self.withoutUser(value))
    }
  }

  /// `ANTHROPIC_BASE_URL`, `OPENAI_API_BASE`, `AZURE_OPENAI_ENDPOINT` and their like.
  private static func namesBaseURL(_ name: String) -> Bool {
    ["_BASE_URL", "_API_BASE", "_API_URL", "_ENDPOINT"].contains { name.hasSuffix($0) }
  }

  /// User and password are no facts about the machine, and secret.
  private static func withoutUser(_ url: String) -> String {
    guard let scheme = url.range(of: "://") else { return url }
    let rest = url[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return url }
    return String(url[..<scheme.upperBound]) + String(rest[rest.index(after: at)...])
  }

  /// RFC 1918, RFC 6598, RFC 3927, RFC 4193 and RFC 4291 link-local.
  private static func isPrivate(_ address: String) -> Bool {
    let parts = address.split(separator: ".").compactMap { UInt8($0) }
    if parts.count == 4 {
      switch (parts[0], parts[1]) {
      case (10, _), (192, 168), (169, 254): return true
      case (172, 16...31), (100, 64...127): return true
      default: return false
      }
    }
    let text = address.lowercased()
    return ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains { text.hasPrefix($0) }
  }
}
