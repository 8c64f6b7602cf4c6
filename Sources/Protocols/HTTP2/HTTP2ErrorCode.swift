/// Why a stream or connection ended (RFC 9113, section 7).
struct HTTP2ErrorCode: Hashable, Sendable, CustomStringConvertible {
  var value: UInt32

  private static let names = [
    "NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT",
    "STREAM_CLOSED", "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR",
    "CONNECT_ERROR", "ENHANCE_YOUR_CALM", "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED",
  ]

  /// Whether a peer that works as it should sends it: the end, a cancelled or a refused request.
  var isOrdinary: Bool { [0, 7, 8].contains(value) }

  /// The name in the RFC, or the number in hexadecimal.
  var description: String {
    value < Self.names.count ? Self.names[Int(value)] : "0x" + String(value, radix: 16)
  }
}
