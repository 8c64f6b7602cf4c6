import Model
import Wire

/// Follows a protocol of text lines to the place where it turns into TLS.
///
/// A client asks with a command (`STARTTLS`, `STLS`, `AUTH TLS`); from then on, a line that begins with
/// the first byte of a TLS record, which no text line does, is TLS.
struct LineUpgrade: Sendable {
  /// Characters of a line that are looked at.
  private static let lineLimit = 64

  private var lines: [[UInt8]] = [[], []]
  private var isLineStart = [true, true]
  private var hasAsked = false

  mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade {
    let index = Int(side.rawValue)
    for i in 0..<bytes.byteCount {
      let byte = bytes[i]
      if isLineStart[index], hasAsked, byte == tlsHandshakeByte { return .begins(at: i) }
      isLineStart[index] = byte == 0x0a
      guard side == .client, !hasAsked else { continue }
      if byte == 0x0a {
        hasAsked = Self.asksForTLS(lines[index])
        lines[index].removeAll(keepingCapacity: true)
      } else if lines[index].count < Self.lineLimit {
        lines[index].append(byte & 0xdf)
      }
    }
    return .clear
  }

  /// What was lost may have been the command, and what follows may begin a line.
  mutating func lose(from side: Side) {
    hasAsked = true
    isLineStart[Int(side.rawValue)] = true
  }

  /// Whether a line, in capitals, is one of the commands, perhaps after a tag (IMAP).
  private static func asksForTLS(_ line: [UInt8]) -> Bool {
    // Clearing bit 5 made a space of 0x20 into 0.
    let words = line.split { $0 == 0 || $0 == 0x0d }.map { String(decoding: $0, as: UTF8.self) }
    if words.count > 1, words[0] == "AUTH" { return words[1].hasPrefix("TLS") || words[1] == "SSL" }
    return words.prefix(2).contains("STARTTLS") || words.first == "STLS"
  }
}

/// A protocol of text lines that begins with the server's greeting and may turn into TLS.
protocol GreetedLineProtocol: OpaqueProtocol {
  /// Judges the first line of the server. It need not be whole.
  static func judge(greeting: borrowing RawSpan) -> Probe

  /// First words of clients, in capitals, that tell this protocol.
  static var verbs: [StaticString] { get }

  var upgrade: LineUpgrade { get set }
}

extension GreetedLineProtocol {
  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe {
    guard server.byteCount > 0 else {
      return client.byteCount > 0 ? judge(verb: client) : .needsMore
    }
    let greeting = judge(greeting: server)
    guard greeting == .needsMore, client.byteCount > 0 else { return greeting }
    return judge(verb: client)
  }

  private static func judge(verb client: borrowing RawSpan) -> Probe {
    var result = Probe.mismatch
    for verb in verbs {
      switch Probe(client, begin: verb) {
      case .match: return .match
      case .needsMore: result = .needsMore
      case .mismatch: break
      }
    }
    return result
  }

  mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade {
    upgrade.search(bytes, from: side)
  }

  mutating func lose(from side: Side) {
    upgrade.lose(from: side)
  }
}

/// Whether a greeting line holds a word, letter case aside.
private func mentions(_ word: StaticString, _ line: borrowing RawSpan) -> Bool {
  let length = word.utf8CodeUnitCount
  var start = 0
  while start + length <= line.byteCount, line[start] != 0x0a {
    var i = 0
    while i < length {
      let expected = unsafe word.utf8Start[i]
      guard line[start + i] & 0xdf == expected else { break }
      i += 1
    }
    if i == length { return true }
    start += 1
  }
  return false
}

/// Judges the greeting `220` that SMTP and FTP share: by a name in its first line, else by the client.
private func judge220(
  _ greeting: borrowing RawSpan, own: StaticString, other: StaticString
) -> Probe {
  let isReply =
    Probe(greeting, begin: "220 ") == .mismatch ? Probe(greeting, begin: "220-") : .match
  guard isReply != .mismatch else { return .mismatch }
  if mentions(own, greeting) { return .match }
  return mentions(other, greeting) ? .mismatch : .needsMore
}

/// SMTP and LMTP with STARTTLS (RFC 5321, RFC 2033, RFC 3207).
struct SMTP: GreetedLineProtocol {
  static let name = "smtp"
  static let verbs: [StaticString] = ["EHLO ", "HELO ", "LHLO ", "ehlo ", "helo "]
  var upgrade = LineUpgrade()

  static func judge(greeting: borrowing RawSpan) -> Probe {
    judge220(greeting, own: "SMTP", other: "FTP")
  }
}

/// FTP with AUTH TLS (RFC 959, RFC 4217).
struct FTP: GreetedLineProtocol {
  static let name = "ftp"
  static let verbs: [StaticString] = ["USER ", "AUTH TLS", "AUTH SSL", "FEAT\r", "user "]
  var upgrade = LineUpgrade()

  static func judge(greeting: borrowing RawSpan) -> Probe {
    judge220(greeting, own: "FTP", other: "SMTP")
  }
}

/// IMAP with STARTTLS (RFC 9051).
struct IMAP: GreetedLineProtocol {
  static let name = "imap"
  static let verbs: [StaticString] = []
  var upgrade = LineUpgrade()

  static func judge(greeting: borrowing RawSpan) -> Probe {
    Probe(greeting, begin: "* OK") == .mismatch
      ? Probe(greeting, begin: "* PREAUTH") : Probe(greeting, begin: "* OK")
  }
}

/// POP3 with STLS (RFC 1939, RFC 2595).
struct POP3: GreetedLineProtocol {
  static let name = "pop3"
  static let verbs: [StaticString] = ["STLS\r", "CAPA\r"]
  var upgrade = LineUpgrade()

  static func judge(greeting: borrowing RawSpan) -> Probe {
    // Redis answers alike, but never first.
    Probe(greeting, begin: "+OK ")
  }
}

/// NNTP with STARTTLS (RFC 3977, RFC 4642).
struct NNTP: GreetedLineProtocol {
  static let name = "nntp"
  static let verbs: [StaticString] = ["MODE READER"]
  var upgrade = LineUpgrade()

  static func judge(greeting: borrowing RawSpan) -> Probe {
    let begin =
      Probe(greeting, begin: "200 ") == .mismatch ? Probe(greeting, begin: "201 ") : .match
    guard begin != .mismatch else { return .mismatch }
    return mentions("NNTP", greeting) || mentions("NEWS", greeting) ? .match : .needsMore
  }
}
