/// The spellings of a directory or file.
enum PathSpelling {
  static func all(of path: String, homes: [String]) -> [String] {
    var plain = path
    while plain.count > 1, plain.hasSuffix("/") || plain.hasSuffix("\\") { plain.removeLast() }
    var spellings = [plain, dashed(plain)]
    for home in homes {
      for separator in ["/", "\\"] where plain.hasPrefix(home + separator) {
        spellings.append("~" + plain.dropFirst(home.count))
      }
    }
    spellings += windows(plain)
    return spellings
  }

  /// As tools name the folders of their own notes about a project: all but letters and digits becomes `-`.
  private static func dashed(_ path: String) -> String {
    String(
      decoding: path.utf8.map { byte in
        byte.isLetter || byte.isDigit || byte >= 0x80 ? byte : UInt8(ascii: "-")
      }, as: UTF8.self)
  }

  /// `C:\Users\x` is also `C:/Users/x` and, seen from WSL or MSYS, `/mnt/c/Users/x` and `/c/Users/x`.
  private static func windows(_ path: String) -> [String] {
    let bytes = Array(path.utf8)
    if bytes.count > 3, bytes[0].isLetter, bytes[1] == UInt8(ascii: ":") {
      let slashed = String(path.map { $0 == "\\" ? "/" : $0 })
      let drive = path.prefix(1).lowercased()
      let rest = slashed.dropFirst(2)
      return [slashed, "/mnt/" + drive + rest, "/" + drive + rest]
    }
    if path.hasPrefix("/mnt/"), bytes.count > 7, bytes[5].isLetter, bytes[6] == UInt8(ascii: "/") {
      let drive = String(path.dropFirst(5).prefix(1)).uppercased() + ":"
      let rest = path.dropFirst(6)
      return [drive + rest, drive + rest.map { $0 == "/" ? "\\" : String($0) }.joined()]
    }
    return []
  }
}
