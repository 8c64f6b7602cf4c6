/// The spellings of names and identifiers.
enum NameSpelling {
  /// A host's short name and, for mDNS, its name without `.local`.
  static func hosts(_ name: String) -> [String] {
    guard let dot = name.firstIndex(of: "."), dot > name.startIndex else { return [] }
    return [String(name[..<dot])]
  }

  /// `First Last` joined as accounts and addresses join it.
  static func people(_ name: String) -> [String] {
    let words = name.split(separator: " ")
    guard words.count >= 2 else { return [] }
    let joined = [".", "_", "-", "+"].map { words.joined(separator: $0) }
    guard let last = words.last else { return joined }
    return joined + ["\(last), \(words.dropLast().joined(separator: " "))"]
  }

  /// The separators that link-layer addresses are written with, none, and the number of 48 bits that
  /// `uuid.getnode` gives.
  static func linkAddresses(_ address: String) -> [String] {
    let digits = address.lowercased().filter { $0 != ":" && $0 != "-" && $0 != "." }
    guard digits.utf8.count == 12, digits.isHex else { return [] }
    let all = Array(digits)
    let pairs = stride(from: 0, to: 12, by: 2).map { String(all[$0..<($0 + 2)]) }
    let quads = stride(from: 0, to: 12, by: 4).map { String(all[$0..<($0 + 4)]) }
    let upper = pairs.map { $0.uppercased() }
    return [
      pairs.joined(separator: ":"), pairs.joined(separator: "-"), quads.joined(separator: "."),
      digits, upper.joined(separator: ":"), upper.joined(separator: "-"), upper.joined(),
    ] + (UInt64(digits, radix: 16).map { ["\($0)"] } ?? [])
  }

  /// 128 bits in hex, with and without the hyphens of a UUID (RFC 9562, section 4).
  static func identifiers(_ id: String) -> [String] {
    let digits = id.lowercased().filter { $0 != "-" }
    guard digits.utf8.count == 32, digits.isHex else { return [] }
    let all = Array(digits)
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }
    let hyphened = groups.joined(separator: "-")
    return [digits, hyphened, digits.uppercased(), hyphened.uppercased()]
  }

  /// `en_US.UTF-8`, `en_US`, `en-US`, and the same in lower case (BCP 47 and POSIX).
  static func locales(_ locale: String) -> [String] {
    let plain = locale.prefix { $0 != "." && $0 != "@" && $0 != "," && $0 != ";" }
    let parts = plain.split { $0 == "_" || $0 == "-" }
    guard parts.count >= 2 else { return [String(plain)] }
    let posix = parts.joined(separator: "_")
    let tag = parts.joined(separator: "-")
    return [posix, tag, posix + ".UTF-8", posix + ".utf8", tag.lowercased()]
  }
}
