import Model
import Protocols

/// Facts on the path that wait until it is known whose they are: names asked of DNS, and flows that
/// were never read.
struct PendingFacts {
  struct Question: Hashable {
    var client: IPAddress
    var name: String
  }

  struct Asked {
    /// Where it was asked first.
    var flow: FlowReference
    var frame: FrameID
    var first: Timestamp
    var last: Timestamp
    var count = 0

    mutating func again(at time: Timestamp) {
      count += 1
      last = max(last, time)
    }

    var evidence: Evidence {
      Evidence(
        capture: frame.capture, communityID: CommunityID.of(flow), frames: [frame.number],
        exchange: nil, offset: nil, length: nil)
    }
  }

  typealias EndedFlow = (state: FlowState, summary: FlowSummary?)

  private static let limit = 1 << 16
  private(set) var questions: [Question: Asked] = [:]
  /// Names that clients announced as their own: the name as announced in `name`.
  private(set) var announced: [Question: (host: String, told: Asked)] = [:]
  /// Questions that were answered with NXDOMAIN.
  private(set) var nonexistent: Set<Question> = []
  /// Whether a name or a reason found no room.
  private(set) var isFull = false
  private var flows: [EndedFlow] = []
  private var unread: [UnreadKey: Int] = [:]

  private struct UnreadKey: Hashable {
    var host: String
    var reason: String
  }

  mutating func ask(_ message: DNSMessage, _ flow: FlowReference, _ record: Record) {
    for question in message.questions.prefix(4) {
      let key = Question(client: flow.client.address, name: Authority.name(of: question.name))
      if let known = questions.index(forKey: key) {
        questions.values[known].again(at: record.time)
      } else if questions.count < Self.limit {
        questions[key] = Asked(
          flow: flow, frame: record.frame, first: record.time, last: record.time, count: 1)
      } else {
        isFull = true
      }
    }
  }

  /// Notes the name that a machine announces as its own.
  mutating func noteAnnounced(_ message: DNSMessage, _ flow: FlowReference, _ record: Record) {
    guard let (name, host) = AnnouncedName.of(message, flow) else { return }
    let key = Question(client: flow.client.address, name: name)
    guard announced[key] != nil || announced.count < Self.limit else { return }
    announced[
      key,
      default: (
        host, Asked(flow: flow, frame: record.frame, first: record.time, last: record.time)
      )
    ].told.again(at: record.time)
  }

  /// Notes the names that a response says do not exist (RFC 2308, section 2.1).
  mutating func noteNonexistent(_ message: DNSMessage, _ flow: FlowReference) {
    guard message.responseCode == "NXDOMAIN" else { return }
    for question in message.questions.prefix(4) where nonexistent.count < Self.limit {
      nonexistent.insert(
        Question(client: flow.client.address, name: Authority.name(of: question.name)))
    }
  }

  /// Keeps a flow that ended unread.
  ///
  /// - Returns: those that can wait no longer: half of all at once, so that keeping stays cheap.
  mutating func keep(_ state: FlowState, _ summary: FlowSummary?, limit: Int) -> [EndedFlow] {
    flows.append((state, summary))
    guard flows.count > limit else { return [] }
    let gone = Array(flows.prefix((flows.count + 1) / 2))
    flows.removeFirst(gone.count)
    return gone
  }

  mutating func takeFlows() -> [EndedFlow] {
    defer { flows = [] }
    return flows
  }

  mutating func noteUnread(host: String, reason: String) {
    let key = UnreadKey(host: host, reason: reason)
    guard unread[key] != nil || unread.count < Self.limit else {
      isFull = true
      return
    }
    unread[key, default: 0] += 1
  }

  func unattributed() -> [UnattributedTraffic] {
    unread.map { UnattributedTraffic(host: $0.key.host, reason: $0.key.reason, flows: $0.value) }
      .sorted { ($0.host, $0.reason) < ($1.host, $1.reason) }
  }
}
