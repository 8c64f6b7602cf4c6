import Model
import Protocols

/// Wrappings around whole bodies and values: compression, framed messages, events.
extension Unwrapper {
  /// Protobuf: by the schema where the request's target names one, else by field numbers.
  mutating func protobuf(_ bytes: [UInt8], target: String) {
    let outer = carrier
    let schema = OTLP(target: target)
    var known: [String: [Int32]] = [:]
    Protobuf.leaves(of: bytes.span) { leaf in
      let states: [Int32]
      if let cached = known[leaf.path] {
        states = cached
      } else {
        let names = schema?.name(of: leaf.path).map { $0.split(separator: ".").map(String.init) }
        // Pairs of key and value are attributes, whatever path they were exported to.
        let pair = leaf.key == nil ? [] : ["attributes"]
        states = index.states(along: names ?? pair, key: leaf.key, root: .body)
        if known.count < 4096 { known[leaf.path] = states }
      }
      carrier = outer ?? leaf.range
      var cursor = PlaceCursor(
        index: index, root: .body, path: Array(leaf.path.utf8), pending: states)
      switch leaf.value {
      case .string: self.leaf(Array(bytes[leaf.range]), in: &cursor, isString: true)
      case .varint(let value): number("\(value)", &cursor)
      case .fixed32(let bits): number("\(bits)", &cursor)
      case .fixed64(let bits):
        number("\(leaf.key == nil ? Double(bits) : Double(bitPattern: bits))", &cursor)
      case .bytes: search(bytes[leaf.range], path: cursor.path)
      }
      return leaves < options.leafLimit
    }
    carrier = outer
    if leaves >= options.leafLimit { isCut = true }
  }

  private mutating func number(_ text: String, _ cursor: inout PlaceCursor) {
    leaf(Array(text.utf8), in: &cursor, isString: false)
  }

  /// Takes a coding off that no header names, within the bytes that unwrapping may still produce.
  private mutating func decompressed(_ bytes: [UInt8], coding: String) -> [UInt8]? {
    var limits = Limits()
    limits.bodyBytes = options.expansionLimit - expanded
    guard limits.bodyBytes > 0 else {
      isCut = true
      return nil
    }
    let result = ContentDecoder.decode(bytes, codings: [coding], limits: limits)
    guard !result.removed.isEmpty else { return nil }
    expanded += result.bytes.count
    if result.isTruncated { isCut = true }
    return result.bytes
  }

  /// A body that is compressed though nothing says so.
  mutating func compressed(
    _ bytes: [UInt8], coding: String, type: ContentType, target: String
  ) {
    guard nesting < options.nestingLimit, let plain = decompressed(bytes, coding: coding) else {
      return
    }
    let outer = carrier
    carrier = outer ?? bytes.indices
    inside([coding]) { $0.body(plain, type: type, target: target) }
    carrier = outer
  }

  /// Messages of gRPC and its kin.
  mutating func framed(
    _ bytes: [UInt8], content: ContentType.MessageFormat, isBase64: Bool, target: String
  ) {
    let outer = carrier
    var frames = bytes
    if isBase64 {
      guard let decoded = Self.decodeChunks(bytes) else { return }
      frames = decoded
      carrier = outer ?? bytes.indices
      encodings.append("base64")
    }
    encodings.append("grpc")
    let carried = carrier
    for message in GRPC.messages(in: frames.span) where !message.isTrailers {
      carrier = carried ?? message.range
      self.message(message, of: frames, content, target)
    }
    carrier = outer
  }

  private mutating func message(
    _ message: GRPC.Message, of frames: [UInt8], _ content: ContentType.MessageFormat,
    _ target: String
  ) {
    var limits = Limits()
    limits.bodyBytes = max(options.expansionLimit - expanded, 0)
    let payload = GRPC.payload(of: message, in: frames, coding: messageCoding, limits: limits)
    if message.isCompressed, payload.removed.isEmpty { return }
    expanded += payload.removed.isEmpty ? 0 : payload.bytes.count
    if payload.isTruncated { isCut = true }
    let isJSON = content == .json || message.isEndOfStream
    inside(payload.removed + [isJSON ? "json" : "protobuf"]) {
      if isJSON { $0.text(payload.bytes) } else { $0.protobuf(payload.bytes, target: target) }
    }
  }

  /// Decodes base 64 that was written in pieces, each with its own padding.
  private static func decodeChunks(_ text: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    var start = 0
    while start < text.count {
      var end = text[start...].firstIndex(of: UInt8(ascii: "=")) ?? text.count
      while end < text.count, text[end] == UInt8(ascii: "=") { end += 1 }
      guard let piece = Base64.decode(text.span.extracting(start..<end)) else {
        return decoded.isEmpty ? nil : decoded
      }
      decoded += piece
      start = end
    }
    return decoded
  }

  /// The data of server-sent events, each joined from its lines.
  mutating func events(_ bytes: [UInt8]) {
    let outer = carrier
    for event in EventStream.events(in: bytes.span) {
      carrier = outer ?? event.extent
      let data = EventStream.data(of: event, in: bytes.span)
      let isJSON = [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(data.first)
      inside(isJSON ? ["json"] : []) { $0.text(data) }
    }
    carrier = outer
  }

  /// Opens a value that is compressed, or base 64 of something compressed; false when it is not.
  mutating func openCompressed(_ value: [UInt8], _ cursor: PlaceCursor) -> Bool {
    if let form = CompressedForm(beginning: value.span) {
      guard let plain = decompressed(value, coding: form.name) else { return false }
      open(plain, of: [form.name], cursor)
      return true
    }
    guard CompressedForm.mayBegin(base64: value.span),
      let data = Base64.decode(value.span), let form = CompressedForm(beginning: data.span),
      let plain = decompressed(data, coding: form.name)
    else { return false }
    let isURL = value.contains(UInt8(ascii: "-")) || value.contains(UInt8(ascii: "_"))
    open(plain, of: [isURL ? "base64url" : "base64", form.name], cursor)
    return true
  }

  /// Opens base 64 of JSON that is written from its end to its beginning, as Statsig's browser
  /// libraries do; false when it is not.
  mutating func openReversed(_ value: [UInt8], _ cursor: PlaceCursor) -> Bool {
    guard value.count >= 12, value.suffix(2).elementsEqual("ye".utf8) else { return false }
    guard fits(value), let decoded = Base64.decode(Array(value.reversed()).span),
      JSON.walk(decoded.span, { _ in true }) == nil
    else { return false }
    expanded += decoded.count
    inside(["reversed", "base64", "json"]) { $0.json(decoded, cursor: cursor.entering()) }
    return true
  }

  private mutating func open(_ plain: [UInt8], of wrappings: [String], _ cursor: PlaceCursor) {
    if JSON.walk(plain.span, { _ in true }) == nil {
      inside(wrappings + ["json"]) { $0.json(plain, cursor: cursor.entering()) }
    } else if ContentType.isText(plain) {
      inside(wrappings) {
        $0.search(plain[...], path: cursor.path)
        $0.scan(plain[...], path: cursor.path, isKey: false)
      }
    } else {
      inside(wrappings) { $0.search(plain[...], path: cursor.path) }
    }
  }
}
