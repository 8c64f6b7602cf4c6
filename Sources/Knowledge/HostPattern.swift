/// The pattern of ``HostEntry/host``, taken apart into labels.
struct HostPattern: Sendable, Hashable {
  enum Scope: Sendable, Hashable {
    /// The name itself.
    case name
    /// Names below it.
    case below
    /// Both.
    case nameAndBelow
  }

  var scope: Scope
  /// Labels in lower case, from the right: `com`, `example`, `api`.
  var labels: [String]

  init(_ text: String) {
    var rest = Substring(text.lowercased())
    if rest.hasSuffix(".") { rest.removeLast() }
    if rest.hasPrefix("*.") {
      scope = .below
      rest.removeFirst(2)
    } else if rest.hasPrefix(".") {
      scope = .nameAndBelow
      rest.removeFirst()
    } else {
      scope = .name
    }
    labels = rest.split(separator: ".", omittingEmptySubsequences: false).reversed()
      .map(String.init)
  }

  /// Why the pattern cannot be used; nil when it can.
  var complaint: String? {
    if labels.joined(separator: ".").utf8.count > 253 { return "it is longer than a name can be" }
    for label in labels {
      if label.isEmpty { return "it has an empty label" }
      if label.utf8.count > 63 { return "it has a label of more than 63 characters" }
      let isPlain = label.utf8.allSatisfy {
        ByteSet.words.contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*")
      }
      if !isPlain { return "labels hold letters, digits, - and _, or *; write no port or scheme" }
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

  /// Whether the pattern covers a name; case, a port and a final dot do not matter.
  func matches(_ name: String) -> Bool {
    let rest = Self.withoutPort(name)
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
        && Self.glob(Array(label.utf8), covers: bytes.span.bytes, 0, bytes.count)
    }
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
  static func glob(_ pattern: [UInt8], covers text: RawSpan, _ start: Int, _ end: Int) -> Bool {
    var (p, t) = (0, start)
    var retry: (p: Int, t: Int)?
    while t < end {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        retry = (p + 1, t)
        p += 1
      } else if p < pattern.count, pattern[p] == text.byte(t).lowercasedASCII {
        p += 1
        t += 1
      } else if let last = retry {
        retry = (last.p, last.t + 1)
        (p, t) = (last.p, last.t + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}

extension UInt8 {
  /// The byte with ASCII capitals made small.
  @inline(__always)
  var lowercasedASCII: UInt8 {
    self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
  }
}
