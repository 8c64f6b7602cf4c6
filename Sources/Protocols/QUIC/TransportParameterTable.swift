/// Transport parameters by id: https://www.iana.org/assignments/quic, 2025-11, and Google's own
/// (quiche, transport_parameters.cc).
enum TransportParameterID {
  static let preferredAddress: UInt64 = 0x0d
  static let versionInformation: UInt64 = 0x11
  static let userAgent: UInt64 = 0x3129

  /// Whether the value is a variable-length integer that the stack's author chose.
  static func isNumber(_ id: UInt64) -> Bool {
    switch id {
    case 0x01, 0x03...0x0b, 0x0e, 0x20, 0x173e, 0xff04_de1a, 0xff04_de1b: true
    default: false
    }
  }

  /// Whether the id is there to be ignored (RFC 9000, section 18.1).
  static func isReserved(_ id: UInt64) -> Bool { id >= 27 && (id - 27).isMultiple(of: 31) }

  /// The registered name, or the number in hex.
  static func name(of id: UInt64) -> String {
    switch id {
    case 0x00: "original_destination_connection_id"
    case 0x01: "max_idle_timeout"
    case 0x02: "stateless_reset_token"
    case 0x03: "max_udp_payload_size"
    case 0x04: "initial_max_data"
    case 0x05: "initial_max_stream_data_bidi_local"
    case 0x06: "initial_max_stream_data_bidi_remote"
    case 0x07: "initial_max_stream_data_uni"
    case 0x08: "initial_max_streams_bidi"
    case 0x09: "initial_max_streams_uni"
    case 0x0a: "ack_delay_exponent"
    case 0x0b: "max_ack_delay"
    case 0x0c: "disable_active_migration"
    case 0x0d: "preferred_address"
    case 0x0e: "active_connection_id_limit"
    case 0x0f: "initial_source_connection_id"
    case 0x10: "retry_source_connection_id"
    case 0x11: "version_information"
    case 0x20: "max_datagram_frame_size"
    case 0x173e: "discard"
    case 0x2ab2: "grease_quic_bit"
    case 0x3127: "initial_rtt"
    case 0x3128: "google_connection_options"
    case 0x3129: "user_agent"
    case 0x4752: "google_version"
    case 0x7158: "timestamp"
    case 0x00ff_73db: "version_information_draft"
    case 0xff04_de1a, 0xff04_de1b: "min_ack_delay"
    default: "0x" + String(id, radix: 16)
    }
  }
}
