import Crypto
import Foundation
import Model
import Protocols

/// The forms in which the values of one factor may stand on the wire.
///
/// A value is searched for as it is, without regard to case, in the usual encodings, and as the beginning
/// of a digest. What a level stands for comes from the experiment file, from profiles, from its label, and
/// from the recipients that only its runs have.
struct FactorTraces {
  /// Texts of each level, by number.
  private var texts: [[String]]
  private var needles: [[Needle]]
  /// Digests of all texts of each level, in hex.
  private var digests: [[(algorithm: String, hex: [UInt8])]]

  private struct Needle {
    var bytes: [UInt8]
    var encodings: [String]
  }

  static let shortestLabel = 3
  static let shortestDigest = 6

  init(levels: [[Experiment.Fact]], hosts: [Set<String>]) {
    texts = zip(levels, hosts).map { facts, hosts in
      var texts: [String] = []
      for fact in facts where fact.value.utf8.count >= Self.shortestLabel {
        texts += Self.variants(of: fact)
      }
      for host in hosts.sorted() { texts += [host, "https://" + host, "https://" + host + "/"] }
      var known: Set<String> = []
      return texts.filter { known.insert($0).inserted }
    }
    needles = texts.map { texts in
      texts.map { Needle(bytes: Array($0.utf8), encodings: []) } + texts.flatMap(Self.encoded)
    }
    digests = texts.map { $0.flatMap(Self.digests) }
  }

  /// Texts that mean the same fact.
  private static func variants(of fact: Experiment.Fact) -> [String] {
    var texts = [fact.value]
    if let scheme = fact.value.range(of: "://") {
      let rest = fact.value[scheme.upperBound...]
      let authority = rest.prefix { $0 != "/" && $0 != "?" }
      let host = Authority(String(authority)).name
      texts += [String(rest), String(authority), host]
      texts.append(fact.value.hasSuffix("/") ? String(fact.value.dropLast()) : fact.value + "/")
    }
    if fact.attribute == "place.timezone" || TimeZoneName.isName(fact.value) {
      texts.append(fact.value.replacingOccurrences(of: "/", with: "_"))
      if let city = fact.value.split(separator: "/").last { texts.append(String(city)) }
    }
    return texts.filter { $0.utf8.count >= shortestLabel }
  }

  private static func encoded(_ text: String) -> [Needle] {
    let data = Data(text.utf8)
    let base64 = data.base64EncodedString()
    let unpadded = base64.prefix { $0 != "=" }
    let url = unpadded.replacing("+", with: "-").replacing("/", with: "_")
    let hex = data.map { hexByte($0) }.joined()
    let percent = text.utf8.map { byte -> String in
      let isPlain =
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a || byte >= 0x30 && byte <= 0x39
        || [0x2d, 0x2e, 0x5f, 0x7e].contains(byte)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + hexByte(byte).uppercased()
    }.joined()
    var needles = [
      Needle(bytes: Array(unpadded.utf8), encodings: ["base64"]),
      Needle(bytes: Array(url.utf8), encodings: ["base64url"]),
      Needle(bytes: Array(hex.utf8), encodings: ["hex"]),
    ]
    if percent != text {
      needles.append(Needle(bytes: Array(percent.utf8), encodings: ["percent"]))
    }
    return needles
  }

  static func hexByte(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }

  /// Digests of a text in hex, with and without a final newline.
  static func digests(of text: String) -> [(algorithm: String, hex: [UInt8])] {
    [text, text + "\n"].flatMap { text -> [(algorithm: String, hex: [UInt8])] in
      let data = Data(text.utf8)
      func hex(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        Array(bytes.map { hexByte($0) }.joined().utf8)
      }
      return [
        ("md5", hex(Insecure.MD5.hash(data: data))), ("sha1", hex(Insecure.SHA1.hash(data: data))),
        ("sha256", hex(SHA256.hash(data: data))), ("sha512", hex(SHA512.hash(data: data))),
      ]
    }
  }

  /// How the value of a level stands at a place: the encodings (none for as it is); nil when it does not.
  func encodings(of level: Int, in text: [UInt8], at place: Range<Int>) -> [String]? {
    guard level < needles.count else { return nil }
    for needle in needles[level] where Self.occurs(needle.bytes, in: text, at: place) {
      return needle.encodings
    }
    let token = Self.hexToken(in: text, around: place)
    guard token.count >= Self.shortestDigest else { return nil }
    let lower = text[token].map { $0 | 0x20 }
    guard let match = digests[level].first(where: { $0.hex.starts(with: lower) }) else {
      return nil
    }
    return lower.count == match.hex.count
      ? [match.algorithm] : ["\(match.algorithm)/\(lower.count)"]
  }

  /// Whether a text stands where it covers the place.
  private static func occurs(_ needle: [UInt8], in text: [UInt8], at place: Range<Int>) -> Bool {
    guard needle.count >= max(1, place.count), text.count >= needle.count else { return false }
    let first = max(0, place.upperBound - needle.count)
    let last = min(place.lowerBound, text.count - needle.count)
    guard first <= last else { return false }
    for start in first...last {
      var index = 0
      while index < needle.count, fold(text[start + index]) == fold(needle[index]) { index += 1 }
      if index == needle.count { return true }
    }
    return false
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
  }

  /// The run of hex digits that a place stands in.
  static func hexToken(in text: [UInt8], around place: Range<Int>) -> Range<Int> {
    func isHex(_ byte: UInt8) -> Bool {
      byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
    }
    guard place.upperBound <= text.count, text[place].allSatisfy(isHex) else { return 0..<0 }
    var start = place.lowerBound
    while start > 0, isHex(text[start - 1]) { start -= 1 }
    var end = place.upperBound
    while end < text.count, isHex(text[end]) { end += 1 }
    return start..<end
  }
}
