import Model

/// Counts what could and could not be read.
struct CoverageCount {
  private var coverage = Coverage()
  var exchanges = 0
  /// Whether a bound of the analysis was reached.
  var isCapped = false
  private var undecrypted: [String: Int] = [:]
  private var midStream = 0
  private var unknownFields = 0

  mutating func note(_ exchange: HTTPExchange) {
    for body in [exchange.request?.body, exchange.response?.body] {
      if body?.isTruncated == true { coverage.bodiesTruncated += 1 }
    }
    // A question mark is no name: it stands for one that was defined in lost bytes.
    unknownFields += exchange.request?.fields.count { $0.name == "?" } ?? 0
  }

  mutating func noteHello() { coverage.clientHellos += 1 }

  /// Counts a flow that ended.
  mutating func note(_ summary: FlowSummary, isAI: Bool, isPlaintext: Bool, reason: String?) {
    coverage.flows += 1
    if summary.isOpaque { coverage.opaqueFlows += 1 }
    let isUndecided = summary.attention == .undecided && summary.payload.client > 0
    if isAI || isUndecided {
      coverage.bytesSeen += Int(clamping: summary.clientBytesSeen)
      coverage.bytesRead += Int(clamping: min(summary.clientBytesRead, summary.clientBytesSeen))
    }
    guard isAI else {
      if isUndecided { midStream += summary.startSeen ? 0 : 1 }
      return
    }
    coverage.aiFlows += 1
    coverage.bytesMissing += Int(clamping: summary.missingBytes)
    if isPlaintext {
      coverage.aiFlowsPlaintext += 1
    } else if summary.isDecrypted, !summary.hasUnreadCiphertext {
      coverage.aiFlowsDecrypted += 1
    } else if summary.isDecrypted {
      coverage.aiFlowsDecrypted += 1
      undecrypted["some of its content stayed encrypted", default: 0] += 1
    } else {
      coverage.aiFlowsEncrypted += 1
      undecrypted[reason ?? "no keys for it", default: 0] += 1
    }
    if summary.attention != .opened, !summary.isOpaque, summary.isDecrypted || isPlaintext {
      coverage.opaqueFlows += 1
    }
    if !summary.startSeen { midStream += 1 }
  }

  func finished() -> Coverage {
    var result = coverage
    result.exchanges = exchanges
    for (reason, count) in undecrypted.sorted(by: { $0.key < $1.key }) {
      result.notes.append(
        "\(count) AI \(count == 1 ? "flow was" : "flows were") not read: \(reason).")
    }
    if coverage.aiFlowsEncrypted > 0 {
      result.notes.append(
        "Content was encrypted: what was told in it is unknown. A key log (--keylog) would show it."
      )
    }
    if midStream > 0 {
      result.notes.append(
        "\(midStream) \(midStream == 1 ? "flow" : "flows") began before the capture; without its "
          + "beginning a connection cannot be decrypted.")
    }
    if coverage.bytesMissing > 0 {
      result.notes.append(
        "\(coverage.bytesMissing) bytes inside AI flows are missing from the capture.")
    }
    if unknownFields > 0 {
      result.notes.append(
        "\(unknownFields) header \(unknownFields == 1 ? "field was" : "fields were") defined in "
          + "missing bytes; what \(unknownFields == 1 ? "it says" : "they say") is unknown.")
    }
    if coverage.bodiesTruncated > 0 {
      result.notes.append("\(coverage.bodiesTruncated) bodies were longer than the cap and cut.")
    }
    if isCapped {
      result.notes.append("A bound of the analysis was reached; findings may have been left out.")
    }
    return result
  }
}
