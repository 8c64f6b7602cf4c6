import Model

/// Families of operating systems by the SYN of their TCP stacks.
///
/// Orders of options and first values of the time to live are those that the p0f database documents
/// (https://lcamtuf.coredump.cx/p0f3/, p0f.fp) and that recorded SYNs of the systems show. A pattern
/// that several families share is left out.
enum TCPStackTable {
  static let id = "network.tcp-opening"

  private struct Row {
    var family: String
    var timeToLive: UInt8
    var options: String
    /// Windows that the family begins with; empty where any will do.
    var windows: [UInt16] = []
    /// Whether the window may also be a multiple of the segment size.
    var allowsMultiples = false
  }

  private static let rows = [
    // 5840 to 64240: 4, 10, 20 or 44 segments. Android begins with 65535.
    Row(
      family: "Linux or Android", timeToLive: 64, options: "mss,sok,ts,nop,ws",
      windows: [65_535, 65_495, 43_690], allowsMultiples: true),
    Row(
      family: "macOS or iOS", timeToLive: 64, options: "mss,nop,ws,nop,nop,ts,sok,eol+1",
      windows: [65_535]),
    Row(
      family: "Windows", timeToLive: 128, options: "mss,nop,ws,nop,nop,sok",
      windows: [8192, 64_240, 65_535, 64_800], allowsMultiples: true),
    Row(
      family: "Windows", timeToLive: 128, options: "mss,nop,nop,sok",
      windows: [8192, 16_384, 64_240, 65_535]),
    Row(
      family: "FreeBSD", timeToLive: 64, options: "mss,nop,ws,sok,ts", windows: [65_535]),
    Row(
      family: "OpenBSD", timeToLive: 64, options: "mss,nop,nop,sok,nop,ws,nop,nop,ts",
      windows: [16_384]),
  ]

  /// More routers than this are not met on the way from a client to its capture.
  private static let mostRouters: UInt8 = 32

  /// The family that opens connections so; nil where it is not clear.
  static func family(of opening: TCPOpening) -> String? {
    let options = opening.options.joined(separator: ",")
    return rows.first { row in
      row.options == options && opening.timeToLive <= row.timeToLive
        && row.timeToLive - opening.timeToLive <= mostRouters && fits(opening, row)
    }?.family
  }

  private static func fits(_ opening: TCPOpening, _ row: Row) -> Bool {
    if row.windows.contains(opening.window) { return true }
    guard row.allowsMultiples, let size = opening.segmentSize, size >= 536 else { return false }
    // Routers cut the segment size down and leave the window as it was.
    return [size, 1460, 1440].contains { opening.window.isMultiple(of: $0) }
      && opening.window >= size
  }

  static func finding(_ opening: TCPOpening) -> Finding? {
    guard let family = family(of: opening) else { return nil }
    let scale = opening.windowScale.map { ",\($0)" } ?? ""
    let size = opening.segmentSize.map { "\($0)" } ?? "*"
    let value =
      "\(family) (\(opening.isV6 ? 6 : 4):\(opening.timeToLive):\(size):\(opening.window)\(scale):"
      + opening.options.joined(separator: ",") + ")"
    return Finding(
      "network.tcp_fingerprint", Array(value.utf8), source: id, basis: .network, confidence: 0.6,
      note: "a proxy, or a router that rewrites packets, would show its own system")
  }
}
