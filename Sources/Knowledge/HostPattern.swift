/// The pattern of ``HostEntry/host``, taken apart into labels.
public struct HostPattern: Sendable, Hashable {
  enum Scope: Sendable, Hashable {
    /// The name itself.
    case name
    /// Names below it.
    case below
    /// Both.
    case nameAndBelow
  }

  var scope: Scope
  /// Labels in lower case, from the right: `com`, `example`, `api`; none for any host at a port.
  var labels: [String]
  /// The port that the pattern is bound to; nil for any.
  var port: UInt16?

  public init(_ text: String) {
    let (dot, star) = (UInt8(ascii: "."), UInt8(ascii: "*"))
    var rest = Array(text.lowercased().utf8)[...]
    if let colon = rest.lastIndex(of: UInt8(ascii: ":")),
      let port = UInt16(String(decoding: rest[(colon + 1)...], as: UTF8.self))
    {
      self.port = port
      rest = rest[..<colon]
    }
    if rest.elementsEqual([star]), port != nil {
      scope = .below
      labels = []
      return
    }
    if rest.last == dot { rest.removeLast() }
    if rest.starts(with: [star, dot]) {
      scope = .below
      rest.removeFirst(2)
    } else if rest.first == dot {
      scope = .nameAndBelow
      rest.removeFirst()
    } else {
      scope = .name
    }
    labels = rest.split(separator: dot, omittingEmptySubsequences: false).reversed()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Why the pattern cannot be used; nil when it can.
  var complaint: String? {
    if labels.isEmpty { return nil }
    if port != nil, scope != .name || labels.contains(where: { $0.contains("*") }) {
      return "a port stands after one whole name, or after * for any host"
    }
    if labels.joined(separator: ".").utf8.count > 253 { return "it is longer than a name can be" }
    for label in labels {
      if label.isEmpty { return "it has an empty label" }
      if label.utf8.count > 63 { return "it has a label of more than 63 characters" }
      let isPlain = label.utf8.allSatisfy {
        ByteSet.words.contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*")
      }
      if !isPlain { return "labels hold letters, digits, - and _, or *; write no scheme" }
      if label.contains("**") { return "** says no more than *" }
    }
    let fixed = labels.prefix { !$0.contains("*") }.count
    let isOneName = scope == .name && fixed == labels.count
    let isBrand = fixed == 1 && labels.count == 1 && Self.brandDomains.contains(labels[0])
    return fixed >= 2 || isOneName || isBrand
      ? nil : "it is too broad: at least two labels at the end must be fixed"
  }

  /// Top-level domains that belong to one company as a whole.
  private static let brandDomains: Set<String> = ["google", "microsoft"]

  /// Whether the pattern covers a name; case and a final dot do not matter, nor a port, unless the
  /// pattern has one.
  public func matches(_ name: String) -> Bool {
    if let port, Self.port(of: name) != port { return false }
    let rest = Self.withoutPort(name)
    guard mayEnd(rest.utf8) else { return false }
    let given = rest.split(separator: ".", omittingEmptySubsequences: false).reversed()
    guard given.count >= labels.count else { return false }
    switch scope {
    case .name where given.count != labels.count: return false
    case .below where given.count == labels.count: return false
    default: break
    }
    return zip(labels, given).allSatisfy { label, text in
      let bytes = Array(text.utf8)
      return bytes.count <= 63
        && Self.glob(Array(label.utf8).span.bytes, covers: bytes.span.bytes, 0, bytes.count)
    }
  }

  /// Whether a name ends with the labels behind the last that holds a `*`: it tells most names apart without
  /// taking them apart.
  private func mayEnd(_ name: Substring.UTF8View) -> Bool {
    var rest = name
    for label in labels {
      guard !label.utf8.contains(UInt8(ascii: "*")) else { return true }
      let count = label.utf8.count
      guard rest.suffix(count).lazy.map(\.lowercasedASCII).elementsEqual(label.utf8) else {
        return false
      }
      rest = rest.dropLast(count)
      guard let before = rest.popLast() else { return true }
      guard before == UInt8(ascii: ".") else { return false }
    }
    return true
  }

  /// The number after the last colon of an authority.
  static func port(of name: String) -> UInt16? {
    name.lastIndex(of: ":").flatMap { UInt16(name[$0...].dropFirst()) }
  }

  /// The name without a port and a final dot.
  static func withoutPort(_ name: String) -> Substring {
    var rest = Substring(name)
    if let colon = rest.utf8.lastIndex(of: UInt8(ascii: ":")),
      rest.utf8[colon...].dropFirst().allSatisfy({ ByteSet.digits.contains($0) })
    {
      rest = rest[..<colon]
    }
    if rest.hasSuffix(".") { rest.removeLast() }
    return rest
  }

  /// Whether a label in which `*` stands for any characters covers the bytes from `start` to `end`,
  /// case aside.
  static func glob(_ pattern: RawSpan, covers text: RawSpan, _ start: Int, _ end: Int) -> Bool {
    let count = pattern.byteCount
    var (p, t) = (0, start)
    var retry: (p: Int, t: Int)?
    while t < end {
      if p < count, pattern.byte(p) == UInt8(ascii: "*") {
        retry = (p + 1, t)
        p += 1
      } else if p < count, pattern.byte(p) == text.byte(t).lowercasedASCII {
        p += 1
        t += 1
      } else if let last = retry {
        retry = (last.p, last.t + 1)
        (p, t) = (last.p, last.t + 1)
      } else {
        return false
      }
    }
    while p < count, pattern.byte(p) == UInt8(ascii: "*") { p += 1 }
    return p == count
  }
}

extension UInt8 {
  /// The byte with ASCII capitals made small.
  @inline(__always)
  var lowercasedASCII: UInt8 {
    self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
  }
}
