import Model

/// Names of the IANA time zone database, wherever they stand: `Asia/Shanghai`.
enum TimeZoneName {
  static let id = "recogniser.time-zone"

  static func inspect(_ text: Span<UInt8>, slash: Int, _ sink: inout FindingSink) {
    guard let next = text.byte(slash + 1), next >= 0x41, next <= 0x5a else { return }
    let start = text.start(before: slash, limit: 16) { $0.isLetter }
    guard slash - start >= 4, slash - start <= 10 else { return }
    if let before = text.byte(start - 1),
      before.isWord || before == UInt8(ascii: "/") || before == UInt8(ascii: ".")
        || before == UInt8(ascii: "-")
    {
      return
    }
    let end = text.end(from: slash + 1, limit: 40) {
      $0.isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
    }
    var name = text.text(start..<end)
    while name.hasSuffix("/") || name.hasSuffix("-") { name.removeLast() }
    guard TimeZoneTable.names.contains(name) else { return }
    sink.add(Finding("place.timezone", Array(name.utf8), source: id, confidence: 0.9))
  }

  /// Whether a text is such a name.
  static func isName(_ text: String) -> Bool { TimeZoneTable.names.contains(text) }
}
