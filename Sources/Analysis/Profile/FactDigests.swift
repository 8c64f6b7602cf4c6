import Crypto
import Protocols

/// The digests of a value, as beginnings that a text may carry on from.
enum FactDigests {
  struct Form: Hashable {
    /// The whole digest as text: hex in lower case, or base 64 without padding.
    var text: [UInt8]
    /// `sha256`.
    var algorithm: String
    /// `base64`, `base64url`, or nil for hex.
    var encoding: String?
    /// What was digested, in words where it is not the value as it stands.
    var note: String?
  }

  /// Hex digits that a text must share with a digest: 48 bits are no accident.
  static let fewestHexDigits = 12
  /// The same in base 64.
  static let fewestBase64Digits = 8

  /// Digests of a value with and without a newline behind it, in hex and base 64.
  static func forms(of value: [UInt8]) -> [Form] {
    var forms: [Form] = []
    for (input, note) in [(value, nil), (value + [0x0a], "with a trailing newline")] {
      for (name, digest) in digests(of: input) {
        forms.append(
          Form(text: FactEncodings.hex(digest), algorithm: name, encoding: nil, note: note))
        let text = Array(Base64.encode(digest).utf8.prefix { $0 != UInt8(ascii: "=") })
        forms.append(Form(text: text, algorithm: name, encoding: "base64", note: note))
        let url = text.map(FactEncodings.urlDigit)
        if url != text {
          forms.append(Form(text: url, algorithm: name, encoding: "base64url", note: note))
        }
      }
    }
    return forms
  }

  static func digests(of input: [UInt8]) -> [(name: String, digest: [UInt8])] {
    [
      ("md5", Array(Insecure.MD5.hash(data: input))),
      ("sha1", Array(Insecure.SHA1.hash(data: input))),
      ("sha256", Array(SHA256.hash(data: input))),
      ("sha512", Array(SHA512.hash(data: input))),
    ]
  }
}
