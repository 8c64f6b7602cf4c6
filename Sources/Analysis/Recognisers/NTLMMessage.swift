import Model

/// A message of NTLM (MS-NLMP, section 2.2.1), as far as it names user, domain and machine; also inside
/// SPNEGO.
struct NTLMMessage {
  /// Whether it answers a challenge, and so proves that the password is known.
  private(set) var isProof = false
  private(set) var domain: [UInt8] = []
  private(set) var user: [UInt8] = []
  private(set) var machine: [UInt8] = []

  private static let signature = Array("NTLMSSP\0".utf8)
  /// Names of Windows hosts, users and domains are far shorter.
  private static let longestName = 512

  init?(_ bytes: [UInt8]) {
    guard bytes.count <= 1 << 16, let start = bytes.firstRange(of: Self.signature)?.lowerBound,
      let kind = Self.number(bytes, start + 8, 4)
    else { return nil }
    func name(_ at: Int, isWide: Bool) -> [UInt8] {
      guard let length = Self.number(bytes, start + at, 2), length <= Self.longestName,
        let offset = Self.number(bytes, start + at + 4, 4), start + offset + length <= bytes.count
      else { return [] }
      let raw = bytes[(start + offset)..<(start + offset + length)]
      guard isWide else { return Array(raw) }
      let units = stride(from: raw.startIndex, to: raw.endIndex - 1, by: 2).map {
        UInt16(raw[$0]) | UInt16(raw[$0 + 1]) << 8
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
    switch kind {
    case 1:
      domain = name(16, isWide: false)
      machine = name(24, isWide: false)
    case 3:
      let isWide = Self.number(bytes, start + 60, 4).map { $0 & 1 == 1 } ?? true
      isProof = true
      domain = name(28, isWide: isWide)
      user = name(36, isWide: isWide)
      machine = name(44, isWide: isWide)
    default:
      return nil
    }
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int? {
    guard at + width <= bytes.count else { return nil }
    return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }

  /// What it names, without the names that every machine outside a domain has.
  func findings(source: String) -> [Finding] {
    var findings: [Finding] = []
    func add(_ attribute: String, _ value: [UInt8]) {
      let isName = value.count >= 2 && value.allSatisfy { $0 > 0x20 && $0 != 0x7f }
      guard isName else { return }
      findings.append(Finding(attribute, value, source: source, confidence: 0.9))
    }
    add("identity.username", user)
    add("machine.hostname", machine)
    let local = [Array("WORKGROUP".utf8), Array(".".utf8), machine]
    if !local.contains(domain) { add("identity.organization_id", domain) }
    return findings
  }
}
