/// Names of form members and multipart parts that hold a UUID (`post.01a2….extra`) are new in every request; the
/// place they stand for is not.
enum UniqueName {
  /// The name with `*` for each UUID in it.
  static func general(_ name: [UInt8]) -> [UInt8] {
    guard name.count >= 36, name.count <= 512 else { return name }
    var out: [UInt8] = []
    var at = 0
    while at < name.count {
      if isUUID(name, at) {
        out.append(UInt8(ascii: "*"))
        at += 36
      } else {
        out.append(name[at])
        at += 1
      }
    }
    return out
  }

  /// Whether 8-4-4-4-12 hex digits begin here (RFC 9562, section 4).
  static func isUUID(_ text: [UInt8], _ start: Int) -> Bool {
    guard start + 36 <= text.count, start == 0 || !text[start - 1].isWord else { return false }
    for i in 0..<36 {
      let byte = text[start + i]
      if i == 8 || i == 13 || i == 18 || i == 23 {
        if byte != UInt8(ascii: "-") { return false }
      } else if !byte.isHex {
        return false
      }
    }
    return true
  }
}
