import Model
import Wire

extension HTTP1Layer {
  /// First bytes of a request line that settle the matter when its end is far.
  private static let longLine = 1_024

  public static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe {
    let request = client.byteCount == 0 ? Probe.needsMore : probeRequest(client, isCut: hints.isCut)
    if request == .match { return .match }
    guard server.byteCount > 0 else { return request }
    let response = probeResponse(server)
    if response == .match { return .match }
    return client.byteCount == 0 || request == .mismatch ? response : .needsMore
  }

  private static func probeResponse(_ bytes: borrowing RawSpan) -> Probe {
    guard StartLine.mayBegin(copy bytes, .status) else { return .mismatch }
    return bytes.byteCount >= 7 ? .match : .needsMore
  }

  private static func probeRequest(_ bytes: borrowing RawSpan, isCut: Bool) -> Probe {
    var start = 0
    while start < min(bytes.byteCount, 4), bytes[start] == 0x0d || bytes[start] == 0x0a {
      start += 1
    }
    let text = bytes.extracting(droppingFirst: start)
    guard StartLine.mayBegin(text, .request) else { return .mismatch }
    if let feed = text.firstLineFeed(from: 0) {
      let hasReturn = feed > 0 && text[feed - 1] == 0x0d
      let line = text.extracting(0..<(hasReturn ? feed - 1 : feed))
      if case .success = StartLine.parse(line, .request) { return .match }
      return .mismatch
    }
    // Without its end a line is no proof: RTSP and SIP begin alike. What holds control characters
    // is no line at all, and a very long one can only be a URL.
    for i in 0..<text.byteCount where text[i] < 0x20 && text[i] != 0x0d { return .mismatch }
    guard isCut || text.byteCount >= longLine else { return .needsMore }
    guard let space = text.firstIndex(of: 0x20),
      StartLine.knownMethodLength(text, endingAt: space) == space
    else { return .mismatch }
    guard space + 1 < text.byteCount else { return .mismatch }
    return text[space + 1] == UInt8(ascii: "/")
      || text.extracting(droppingFirst: space + 1)
        .starts(with: "http")
      ? .match : .mismatch
  }
}
