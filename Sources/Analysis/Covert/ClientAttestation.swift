import Model

/// A text block in the shape of a header that attests the client: version, entry point and a token
/// over the body that changes with every request.
enum ClientAttestation: CovertDetector {
  static let id = "marker.billing-header"

  static func wants(_ text: Span<UInt8>) -> Bool {
    text.has("x-anthropic-billing-header:", at: 0)
  }

  static func findings(in text: Span<UInt8>) -> [Finding] {
    let block = text.text(0..<min(text.count, 512))
    guard
      let token = block.split(separator: ";").first(where: { $0.trimmedPrefix.hasPrefix("cch=") }),
      !token.trimmedPrefix.dropFirst(4).isEmpty
    else { return [] }
    let line = block.prefix { $0 != "\n" }
    return [
      Finding(
        "covert.attestation", Array(line.utf8), source: id, basis: .marker, confidence: 0.97,
        note: "opaque token over the request's content; names version and entry point")
    ]
  }
}

extension Substring {
  fileprivate var trimmedPrefix: Substring { drop { $0 == " " } }
}
