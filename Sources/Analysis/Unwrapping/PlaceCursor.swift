/// Where a walk stands: the path as text, and the states of the place index along it.
///
/// Both are stacks that grow and shrink with the walk; nothing is allocated per value.
struct PlaceCursor {
  private struct Frame {
    /// Length of the path before the container.
    var outer: Int
    /// Length of the path that members and items begin from.
    var base: Int
    /// States of the container itself.
    var states: Range<Int>
    /// States of a list's items.
    var items: Range<Int>
    var isArray: Bool
    /// The name that a list item gave itself, and the states of its value.
    var name: [UInt8] = []
    var named: [Int32] = []
    /// Whether the name stands in the path, in place of `[*]`.
    var isSpelled = false
    /// Whether each member is that value (`{"stringValue": …}`).
    var carries = false
    /// The name that the container stands under, whatever its spelling.
    var spelling: Spelling?
    /// Who wrote what stands in it, once it says so.
    var origin: TextOrigin?
  }

  /// Names longer than this are cut in paths.
  private static let nameLimit = 96
  /// A path that is longer is not extended.
  private static let pathLimit = 1024

  private let index: PlaceIndex
  private let root: PlaceIndex.Root
  private(set) var path: [UInt8]
  /// States of the value to come.
  private(set) var pending: [Int32]
  private var states: [Int32] = []
  private var frames: [Frame] = []
  private var memberIsKey = false
  private var memberIsRole = false
  private var memberIsType = false
  /// Whether the place lies in a system prompt or in instructions at the top of the body.
  private var isInstruction = false
  private var pendingIsNamed = false
  /// Spelling of the value to come.
  private var pendingSpelling: Spelling?
  /// How many open members are called `tools`: descriptions that ship with the program.
  private var silentDepth: Int?

  /// - Parameter pending: states of the value to come; nil at the root.
  init(index: PlaceIndex, root: PlaceIndex.Root, path: [UInt8], pending: [Int32]? = nil) {
    self.index = index
    self.root = root
    self.path = path
    self.pending = pending ?? [index.start(root)]
  }

  /// Whether what is decoded here is a body in its own right, with places that begin from `$`.
  var opensBody = false

  var depth: Int { frames.count }
  /// Who wrote the value to come, by the roles around it.
  var origin: TextOrigin {
    if isInstruction { return .tool }
    for frame in frames.reversed() {
      if let origin = frame.origin { return origin }
    }
    return .unknown
  }
  var hasTerminals: Bool { pending.contains { index.hasTerminals($0) } }
  /// Whether the place lies in a list of tool descriptions at the top of the body.
  var isSilent: Bool { silentDepth != nil }

  func forEachTerminal(_ body: (Int32) -> Void) {
    for state in pending {
      for terminal in index.terminals(of: state) { body(terminal) }
    }
  }

  mutating func begin(array: Bool) {
    let outer = path.count
    let start = states.count
    states.append(contentsOf: pending)
    let end = states.count
    var itemStart = end
    if array {
      // Copying the slice keeps the stack from being read while it grows.
      var items: [Int32] = []
      index.item(of: states[start..<end], into: &items)
      itemStart = states.count
      states.append(contentsOf: items)
      append(Array("[*]".utf8))
    }
    var frame = Frame(
      outer: outer, base: path.count, states: start..<end, items: itemStart..<states.count,
      isArray: array)
    frame.spelling = pendingSpelling
    if pendingIsNamed, !array, let named = frames.last?.named {
      frame.named = named
      frame.carries = true
    }
    frames.append(frame)
    pendingIsNamed = false
    memberIsKey = false
  }

  mutating func end() {
    guard let frame = frames.popLast() else { return }
    states.removeSubrange(frame.states.lowerBound...)
    if frame.isSpelled {
      cutPath(frame.outer - 3)
      path.append(contentsOf: Array("[*]".utf8))
    } else {
      cutPath(frame.outer)
    }
    if let silent = silentDepth, frames.count <= silent { silentDepth = nil }
  }

  mutating func member(_ name: Span<UInt8>) {
    guard let frame = frames.last else { return }
    if !frame.name.isEmpty, name.isText("value") { spellName() }
    cutPath(frames.last?.base ?? frame.base)
    appendMember(name)
    pending.removeAll(keepingCapacity: true)
    index.member(name, of: states[frame.states], root: root, into: &pending)
    memberIsRole = name.isText("role")
    memberIsType = name.isText("type")
    memberIsKey = frames.count >= 2 && frames[frames.count - 2].isArray && name.isText("key")
    pendingIsNamed = false
    if !frame.named.isEmpty, frame.carries || name.isText("value") {
      pending.append(contentsOf: frame.named)
      pendingIsNamed = true
    }
    spell(name, below: frame.spelling)
    if frames.count == 1 {
      isInstruction = TextOrigin.isInstruction(name)
      silentDepth = name.isText("tools") || name.isText("functions") ? 1 : nil
    }
  }

