import Model

/// Keeps secrets out of protocol records.
struct RecordRedactor: Sendable {
  let mode: Redaction
  private let hiding: ValueHiding?
  private let placeholders = PlaceholderBook()

  /// - Parameter hiding: values to take out under ``Redaction/values``, beside what stands in places that
  ///   are masked whatever they hold.
  init(mode: Redaction, hiding: ValueHiding? = nil) {
    self.mode = mode
    self.hiding = mode == .values ? hiding : nil
  }

  /// A host name, or an authority.
  func host(_ name: String) -> String { hiding?.host(name) ?? name }

  /// The path of a capture.
  func file(_ path: String) -> String { hiding?.text(path) ?? path }

  /// The address of a flow's end, or a whole text of another kind.
  func whole(_ text: String) -> String { hiding?.whole(text) ?? text }

  /// The placeholder of a text that is a known value as a whole.
  private func known(_ text: String) -> String? {
    guard let hiding else { return nil }
    let hidden = hiding.whole(text)
    return hidden == text ? nil : hidden
  }

  /// The value of a header or trailer field, as far as it may be shown.
  func value(of field: HTTPField) -> String {
    guard mode != .none else { return field.value }
    if field.name.equalsIgnoringASCIICase("cookie") { return cookie(field.value, isSet: false) }
    if field.name.equalsIgnoringASCIICase("set-cookie") { return cookie(field.value, isSet: true) }
    if SecretShapes.isSecretFieldName(field.name) { return SecretShapes.mask(field.value) }
    if field.name == ":path" || Self.urlFields.contains(where: field.name.equalsIgnoringASCIICase) {
      return url(field.value)
    }
    if field.name.equalsIgnoringASCIICase("user-agent") { return agent(field.value) }
    if Self.hostFields.contains(where: field.name.equalsIgnoringASCIICase) {
      return host(field.value)
    }
    if let known = known(field.value) { return known }
    if mode == .values, !Self.plainFields.contains(where: field.name.equalsIgnoringASCIICase) {
      return placeholders.placeholder(for: field.value, in: "header." + field.name.lowercased())
    }
    return text(field.value)
  }

  /// A path with its query, or a whole URL, without the values of secret parameters.
  func url(_ text: String) -> String {
    guard mode != .none else { return text }
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) else { return path(text) }
    let path = String(text[..<mark])
    let query = text.utf8[text.utf8.index(after: mark)...]
    let parameters = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      .map { parameter($0) }
    return self.path(path) + "?" + parameters.joined(separator: "&")
  }

  /// A path without secrets and, under ``Redaction/values``, without the segments that look like
  /// identifiers, addresses or names from elsewhere: long ones with digits, and those that hold `@` or
  /// escapes.
  private func path(_ text: String) -> String {
    let clear = SecretShapes.redacted(text) ?? text
    guard mode == .values else { return clear }
    return clear.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { segment($0) }.joined(separator: "/")
  }

  private func segment(_ segment: Substring.UTF8View) -> String {
    let whole = String(Substring(segment))
    if let known = known(whole.removingPercentEscapes) { return known }
    let isForeign =
      segment.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") }
      || segment.count >= 12
        && segment.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isForeign ? placeholders.placeholder(for: whole, in: "path") : text(whole)
  }

  /// A User-Agent; its comments describe the system (RFC 9110, section 10.1.5).
  func agent(_ value: String) -> String {
    let clear = text(value)
    guard mode == .values, let open = clear.firstIndex(of: "("),
      let close = clear.lastIndex(of: ")"), open < close
    else { return clear }
    let comment = String(clear[clear.index(after: open)..<close])
    return clear[...open] + placeholders.placeholder(for: comment, in: "header.user-agent")
      + clear[close...]
  }

  /// Any other text that may hold a secret.
  func text(_ text: String) -> String {
    guard mode != .none else { return text }
    let masked = SecretShapes.redacted(text) ?? text
    return hiding?.text(masked) ?? masked
  }

  private func parameter(_ parameter: Substring.UTF8View) -> String {
    let whole = String(Substring(parameter))
    guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")) else { return text(whole) }
    let name = String(Substring(parameter[..<equals]))
    let value = String(Substring(parameter[parameter.index(after: equals)...]))
    if SecretShapes.isSecretQueryName(name) { return name + "=" + SecretShapes.mask(value) }
    if let known = known(value.removingPercentEscapes) { return name + "=" + known }
    if mode == .values {
      return name + "=" + placeholders.placeholder(for: value, in: "query." + name)
    }
    return text(whole)
  }

  /// Names and attributes of cookies tell what they are for; only their values are secret
  /// (RFC 6265, sections 4.1 and 4.2).
  private func cookie(_ value: String, isSet: Bool) -> String {
    let pairs = value.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    return pairs.enumerated().map { index, pair in
      if isSet, index > 0 { return String(Substring(pair)) }
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else {
        return pair.contains { $0 != 0x20 } ? SecretShapes.placeholder : ""
      }
      return String(Substring(pair[...equals])) + SecretShapes.placeholder
    }.joined(separator: ";")
  }

  private static let hostFields = [":authority", "host"]
  private static let urlFields = ["referer", "location", "content-location", "origin"]

  /// Fields of the protocol itself, which name neither person nor place.
  private static let plainFields = [
    ":method", ":scheme", ":status", "accept", "accept-encoding", "connection", "content-type",
    "content-length", "content-encoding", "transfer-encoding", "cache-control",
    "te", "trailer", "upgrade", "user-agent", "vary",
  ]
}
