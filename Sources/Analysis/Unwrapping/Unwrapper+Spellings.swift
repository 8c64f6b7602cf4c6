import Model
import Protocols

/// Texts that stand in a value in other letters: escaped for markup, percent-encoded, in base 64 or in
/// hexadecimal digits.
///
/// Such a value is read as it stands and as what it stands for, because ampersands, percent signs and
/// digits are common in plain text, too. The other reading tells only what the first one did not.
extension Unwrapper {
  /// Bytes that a text in base 64 or in hexadecimal digits has at least: fewer may be letters by chance.
  private static let shortestText = 12
  /// Digits beyond which a value is data and no spelling.
  private static let longestWord = 1 << 16

  /// Adds what a value tells only when it is read in another spelling. Facts of the profile are looked
  /// for in all spellings at once (``search(_:path:)``).
  ///
  /// - Parameter known: what the recognisers found in the value as it stands.
  mutating func scanOtherReadings(of value: [UInt8], _ known: [Finding], _ cursor: PlaceCursor) {
    guard nesting < options.nestingLimit else { return }
    for (text, encoding) in Self.otherReadings(of: value) {
      guard fits(text) else { return }
      expanded += text.count
      inside([encoding]) { unwrapper in
        for finding in unwrapper.recognisers.findings(in: text.span, time: unwrapper.time)
        where !known.contains(where: {
          $0.attribute == finding.attribute && $0.value == finding.value
        }) {
          unwrapper.add(finding, path: String(decoding: cursor.path, as: UTF8.self))
        }
      }
    }
  }

  /// The other texts that a value may stand for, with the name of each spelling.
  private static func otherReadings(of value: [UInt8]) -> [(text: [UInt8], encoding: String)] {
    if let text = CharacterReferences.decode(value.span) { return [(text, "html-entity")] }
    guard value.count <= longestWord, value.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
      return []
    }
    if let text = percentDecoded(value) { return [(text, "percent")] }
    if let text = hexadecimalText(value) { return [(text, "hex")] }
    guard value.count >= shortestText * 4 / 3, let text = Base64.decode(value.span), isText(text)
    else { return [] }
    let isURL = value.contains(UInt8(ascii: "-")) || value.contains(UInt8(ascii: "_"))
    return [(text, isURL ? "base64url" : "base64")]
  }

  /// One word in which every percent sign begins an octet.
  private static func percentDecoded(_ value: [UInt8]) -> [UInt8]? {
    guard value.contains(UInt8(ascii: "%")) else { return nil }
    for i in value.indices where value[i] == UInt8(ascii: "%") {
      guard i + 2 < value.count, value[i + 1].hexadecimalValue != nil,
        value[i + 2].hexadecimalValue != nil
      else { return nil }
    }
    let text = PercentEncoding.decode(value.span)
    return text.allSatisfy({ $0 >= 0x20 || $0 == 0x0a || $0 == 0x09 }) ? text : nil
  }

  private static func hexadecimalText(_ value: [UInt8]) -> [UInt8]? {
    guard value.count >= 2 * shortestText, value.count.isMultiple(of: 2) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(value.count / 2)
    for i in stride(from: 0, to: value.count, by: 2) {
      guard let high = value[i].hexadecimalValue, let low = value[i + 1].hexadecimalValue else {
        return nil
      }
      text.append(high << 4 | low)
    }
    return isText(text) ? text : nil
  }

  /// Whether bytes are printable ASCII throughout, as those of random identifiers never are.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.count >= shortestText
      && bytes.allSatisfy { (0x20..<0x7f).contains($0) || $0 == 0x0a || $0 == 0x09 || $0 == 0x0d }
  }
}
