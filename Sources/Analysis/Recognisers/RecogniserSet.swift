import Model

/// The recognisers of value shapes, run together in one pass over a text.
///
/// Each names the bytes that can begin or mark its shape; a table leads from a byte to those that want it,
/// so that ordinary text costs one look-up a byte. A new recogniser is a file beside this one and one
/// line in ``inspect(_:at:wanted:_:)``.
struct RecogniserSet: Sendable {
  private struct Wanted: OptionSet {
    var rawValue: UInt16
    static let path = Wanted(rawValue: 1)
    static let mail = Wanted(rawValue: 2)
    static let zone = Wanted(rawValue: 4)
    static let date = Wanted(rawValue: 8)
    static let label = Wanted(rawValue: 16)
    static let tag = Wanted(rawValue: 32)
    static let kernel = Wanted(rawValue: 64)
    static let token = Wanted(rawValue: 128)
    static let address = Wanted(rawValue: 256)
    static let today = Wanted(rawValue: 512)
    static let windowsPath = Wanted(rawValue: 1024)
    static let remote = Wanted(rawValue: 2048)
    static let assignment = Wanted(rawValue: 4096)
    static let frame = Wanted(rawValue: 8192)
  }

  private let table: [UInt16]

  init() {
    var table = [UInt16](repeating: 0, count: 256)
    func want(_ bytes: String, _ wanted: Wanted) {
      for byte in bytes.utf8 { table[Int(byte)] |= wanted.rawValue }
    }
    want("/", [.path, .zone])
    want("\\", .windowsPath)
    want("@", .mail)
    want("-", [.date, .token])
    want(":", [.label, .remote])
    want("<", .tag)
    want("LD", .kernel)
    want("_", .token)
    want("AT", .token)
    want("T", .today)
    want(".", .address)
    want("=", .assignment)
    want(",", .frame)
    self.table = table
  }

  /// Whether a member's name is worth a look: names are values too where a map is keyed by path.
  func wants(key: Span<UInt8>) -> Bool {
    for i in key.indices where key[i] == UInt8(ascii: "/") || key[i] == UInt8(ascii: "@") {
      return true
    }
    return false
  }

  /// What the text holds, in order of place.
  func findings(in text: Span<UInt8>, time: Timestamp) -> [Finding] {
    var sink = FindingSink()
    var environment = EnvironmentBlock()
    var at = 0
    let count = text.count
    while at < count {
      let wanted = Wanted(rawValue: table[Int(text[at])])
      if !wanted.isEmpty {
        inspect(text, at: at, wanted: wanted, time: time, &sink, &environment)
      }
      at &+= 1
    }
    environment.finish(time: time, &sink)
    return sink.findings
  }

  private func inspect(
    _ text: Span<UInt8>, at: Int, wanted: Wanted, time: Timestamp, _ sink: inout FindingSink,
    _ environment: inout EnvironmentBlock
  ) {
    if wanted.contains(.path) { HomePath.inspect(text, slash: at, &sink) }
    if wanted.contains(.windowsPath) { HomePath.inspectWindows(text, backslash: at, &sink) }
    if wanted.contains(.zone) { TimeZoneName.inspect(text, slash: at, &sink) }
    if wanted.contains(.mail) { MailAddress.inspect(text, at: at, &sink) }
    if wanted.contains(.remote) { GitRemote.inspectURL(text, colon: at, &sink) }
    if wanted.contains(.mail) { GitRemote.inspectShort(text, at: at, &sink) }
    if wanted.contains(.date) { LocalTime.inspect(text, hyphen: at, time: time, &sink) }
    if wanted.contains(.kernel) { KernelRelease.inspect(text, at: at, &sink) }
    if wanted.contains(.token) { CredentialShape.inspect(text, at: at, &sink) }
    if wanted.contains(.address) { PrivateAddress.inspect(text, dot: at, &sink) }
    if wanted.contains(.today) { LocalTime.inspectSentence(text, at: at, time: time, &sink) }
    if wanted.contains(.remote) {
      InternalHost.inspect(text, colon: at, &sink)
      WrittenTime.inspect(text, colon: at, time: time, &sink)
      LinkLayerAddress.inspect(text, separator: at, &sink)
      StackFrame.inspectColon(text, colon: at, &sink)
      PrivateAddress.inspectColon(text, colon: at, &sink)
    }
    if wanted.contains(.date) {
      SecureShell.inspect(text, hyphen: at, &sink)
      LinkLayerAddress.inspect(text, separator: at, &sink)
    }
    if wanted.contains(.assignment) { EnvironmentAssignment.inspect(text, equals: at, &sink) }
    if wanted.contains(.frame) { StackFrame.inspectComma(text, comma: at, &sink) }
    if wanted.contains(.label) { environment.inspectLabel(text, colon: at) }
    if wanted.contains(.tag) { environment.inspectTag(text, at: at) }
  }
}

/// Gathers findings of one text; the same value of the same attribute counts once.
struct FindingSink {
  private struct Key: Hashable {
    var attribute: String
    var value: [UInt8]
  }

  private static let limit = 1024
  private(set) var findings: [Finding] = []
  private var seen: Set<Key> = []

  mutating func add(_ finding: Finding) {
    guard findings.count < Self.limit, !finding.value.isEmpty,
      seen.insert(Key(attribute: finding.attribute, value: finding.value)).inserted
    else { return }
    findings.append(finding)
  }
}

extension Finding {
  /// Whether the finding makes sense when it stood in a member's name.
  var isFitForKeys: Bool {
    attribute.hasPrefix("identity.") || attribute.hasPrefix("workspace.")
  }
}
