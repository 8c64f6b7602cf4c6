import Protocols

/// What a body says it is, checked against how it begins.
struct ContentType {
  enum Kind: Equatable {
    case json
    /// One JSON text a line; the encoding's name.
    case lines(String)
    case form
    case multipart(boundary: [UInt8])
    case protobuf
    /// Compressed, though no header says so; the coding's name.
    case compressed(String)
    /// Messages of gRPC, gRPC-web or Connect, as base 64 or not.
    case framed(MessageFormat, isBase64: Bool)
    /// Server-sent events.
    case events
    case text
    case opaque
  }

  /// What framed messages are written in.
  enum MessageFormat: Equatable {
    case protobuf
    case json
  }

  /// Lower case, without parameters.
  private let media: String
  private let boundary: String?

  init(_ header: String?) {
    let parts = (header ?? "").split(separator: ";")
    media = parts.first.map { String($0.filter { $0 != " " }).lowercased() } ?? ""
    boundary =
      parts.dropFirst().lazy.compactMap { part -> String? in
        let trimmed = part.drop { $0 == " " }
        guard trimmed.lowercased().hasPrefix("boundary=") else { return nil }
        return String(trimmed.dropFirst(9).filter { $0 != "\"" })
      }.first
  }

  func kind(of bytes: [UInt8]) -> Kind {
    if let format = frames { return .framed(format, isBase64: media.contains("grpc-web-text")) }
    if let coding = CompressedForm(beginning: bytes.span) { return .compressed(coding.name) }
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return .opaque }
    if media.contains("sentry-envelope") { return .lines("sentry-envelope") }
    if media.contains("ndjson") || media.contains("jsonlines") || media.contains("x-json-stream") {
      return .lines("json")
    }
    if let boundary, media.hasPrefix("multipart/") {
      return .multipart(boundary: Array(boundary.utf8))
    }
    if media.contains("protobuf") || media == "application/proto" { return .protobuf }
    if media == "text/event-stream" { return .events }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return isSeveralTexts(bytes) ? .lines(isEnvelope(bytes) ? "sentry-envelope" : "json") : .json
    }
    if media == "application/x-www-form-urlencoded" { return .form }
    if Self.isText(bytes) { return isUndeclared && isForm(bytes) ? .form : .text }
    let isMessage = isUndeclared && bytes.count >= 16 && Protobuf.looksLikeMessage(bytes.span)
    return isMessage ? .protobuf : .opaque
  }

  private var frames: MessageFormat? {
    guard GRPC.isFramed(contentType: media) || media.hasPrefix("application/grpc-web-text") else {
      return nil
    }
    return media.hasSuffix("+json") ? .json : .protobuf
  }

  /// Whether the type says nothing about the content: beacons and old libraries send such.
  private var isUndeclared: Bool {
    ["", "text/plain", "application/octet-stream", "binary/octet-stream", "application/x-gzip"]
      .contains(media)
  }

  /// Whether a text is `name=value` and nothing that a form could not hold.
  private func isForm(_ bytes: [UInt8]) -> Bool {
    guard let equals = bytes.prefix(64).firstIndex(of: UInt8(ascii: "=")), equals > 0 else {
      return false
    }
    let isName = bytes[..<equals].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
      default: false
      }
    }
    return isName && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7f }
  }

  /// Whether a line ends after a whole object and the next one begins with another.
  private func isSeveralTexts(_ bytes: [UInt8]) -> Bool {
    guard let newline = bytes.firstIndex(of: UInt8(ascii: "\n")), newline > 1 else { return false }
    let before = bytes[newline - 1] == 0x0d ? newline - 2 : newline - 1
    return bytes[before] == UInt8(ascii: "}") && newline + 1 < bytes.count
      && bytes[newline + 1] == UInt8(ascii: "{")
  }

  private func isEnvelope(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0)
    return String(decoding: head, as: UTF8.self).contains("\"event_id\"")
      || String(decoding: head, as: UTF8.self).contains("\"sent_at\"")
  }

  static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(512).allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
  }
}
