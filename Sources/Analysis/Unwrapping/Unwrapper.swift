import Model
import Protocols

/// Opens everything that a client sent in one exchange, as far as it goes, and gathers the hits.
///
/// Bounded by nesting, by bytes that decoding may produce, and by numbers of values and hits; what is
/// left out beyond a bound is counted in ``isCut``.
struct Unwrapper {
  let index: PlaceIndex
  let recognisers: RecogniserSet
  let facts: FactSearch?
  let options: AnalysisOptions
  let time: Timestamp
  var part: ChannelPart = .body
  var encodings: [String] = []
  private(set) var hits: [Hit] = []
  /// Names of members at the top of a JSON body, as far as API shapes are told by them.
  private(set) var topMembers: Set<String> = []
  /// The same in order of appearance.
  private(set) var memberOrder: [String] = []
  /// Values that say nothing by themselves, in places that nobody asked for.
  var opaque: [OpaquePlace] = []
  var isCut = false
  var expanded = 0
  var leaves = 0
  var nesting = 0
  /// The coding of compressed messages within the body.
  var messageCoding: String?
  /// Who wrote the texts of the JSON that is walked.
  private var conversation = Conversation()
  /// Who wrote the text that is looked at, or the one that it was decoded from.
  var author: Author?
  /// Carrier in the body after content codings; fixed while decoded values are walked.
  var carrier: Range<Int>?

  /// - Parameter facts: what is known of the machine under test; nil without a profile.
  init(
    index: PlaceIndex, recognisers: RecogniserSet, facts: FactSearch?, options: AnalysisOptions,
    time: Timestamp
  ) {
    self.index = index
    self.recognisers = recognisers
    self.facts = facts
    self.options = options
    self.time = time
  }

  // MARK: Parts of a message

  /// - Parameter part: `header` or `trailer`.
  mutating func header(_ name: String, _ value: String, as part: ChannelPart = .header) {
    self.part = part
    encodings = []
    let lower = name.lowercased()
    let root = PlaceIndex.Root(part) ?? .header
    var cursor = PlaceCursor(index: index, root: root, path: Array(lower.utf8))
    cursor.openMember(lower)
    let bytes = Array(value.utf8)
    leaf(bytes, in: &cursor, isString: true)
    for finding in HeaderRecognisers.findings(name: lower, value: value) {
      add(finding, path: lower)
    }
  }

  mutating func query(_ text: Substring) {
    part = .query
    encodings = []
    pairs(Array(text.utf8), root: .query)
  }

  mutating func requestLine(_ path: Substring) {
    part = .requestLine
    encodings = []
    var cursor = PlaceCursor(index: index, root: .requestLine, path: Array("path".utf8))
    leaf(Array(path.utf8), in: &cursor, isString: false)
  }

  /// The pairs of a query or a form.
  private mutating func pairs(_ bytes: [UInt8], root: PlaceIndex.Root) {
    let outer = carrier
    for pair in FormURLEncoded.pairs(of: bytes.span) {
      if root == .body { carrier = outer ?? pair.value }
      named(
        FormURLEncoded.decode(bytes.span.extracting(pair.name)),
        FormURLEncoded.decode(bytes.span.extracting(pair.value)), root: root)
    }
    carrier = outer
  }

  private mutating func parts(_ bytes: [UInt8], boundary: [UInt8]) {
    let outer = carrier
    for part in Multipart.parts(of: bytes.span, boundary: boundary) {
      // Parts of batches and of related documents have no names.
      let name = part.first("Content-Disposition", in: bytes.span)
        .flatMap { Multipart.parameter("name", of: Array(bytes[$0])) }
      carrier = outer ?? part.body
      named(name ?? Array("[*]".utf8), Array(bytes[part.body]), root: .body)
    }
    carrier = outer
  }

  private mutating func named(_ given: [UInt8], _ value: [UInt8], root: PlaceIndex.Root) {
    let name = UniqueName.general(given)
    var cursor = PlaceCursor(index: index, root: root, path: name)
    cursor.openMember(String(decoding: name, as: UTF8.self))
    // A field of a form may hold what another client would have sent as its body.
    cursor.opensBody = root == .body
    leaf(value, in: &cursor, isString: true)
  }

  /// The content of a body or of a WebSocket message.
  ///
  /// - Parameters:
  ///   - target: path of the request, which names the schema of some protobuf messages.
  ///   - messageCoding: the coding of compressed messages within the body, as gRPC has them.
  mutating func content(
    _ bytes: [UInt8], codings: [String], type: ContentType, target: String,
    messageCoding: String? = nil, as part: ChannelPart
  ) {
    self.part = part
    self.messageCoding = messageCoding
    encodings = codings
    body(bytes, type: type, target: target)
  }

