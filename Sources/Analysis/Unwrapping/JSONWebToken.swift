import Protocols

/// JSON Web Tokens in compact form (RFC 7519): three base64url parts; the second holds the claims.
enum JSONWebToken {
  /// Whether base64 text begins as the encoding of `{"` or `[` does.
  static func beginsJSON(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 3 else { return false }
    switch (text[0], text[1]) {
    case (UInt8(ascii: "e"), UInt8(ascii: "y")), (UInt8(ascii: "e"), UInt8(ascii: "w")),
      (UInt8(ascii: "W"), UInt8(ascii: "3")), (UInt8(ascii: "W"), UInt8(ascii: "1")),
      (UInt8(ascii: "W"), UInt8(ascii: "y")):
      return true
    default:
      return false
    }
  }

  /// The claims of a token; nil when the text is none.
  static func claims(of text: Span<UInt8>) -> [UInt8]? {
    guard beginsJSON(text), text.count <= 1 << 16 else { return nil }
    var dots: [Int] = []
    for i in text.indices where text[i] == UInt8(ascii: ".") {
      dots.append(i)
      if dots.count > 2 { return nil }
    }
    guard dots.count == 2,
      let header = Base64.decode(text.extracting(0..<dots[0])),
      header.first == UInt8(ascii: "{"),
      let claims = Base64.decode(text.extracting((dots[0] + 1)..<dots[1])),
      claims.first == UInt8(ascii: "{")
    else { return nil }
    return claims
  }
}
