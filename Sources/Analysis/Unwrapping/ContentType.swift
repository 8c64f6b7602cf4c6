/// What a body says it is, checked against how it begins.
struct ContentType {
  enum Kind: Equatable {
    case json
    /// One JSON text a line; the encoding's name.
    case lines(String)
    case form
    case multipart(boundary: [UInt8])
    case protobuf
    case text
    case opaque
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
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return .opaque }
    if media.contains("sentry-envelope") { return .lines("sentry-envelope") }
    if media.contains("ndjson") || media.contains("jsonlines") || media.contains("x-json-stream") {
      return .lines("json")
    }
    if let boundary, media.hasPrefix("multipart/") {
      return .multipart(boundary: Array(boundary.utf8))
    }
    if media.contains("protobuf") { return .protobuf }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return isSeveralTexts(bytes) ? .lines(isEnvelope(bytes) ? "sentry-envelope" : "json") : .json
    }
    if media == "application/x-www-form-urlencoded" { return .form }
    return isText(bytes) ? .text : .opaque
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

  private func isText(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(512).allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
  }
}
