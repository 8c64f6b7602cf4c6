import Model
import Protocols

/// What the first packet of a connection shows of its client's system.
extension Analyzer {
  /// Flows that ended unowned and are remembered for how they were opened.
  static let mostOpenings = 4096

  /// Tells how the flow of an exchange was opened that waited until the flow had ended.
  mutating func tellLateOpening(_ contact: Contact, to key: LedgerKey) {
    guard let (opening, start) = openings.removeValue(forKey: contact.flow.id) else { return }
    tell(opening, at: start, contact.flow, host: contact.host, to: key)
  }

  /// Tells which system's way of opening connections the path saw.
  mutating func tellOpening(
    _ summary: FlowSummary?, _ flow: FlowReference, host: String, to key: LedgerKey
  ) {
    guard let summary, let opening = summary.opening else { return }
    tell(opening, at: summary.start, flow, host: host, to: key)
  }

  private mutating func tell(
    _ opening: TCPOpening, at start: Timestamp, _ flow: FlowReference, host: String,
    to key: LedgerKey
  ) {
    guard let finding = TCPStackTable.finding(opening) else { return }
    disclose(
      finding,
      in: PlaceKey(
        attribute: finding.attribute, channel: Channel(part: .tcp, path: "SYN"), recipient: host),
      to: key, observers: [.network], at: start, session: nil,
      evidence: Evidence(
        capture: opening.frame.capture, communityID: CommunityID.of(flow),
        frames: [opening.frame.number], exchange: nil, offset: nil, length: nil))
  }
}
