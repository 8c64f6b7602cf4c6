import Model
import Protocols

/// Takes the content of one message apart, lexically: names, order, spelling and white space stay.
struct TreeBuilder {
  private(set) var nodes: [FieldNode] = []
  private var openNodes: [Int] = []
  private let nodeLimit: Int
  /// Whether something was left out.
  private(set) var isCut = false
  private var nesting = 0
  private var carrier: Range<Int>?
  private static let nestingLimit = 6
  private static let whitespaceLimit = 256

  init(nodeLimit: Int) {
    self.nodeLimit = nodeLimit
  }

  // MARK: Nodes

  private mutating func add(
    _ kind: FieldNode.Kind, _ name: [UInt8]?, value: [UInt8]? = nil, _ atoms: inout Atoms
  ) -> Int? {
    guard nodes.count < nodeLimit else {
      isCut = true
      return nil
    }
    var node = FieldNode(kind: kind)
    if let name {
      node.name = atoms.intern(name)
      node.key = atoms.intern(name.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 })
    }
    if let value { node.value = atoms.intern(value) }
    node.end = Int32(nodes.count + 1)
    if let carrier {
      node.offset = Int32(clamping: carrier.lowerBound)
      node.length = Int32(clamping: carrier.count)
    }
    nodes.append(node)
    return nodes.count - 1
  }

  mutating func open(_ kind: FieldNode.Kind, _ name: [UInt8]?, _ atoms: inout Atoms) {
    openNodes.append(add(kind, name, &atoms) ?? -1)
  }

  mutating func open(_ kind: FieldNode.Kind, _ name: String, _ atoms: inout Atoms) {
    open(kind, Array(name.utf8), &atoms)
  }

  mutating func close() {
    guard let position = openNodes.popLast(), position >= 0 else { return }
    nodes[position].end = Int32(nodes.count)
  }

  mutating func scalar(_ name: String, _ value: String, _ atoms: inout Atoms) {
    _ = add(.string, Array(name.utf8), value: Array(value.utf8), &atoms)
  }

  /// Says of the last node that its value is a digest of the body.
  mutating func markDigest() {
    if let last = nodes.indices.last { nodes[last].isBodyDigest = true }
  }

  mutating func number(_ name: String, _ value: Int, _ atoms: inout Atoms) {
    _ = add(.number, Array(name.utf8), value: Array(String(value).utf8), &atoms)
  }

  // MARK: Content

  /// A text, opened where it is itself JSON, a token or Base64 of either.
  mutating func text(
    _ value: [UInt8], name: [UInt8]?, spelling: ArraySlice<UInt8>? = nil, _ atoms: inout Atoms
  ) {
    if nesting < Self.nestingLimit, let (encodings, inner) = Self.inside(value) {
      guard let position = add(.wrapped, name, &atoms) else { return }
      nodes[position].encodings = atoms.intern(encodings)
      nesting += 1
      json(inner, name: nil, &atoms)
      nesting -= 1
      nodes[position].end = Int32(nodes.count)
      return
    }
    guard let position = add(.string, name, value: value, &atoms) else { return }
    if let spelling, !spelling.elementsEqual(value) {
      nodes[position].spelling = atoms.intern(Array(spelling))
    }
  }

  private static func inside(_ value: [UInt8]) -> (encodings: String, content: [UInt8])? {
    guard value.count >= 2, let first = value.first(where: { $0 > 0x20 }) else { return nil }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return JSON.walk(value.span, { _ in true }) == nil ? ("json", value) : nil
    }
    if value.count >= 16, let claims = JSONWebToken.claims(of: value.span) {
      return ("jwt,json", claims)
    }
    guard value.count >= 12, JSONWebToken.beginsJSON(value.span),
      let decoded = Base64.decode(value.span), JSON.walk(decoded.span, { _ in true }) == nil
    else { return nil }
    let isURL = value.contains(UInt8(ascii: "-")) || value.contains(UInt8(ascii: "_"))
    return (isURL ? "base64url,json" : "base64,json", decoded)
  }

  mutating func json(_ bytes: [UInt8], name: [UInt8]?, _ atoms: inout Atoms) {
    var key = name
    let outer = carrier
    let depth = openNodes.count
    let failure = JSON.walk(bytes.span) { event in
      switch event {
      case .beginObject:
        self.open(.object, key, &atoms)
      case .beginArray:
        self.open(.array, key, &atoms)
      case .endObject, .endArray:
        self.close()
      case .key(let range):
        key = JSON.unescape(bytes.span.extracting(range))
        return true
      case .string(let range):
        self.carrier = outer ?? range
        self.text(
          JSON.unescape(bytes.span.extracting(range)), name: key, spelling: bytes[range], &atoms)
      case .number(let range):
        self.carrier = outer ?? range
        _ = self.add(.number, key, value: Array(bytes[range]), &atoms)
      case .literal(let range):
        self.carrier = outer ?? range
        _ = self.add(.literal, key, value: Array(bytes[range]), &atoms)
      }
      key = nil
      return self.nodes.count < self.nodeLimit
    }
    while self.openNodes.count > depth { self.close() }
    self.carrier = outer
    if failure != nil || self.nodes.count >= self.nodeLimit { self.isCut = true }
  }

  mutating func body(_ bytes: [UInt8], type: ContentType, _ atoms: inout Atoms) {
    let name = Array("body".utf8)
    switch type.kind(of: bytes) {
    case .json:
      json(bytes, name: name, &atoms)
      layout(bytes, &atoms)
    case .lines: lines(bytes, &atoms)
    case .form: pairs(bytes, "body", &atoms)
    case .multipart(let boundary): parts(bytes, boundary, &atoms)
    case .protobuf: protobuf(bytes, name: name, &atoms)
    case .framed(let format, let isBase64): framed(bytes, format, isBase64: isBase64, &atoms)
    case .events: events(bytes, &atoms)
    case .compressed: text(bytes, name: name, &atoms)
    case .text: text(bytes, name: name, &atoms)
    case .opaque: text(bytes, name: name, &atoms)
    }
  }

  /// The white space between the tokens of a JSON text.
  private mutating func layout(_ bytes: [UInt8], _ atoms: inout Atoms) {
    var spaces: [UInt8] = []
    var inString = false
    var escaped = false
    for byte in bytes {
      if inString {
        if escaped {
          escaped = false
        } else if byte == 0x5c {
          escaped = true
        } else if byte == 0x22 {
          inString = false
        }
      } else if byte == 0x22 {
        inString = true
      } else if byte <= 0x20, spaces.count < Self.whitespaceLimit {
        spaces.append(byte)
      }
    }
    _ = add(.string, Array("layout".utf8), value: spaces, &atoms)
  }

  private mutating func lines(_ bytes: [UInt8], _ atoms: inout Atoms) {
    open(.array, "body", &atoms)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
      if end > start {
        carrier = start..<end
        text(Array(bytes[start..<end]), name: nil, &atoms)
      }
      start = end + 1
    }
    carrier = nil
    close()
  }

  /// The pairs of a query or a form, in order.
  mutating func pairs(_ bytes: [UInt8], _ name: String, _ atoms: inout Atoms) {
    open(.object, name, &atoms)
    for pair in FormURLEncoded.pairs(of: bytes.span) {
      text(
        FormURLEncoded.decode(bytes.span.extracting(pair.value)),
        name: FormURLEncoded.decode(bytes.span.extracting(pair.name)),
        spelling: bytes[pair.value], &atoms)
    }
    close()
  }

  private mutating func parts(_ bytes: [UInt8], _ boundary: [UInt8], _ atoms: inout Atoms) {
    open(.object, "body", &atoms)
    for part in Multipart.parts(of: bytes.span, boundary: boundary) {
      let field = part.first("Content-Disposition", in: bytes.span)
      let name = field.flatMap { Multipart.parameter("name", of: Array(bytes[$0])) }
      carrier = part.body
      text(Array(bytes[part.body]), name: name ?? [], &atoms)
    }
    carrier = nil
    close()
  }

  /// Messages of gRPC and its kin, one item each; compressed ones as they are.
  private mutating func framed(
    _ bytes: [UInt8], _ format: ContentType.MessageFormat, isBase64: Bool, _ atoms: inout Atoms
  ) {
    guard !isBase64 else { return text(bytes, name: Array("body".utf8), &atoms) }
    open(.array, "body", &atoms)
    for message in GRPC.messages(in: bytes.span) where !message.isTrailers {
      carrier = message.range
      let content = Array(bytes[message.range])
      if message.isCompressed || format == .json {
        text(content, name: nil, &atoms)
      } else {
        protobuf(content, name: nil, &atoms)
      }
    }
    carrier = nil
    close()
  }

  private mutating func events(_ bytes: [UInt8], _ atoms: inout Atoms) {
    open(.array, "body", &atoms)
    for event in EventStream.events(in: bytes.span) {
      carrier = event.extent
      text(EventStream.data(of: event, in: bytes.span), name: nil, &atoms)
    }
    carrier = nil
    close()
  }

  private mutating func protobuf(_ bytes: [UInt8], name: [UInt8]?, _ atoms: inout Atoms) {
    self.open(.object, name, &atoms)
    let depth = self.openNodes.count
    _ = Protobuf.walk(bytes.span) { event in
      switch event {
      case .beginMessage(let field, _): self.open(.object, "#\(field)", &atoms)
      case .endMessage: self.close()
      case .varint(let field, let value, _):
        _ = self.add(
          .number, Array("#\(field)".utf8), value: Array("\(value)".utf8), &atoms)
      case .fixed32(let field, let bits, _):
        _ = self.add(.number, Array("#\(field)".utf8), value: Array("\(bits)".utf8), &atoms)
      case .fixed64(let field, let bits, _):
        _ = self.add(.number, Array("#\(field)".utf8), value: Array("\(bits)".utf8), &atoms)
      case .string(let field, let range), .bytes(let field, let range):
        self.carrier = range
        self.text(Array(bytes[range]), name: Array("#\(field)".utf8), &atoms)
      }
      return self.nodes.count < self.nodeLimit
    }
    while self.openNodes.count > depth { self.close() }
    self.close()
    self.carrier = nil
  }
}
