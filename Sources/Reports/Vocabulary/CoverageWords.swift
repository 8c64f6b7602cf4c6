import Model

extension Coverage {
  private var readableFlows: Int { aiFlowsDecrypted + aiFlowsPlaintext }

  /// One line: how much of the content was seen.
  var headline: String {
    guard aiFlows > 0 else { return "no AI flows recognised" }
    var text = "content seen: \(readableFlows) of \(counted(aiFlows, "AI flow"))"
    if readableFlows > 0 { text += ", " + missing }
    return text
  }

  private var missing: String {
    if bytesMissing > 0 { return byteCount(bytesMissing) + " missing" }
    if bodiesTruncated > 0 { return counted(bodiesTruncated, "body cut", "bodies cut") }
    if let ratio, ratio < 1 { return percent(ratio) + " of the bytes sent were read" }
    return "nothing missing"
  }

  /// What could not be seen, a sentence each; empty when all was.
  var gaps: [String] {
    var gaps: [String] = []
    if aiFlowsEncrypted > 0 {
      gaps.append(
        "\(aiFlowsEncrypted) of \(counted(aiFlows, "AI flow")) could not be opened: no keys.")
    }
    if let ratio, ratio < 1 {
      gaps.append(
        "Read: \(percent(ratio)) of what clients sent in AI flows and in flows of unknown purpose.")
    }
    if bytesMissing > 0 { gaps.append("The capture lost \(byteCount(bytesMissing)) inside them.") }
    if bodiesTruncated > 0 {
      gaps.append(
        counted(bodiesTruncated, "body was", "bodies were") + " longer than the limit, and cut.")
    }
    if opaqueFlows > 0 {
      gaps.append(
        counted(opaqueFlows, "flow speaks a protocol", "flows speak protocols")
          + " that are recognised but not read.")
    }
    return gaps + notes
  }

  /// The last word, where content stayed unseen; nil when nothing was encrypted.
  var closing: String? {
    guard aiFlowsEncrypted > 0 else { return nil }
    if readableFlows == 0 {
      return "Content was encrypted: what this tool told the vendor is unknown. See --keylog."
    }
    return "Content of \(aiFlowsEncrypted) of \(counted(aiFlows, "AI flow")) was encrypted: "
      + "what was told there is unknown. See --keylog."
  }
}

extension Summary {
  /// What to say when there is no tool to report on; nil when there is one.
  var emptiness: String? {
    guard tools.isEmpty else { return nil }
    if captures.allSatisfy({ $0.packets == 0 }) {
      return "No packets were read: there is nothing to judge."
    }
    let found = "No AI tool was recognised in \(counted(coverage.flows, "flow"))."
    let isWhole =
      (coverage.ratio ?? 1) == 1 && coverage.bytesMissing == 0 && coverage.aiFlowsEncrypted == 0
      && coverage.opaqueFlows == 0 && captures.allSatisfy(\.damage.isEmpty)
    return isWhole ? found : found + " Not all was seen, so this does not show that there was none."
  }
}
