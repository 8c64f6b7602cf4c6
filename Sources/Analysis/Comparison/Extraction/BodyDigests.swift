/// Recognises header fields that hold a digest of the message's own body: `Content-MD5` (RFC 1864),
/// `Content-Digest` and `Repr-Digest` (RFC 9530), `Digest` (RFC 3230), `x-amz-content-sha256` and others,
/// whatever their names.
struct BodyDigests {
  private let body: [UInt8]
  private var known: [FactDigests.Form]?
  /// Digits of MD5, SHA-1, SHA-256 and SHA-512, in base 64 without padding and in hex.
  private static let lengths: Set<Int> = [22, 27, 43, 86, 32, 40, 64, 128]
  private static let longest = 256

  init(_ body: [UInt8]) { self.body = body }

  /// Whether a whole digest of the body is among the words of a value.
  mutating func areIn(_ value: String) -> Bool {
    guard !body.isEmpty, value.utf8.count <= Self.longest else { return false }
    let words = value.utf8.split { byte in
      !(byte.isLetter || byte.isDigit || "+/-_".utf8.contains(byte))
    }.flatMap { word in
      // `sha-256=…`, but also `sha256-…`.
      [Array(word)] + (word.firstIndex(of: 0x2d).map { [Array(word[$0...].dropFirst())] } ?? [])
    }.filter { Self.lengths.contains($0.count) }
    guard !words.isEmpty else { return false }
    let forms = known ?? FactDigests.forms(of: body)
    known = forms
    return words.contains { word in
      let lower = word.map(\.lowercased)
      return forms.contains { $0.text == ($0.encoding == nil ? lower : word) }
    }
  }
}
