import Model

/// E-mail addresses of people; addresses of robots and of manuals are not reported.
enum MailAddress {
  static let id = "recogniser.mail-address"

  private static let robots: Set<String> = [
    "noreply", "no-reply", "donotreply", "do-not-reply", "git", "user", "username", "you", "name",
    "email", "test", "someone", "your-email", "your_email", "youremail", "root", "hg", "svn",
    "support", "example", "foo", "bar", "me", "admin",
  ]
  private static let manuals: Set<String> = [
    "example.com", "example.org", "example.net", "email.com", "domain.com",
    "users.noreply.github.com",
    "localhost", "test.com", "company.com",
  ]

  static func inspect(_ text: Span<UInt8>, at: Int, _ sink: inout FindingSink) {
    let start = text.start(before: at, limit: 64) {
      $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "%")
    }
    guard start < at, text[start].isWord, text[at - 1] != UInt8(ascii: ".") else { return }
    // A package scope, a path or a URL's user is no mail address.
    if let before = text.byte(start - 1),
      before == UInt8(ascii: "/") || before == UInt8(ascii: ":") || before == UInt8(ascii: "@")
    {
      guard text.has("mailto:", at: start - 7) else { return }
    }
    var end = text.end(from: at + 1, limit: 255) {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    while end > at + 1, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") {
      end -= 1
    }
    if text.byte(end) == UInt8(ascii: ":") || text.byte(end) == UInt8(ascii: "/") { return }
    let domain = text.text((at + 1)..<end).lowercased()
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), let top = labels.last,
      top.utf8.count >= 2, top.utf8.allSatisfy(\.isLetter), !isFile(String(top)),
      !manuals.contains(domain), !robots.contains(text.text(start..<at).lowercased())
    else { return }
    sink.add(Finding("identity.email", text.copy(start..<end), source: id, confidence: 0.9))
  }

  /// Endings that name files (`logo@2x.png`), not top-level domains.
  private static func isFile(_ top: String) -> Bool {
    [
      "png", "jpg", "jpeg", "svg", "gif", "webp", "js", "ts", "py", "json", "md", "html", "css",
      "git",
    ]
    .contains(top)
  }
}