  mutating func body(_ bytes: [UInt8], type: ContentType, target: String) {
    switch type.kind(of: bytes) {
    case .compressed(let coding):
      compressed(bytes, coding: coding, type: type, target: target)
    case .framed(let content, let isBase64):
      framed(bytes, content: content, isBase64: isBase64, target: target)
    case .events:
      encodings.append("sse")
      events(bytes)
    case .json:
      encodings.append("json")
      json(bytes, cursor: PlaceCursor(index: index, root: .body, path: Array("$".utf8)))
    case .lines(let encoding):
      encodings.append(contentsOf: encoding == "json" ? ["ndjson", "json"] : [encoding, "json"])
      lines(bytes)
    case .form:
      encodings.append("form")
      pairs(bytes, root: .body)
    case .multipart(let boundary):
      encodings.append("multipart")
      parts(bytes, boundary: boundary)
    case .protobuf:
      encodings.append("protobuf")
      protobuf(bytes, target: target)
    case .text:
      var cursor = PlaceCursor(index: index, root: .body, path: Array("$".utf8))
      leaf(bytes, in: &cursor, isString: true)
    case .opaque:
      search(bytes[...], path: Array("$".utf8))
    }
  }

  private mutating func lines(_ bytes: [UInt8]) {
    let outer = carrier
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      carrier = outer ?? start..<end
      text(Array(bytes[start..<end]))
      start = end + 1
    }
    carrier = outer
  }

  /// A text at the root: JSON, or words for the recognisers.
  mutating func text(_ bytes: [UInt8]) {
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return }
    var cursor = PlaceCursor(index: index, root: .body, path: Array("$".utf8))
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      json(bytes, cursor: cursor)
    } else if ContentType.isText(bytes) {
      leaf(bytes, in: &cursor, isString: true)
    }
  }

  // MARK: JSON

  mutating func json(_ bytes: [UInt8], cursor: PlaceCursor) {
    var cursor = cursor
    let outer = carrier
    let isTop = cursor.path.elementsEqual("$".utf8)
    // What stands within a message's texts is opened by the conversation itself.
    let isFollowed = isContent && !conversation.isOpen
    let depth = conversation.depth
    _ = JSON.walk(bytes.span) { event in
      switch event {
      case .beginObject, .beginArray:
        cursor.item()
        cursor.begin(array: event == .beginArray)
        if isFollowed { conversation.begin(array: event == .beginArray) }
      case .endObject, .endArray:
        cursor.end()
        if isFollowed { tell(conversation.end()) }
      case .key(let range):
        let name = bytes.span.extracting(range)
        cursor.member(name)
        if isFollowed { conversation.member(name) }
        if isTop, cursor.depth == 1, topMembers.count < 64, range.count <= 32 {
          let name = String(decoding: bytes[range], as: UTF8.self)
          if topMembers.insert(name).inserted { memberOrder.append(name) }
        }
        search(bytes[range], path: cursor.path)
        if range.count >= 8, !cursor.isSilent, recognisers.wants(key: name) {
          scan(bytes[range], path: cursor.path, isKey: true)
        }
      case .string(let range):
        cursor.item()
        carrier = outer ?? range
        var text = bytes[range]
        if text.contains(UInt8(ascii: "\\")) {
          text = JSON.unescape(bytes.span.extracting(range))[...]
        }
        cursor.noteScalar(text.span)
        let value = Array(text)
        var isHeard = conversation.isOpen
        if isFollowed,
          let words = conversation.take(
            value, path: cursor.path, encodings: encodings, carrier: carrier)
        {
          tell([words])
          isHeard = true
        }
        leaf(value, in: &cursor, isString: true, isHeard: isHeard)
      case .number(let range), .literal(let range):
        cursor.item()
        guard cursor.hasTerminals || facts != nil else { break }
        carrier = outer ?? range
        leaf(Array(bytes[range]), in: &cursor, isString: false)
      }
      return leaves < options.leafLimit
    }
    if isFollowed { tell(conversation.unwind(to: depth)) }
    carrier = outer
    if leaves >= options.leafLimit { isCut = true }
  }

  // MARK: Values

  /// - Parameter isHeard: whether the value is told as part of a conversation.
  mutating func leaf(
    _ value: [UInt8], in cursor: inout PlaceCursor, isString: Bool, isHeard: Bool = false
  ) {
    leaves += 1
    let origin = cursor.origin
    let isFramed = origin == .person || origin == .answer
    let blocks = isFramed ? ToolBlocks.ranges(in: value.span) : []
    let outer = author
    author = isContent && blocks.isEmpty ? origin.author ?? outer : nil
    defer { author = outer }
    if cursor.hasTerminals, !value.isEmpty, isString || !value.span.isText("null") {
      let channel = channel(cursor.path)
      cursor.forEachTerminal { terminal in
        hit(
          Hit(
            terminal: terminal,
            finding: Finding("", value, source: "", basis: .signal, confidence: 0),
            channel: channel, offset: carrier?.lowerBound, length: carrier?.count))
      }
    }
    guard isString, value.count >= 2 else {
      search(value[...], path: cursor.path)
      return
    }
    if open(value, cursor) { return }
    search(value[...], path: cursor.path)
    if !cursor.isSilent {
      let told = scan(value[...], path: cursor.path, isKey: false, origin, blocks: blocks)
      scanOtherReadings(of: value, told, cursor)
      if told.isEmpty, !isHeard { noteOpaque(value, cursor) }
      if !isHeard, isContent, origin == .unknown {
        for finding in WorkspaceText.findings(in: value.span, place: .unknown) {
          add(finding, path: String(decoding: cursor.path, as: UTF8.self))
        }
      }
    }
  }

  /// Walks a value that is itself encoded; false when it is plain text.
  private mutating func open(_ value: [UInt8], _ cursor: PlaceCursor) -> Bool {
    guard nesting < options.nestingLimit, let first = value.first(where: { $0 > 0x20 }),
      expanded < options.expansionLimit
    else {
      if nesting >= options.nestingLimit || expanded >= options.expansionLimit { isCut = true }
      return false
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      guard JSON.walk(value.span, { _ in true }) == nil else { return false }
      inside(["json"]) { $0.json(value, cursor: cursor.entering()) }
      return true
    }
    if value.count >= 16, let claims = JSONWebToken.claims(of: value.span) {
      inside(["jwt", "json"]) { $0.json(claims, cursor: cursor.entering()) }
      return true
    }
    if openCompressed(value, cursor) || openReversed(value, cursor) { return true }
    guard value.count >= 12, JSONWebToken.beginsJSON(value.span), fits(value),
      let decoded = Base64.decode(value.span), JSON.walk(decoded.span, { _ in true }) == nil
    else { return false }
    expanded += decoded.count
    let isURL = value.contains(UInt8(ascii: "-")) || value.contains(UInt8(ascii: "_"))
    inside([isURL ? "base64url" : "base64", "json"]) {
      $0.json(decoded, cursor: cursor.entering())
    }
    return true
  }

  /// Whether a value may be decoded into as many bytes.
  mutating func fits(_ value: [UInt8]) -> Bool {
    guard value.count > options.expansionLimit - expanded else { return true }
    isCut = true
    return false
  }

  mutating func inside(_ added: [String], _ body: (inout Unwrapper) -> Void) {
    nesting += 1
    encodings.append(contentsOf: added)
    body(&self)
    encodings.removeLast(added.count)
    nesting -= 1
  }

  /// - Parameter blocks: what the program put into a person's message.
  /// - Returns: what the recognisers found.
  @discardableResult
  mutating func scan(
    _ text: ArraySlice<UInt8>, path: [UInt8], isKey: Bool, _ origin: TextOrigin = .unknown,
    blocks: [Range<Int>] = []
  ) -> [Finding] {
    let place = String(decoding: path, as: UTF8.self)
    let found = recognisers.findings(in: text.span, time: time)
    for var finding in found where !isKey || finding.isFitForKeys {
      if origin == .person, blocks.isEmpty {
        finding.note = finding.note ?? "in a message of the user's, outside blocks that tools make"
      } else if origin == .answer {
        finding.note = finding.note ?? "in a tool's answer"
      }
      add(finding, path: place)
    }
    guard !isKey, isContent else { return found }
    for finding in CovertDetectors.findings(in: text.span) { add(finding, path: place) }
    if origin == .tool {
      for finding in ToolTextDetectors.findings(in: text.span) { add(finding, path: place) }
      return found
    }
    for block in blocks {
      let made = text.span.extracting(block)
      for finding in ToolTextDetectors.findings(in: made) { add(finding, path: place) }
    }
    for finding in ToolTextDetectors.findingsInAnyText(text.span) { add(finding, path: place) }
    return found
  }

  /// Adds what texts of a conversation tell about the work at hand.
  private mutating func tell(_ texts: [Utterance]) {
    guard !texts.isEmpty else { return }
    for (finding, text) in WorkspaceText.findings(in: texts) {
      hit(
        Hit(
          terminal: nil, finding: finding,
          channel: Channel(
            part: part, path: String(decoding: text.path, as: UTF8.self), encodings: text.encodings),
          offset: text.carrier?.lowerBound, length: text.carrier?.count))
    }
  }

  /// Whether it is a body or a message that is opened, and not its head.
  private var isContent: Bool { part == .body || part == .webSocket }

  func channel(_ path: [UInt8]) -> Channel {
    Channel(
      part: part, path: String(decoding: path, as: UTF8.self), encodings: encodings, author: author)
  }

  mutating func hit(_ hit: Hit) {
    guard hits.count < options.hitLimit else {
      isCut = true
      return
    }
    hits.append(hit)
  }
}