  /// Adds the states of a name that counts in any spelling, alone or after its parent's.
  private mutating func spell(_ name: Span<UInt8>, below parent: Spelling?) {
    let spelling = Spelling(name)
    pendingSpelling = spelling
    guard !isSilent else { return }
    index.spelled(spelling, into: &pending)
    if let parent { index.spelled(parent.joined(name), into: &pending) }
  }

  /// Prepares for a list's next item, if a list is open.
  mutating func item() {
    guard let frame = frames.last, frame.isArray else { return }
    pendingSpelling = frame.spelling
    cutPath(frame.base)
    pending.removeAll(keepingCapacity: true)
    pending.append(contentsOf: states[frame.items])
    memberIsKey = false
    pendingIsNamed = false
  }

  /// Tells the value of a member called `key`: the name that the list item gives itself.
  mutating func noteScalar(_ value: Span<UInt8>) {
    if memberIsRole, let last = frames.indices.last {
      memberIsRole = false
      frames[last].origin = TextOrigin(role: value)
    } else if memberIsType, TextOrigin.isAnswer(value), let last = frames.indices.last {
      frames[last].origin = .answer
    }
    guard memberIsKey, value.count <= Self.nameLimit, let last = frames.indices.last, last > 0
    else { return }
    memberIsKey = false
    var named: [Int32] = []
    index.named(value, in: states[frames[last - 1].states], into: &named)
    if !isSilent { index.spelled(Spelling(value), into: &named) }
    frames[last].named = named
    frames[last].name = value.copy(0..<value.count)
  }

  /// `[*]` of the list becomes the item's own name, once it shows a value beside it.
  private mutating func spellName() {
    guard let last = frames.indices.last, !frames[last].name.isEmpty else { return }
    let base = frames[last].base
    guard base >= 3, path.count >= base, path[base - 1] == UInt8(ascii: "]"),
      path[base - 2] == UInt8(ascii: "*")
    else { return }
    cutPath(base - 3)
    path.append(contentsOf: Array("[key=".utf8))
    path.append(contentsOf: frames[last].name.map { $0 >= 0x20 ? $0 : UInt8(ascii: "_") })
    path.append(UInt8(ascii: "]"))
    frames[last].name = []
    frames[last].isSpelled = true
    frames[last].base = path.count
  }

  /// Steps from a root into a member whose name the path already shows.
  mutating func openMember(_ name: String) {
    let bytes = Array(name.utf8)
    let start = pending
    pending.removeAll(keepingCapacity: true)
    index.member(bytes.span, of: start[...], root: root, into: &pending)
    if root == .header || root == .trailer {
      for name in HeaderSpelling.names(of: name) {
        index.spelled(Spelling(Array(name.utf8).span), into: &pending)
      }
    } else {
      spell(bytes.span, below: nil)
    }
  }

  /// A cursor for the inside of the value to come, which was decoded.
  func entering() -> PlaceCursor {
    var inner = PlaceCursor(index: index, root: root, path: path)
    inner.append(Array("/$".utf8))
    inner.pending.removeAll()
    index.decoded(pending[...], into: &inner.pending)
    if opensBody { inner.pending.append(index.start(.body)) }
    inner.silentDepth = silentDepth == nil ? nil : 0
    inner.pendingSpelling = pendingSpelling
    return inner
  }

  private mutating func cutPath(_ length: Int) {
    if length < path.count { path.removeSubrange(length...) }
  }

  private mutating func append(_ bytes: [UInt8]) {
    guard path.count < Self.pathLimit else { return }
    path.append(contentsOf: bytes)
  }

  /// Writes a member's step: plain names after a dot, others quoted (RFC 9535, section 2.3.1).
  private mutating func appendMember(_ name: Span<UInt8>) {
    guard path.count < Self.pathLimit else { return }
    let count = min(name.count, Self.nameLimit)
    var plain = count > 0
    for i in 0..<count {
      let byte = name[i]
      let word =
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || (byte >= 0x30 && byte <= 0x39)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "-")
        || byte >= 0x80
      if !word {
        plain = false
        break
      }
    }
    if plain {
      path.append(UInt8(ascii: "."))
      for i in 0..<count { path.append(name[i]) }
      return
    }
    path.append(contentsOf: Array("['".utf8))
    for i in 0..<count {
      if name[i] == UInt8(ascii: "'") { path.append(UInt8(ascii: "\\")) }
      path.append(name[i] >= 0x20 ? name[i] : UInt8(ascii: "_"))
    }
    path.append(contentsOf: Array("']".utf8))
  }
}

extension Span<UInt8> {
  /// Whether the bytes are this ASCII text.
  func isText(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { expected in
      for i in 0..<count where self[i] != expected[i] { return false }
      return true
    }
  }

  /// A copy of a part of the bytes.
  func copy(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for i in range { bytes.append(self[i]) }
    return bytes
  }
}
