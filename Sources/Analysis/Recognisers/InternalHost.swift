import Model

/// URLs of hosts that only exist inside somebody's network: `http://jira.corp/browse/OR-1`.
enum InternalHost {
  static let id = "recogniser.internal-host"
  private static let zones: Set<String> = [
    "corp", "internal", "intranet", "lan", "local", "localdomain", "private", "home", "intra",
  ]
  private static let known: Set<String> = [
    "host.docker.internal", "metadata.google.internal", "kubernetes.docker.internal",
    "gateway.docker.internal",
  ]

  static func inspect(_ text: Span<UInt8>, colon: Int, _ sink: inout FindingSink) {
    guard text.has("://", at: colon) else { return }
    let end = text.end(from: colon + 3, limit: 253) {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    let host = text.text((colon + 3)..<end).lowercased()
    let labels = host.split(separator: ".")
    guard labels.count >= 2, let zone = labels.last, zones.contains(String(zone)),
      !known.contains(host), !host.contains("example"), labels[0] != "your-server"
    else { return }
    sink.add(Finding("network.internal_host", Array(host.utf8), source: id, confidence: 0.8))
  }
}
