import Model
import Wire

/// One side of a request stream (RFC 9114, section 4.1): field section, content, trailers.
struct HTTP3Message {
  /// What waits while a field section is blocked.
  enum Waiting {
    case bytes([UInt8], Provenance)
    case gap(Int, Provenance)
    case finish(isClean: Bool, Provenance)
  }

  var parser = HTTP3FrameParser()
  /// The frame that is being read.
  var frameType: UInt64 = 0
  /// Payload of a HEADERS or PUSH_PROMISE frame so far.
  var section: [UInt8] = []
  /// Whether bytes of the section are lost or beyond the cap.
  var isSectionDamaged = false

  /// The head, once read.
  var message: HTTPMessage?
  var trailers: [HTTPField] = []
  var body: BodyCollector
  private let bodyLimit: Int

  /// The section that the encoder stream has yet to explain; others wait behind it.
  var blocked: (section: [UInt8], frameType: UInt64, provenance: Provenance)?
  var waiting: [Waiting] = []
  var waitingBytes = 0
  /// How often the side was blocked; a message has few field sections.
  var blockCount = 0
  static let blockLimit = 16
  /// Whether sections are read with what is known.
  var isForced = false

  private(set) var fieldCost = 0
  var isEnded = false
  var isClean = false
  var hasGap = false
  /// From the first byte of the side to the last.
  var provenance: Provenance?

  init(bodyLimit: Int) {
    self.bodyLimit = bodyLimit
    body = BodyCollector(limit: bodyLimit)
  }

  /// Bytes that the side keeps; fields cost more than their text.
  var heldBytes: Int {
    min(body.count, bodyLimit) + waitingBytes + section.count + fieldCost
  }

  /// Adds up the fields that were taken.
  mutating func charge(_ fields: [HTTPField]) {
    fieldCost += fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 64 }
  }

  mutating func see(_ provenance: Provenance) {
    self.provenance = self.provenance?.union(provenance) ?? provenance
  }

  /// The whole message, with content codings removed; nil when nothing of it was seen.
  func finished(limits: Limits) -> HTTPMessage? {
    guard let provenance else { return nil }
    var whole = message ?? HTTPMessage(fields: [], provenance: provenance)
    whole.trailers = trailers
    whole.provenance = provenance
    whole.body = body.finish(
      codings: whole.contentCodings, isComplete: isEnded && isClean && !hasGap, limits: limits)
    return whole
  }
}

extension HTTPMessage {
  /// The content codings, in order of application.
  fileprivate var contentCodings: [String] {
    fields.filter { $0.name.equalsIgnoringASCIICase("content-encoding") }
      .flatMap { $0.value.split(separator: ",") }
      .map { String($0.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }) }
  }
}
