import Flows
import Model
import Wire

/// Bytes that nobody reads: bodies of ordinary responses, records that have no keys. Most of what a gateway
/// sees is such, so a flow's row lets the segments go by, and its conversation hears of them afterwards.
extension Dissector {
  /// Lets the server's next bytes go by, as far as its layers do not ask for them.
  func letPass(_ row: Int, _ conversation: TCPConversation) {
    guard let next = conversation.connection.streams.server.nextToPass,
      !conversation.connection.hasHeld(.client)
    else { return }
    let count = conversation.passableBytes
    guard count > 0 else { return }
    conversation.passing = UInt32(clamping: min(count, 1 << 30))
    path.table.letPass(
      conversation.passing, from: next, acknowledging: path.segment.acknowledgment, row: row)
  }

  /// Tells a conversation what went by.
  func stopPassing(_ row: Int, _ conversation: TCPConversation) {
    guard conversation.passing > 0 else { return }
    let passed = Int(conversation.passing &- path.table.stopPassing(row: row))
    conversation.passing = 0
    guard passed > 0 else { return }
    conversation.passOver(passed)
  }
}
