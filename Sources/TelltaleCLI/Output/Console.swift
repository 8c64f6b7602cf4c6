#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal or whatever stands in its place.
enum Console {
  /// Writes one line to stderr.
  static func complain(_ message: String) {
    write("telltale: " + message + "\n", to: 2)
  }

  static func write(_ text: String, to descriptor: Int32) {
    _ = writeAll(Array(text.utf8), to: descriptor)
  }

  /// Writes everything; false when the other end does not take it.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          return false
        }
        offset += written
      }
      return true
    }
  }

  static var isErrorTerminal: Bool { isatty(2) == 1 }
  static var isOutputTerminal: Bool { isatty(1) == 1 }

  /// Columns of the terminal on stdout; nil when there is none.
  static var width: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
