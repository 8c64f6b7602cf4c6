import Model
import Testing

@Suite struct `Secret shapes` {
  @Test(arguments: [
    ("sk-ant-api03-AbCdEf0123456789", "sk-ant-…[redacted]"),
    ("Bearer sk-ant-test-000", "Bearer sk-ant-…[redacted]"),
    ("key=sk-proj-abcDEF0123456789 end", "key=sk-proj-…[redacted] end"),
    ("sk-AbCdEfGhIjKlMnOpQrStUv0123", "sk-…[redacted]"),
    (
      "token ghp_abcdefghijklmnop0123 and ghu_abcdefghijklmnop0123",
      "token ghp_…[redacted] and ghu_…[redacted]"
    ),
    ("AIzaSyA0123456789abcdefghijklmnopqrstuv", "AIza…[redacted]"),
    ("xoxb-1234567890-abcdef", "xoxb-…[redacted]"),
    ("AKIAIOSFODNN7EXAMPLE/20261122", "AKIA…[redacted]/20261122"),
    ("ya29.a0AfH6SMBx-0123456789abcdef", "ya29.…[redacted]"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "eyJ…[redacted]"),
    ("https://mari:hunter2@proxy.example:3128/", "https://mari:[redacted]@proxy.example:3128/"),
    ("Authorization: Bearer 0123456789abcdefXYZ", "Authorization: Bearer [redacted]"),
    ("auth%20sk-ant-test-000", "auth%20sk-ant-…[redacted]"),
    (#"{"line":"\nsk-ant-test-000"}"#, #"{"line":"\nsk-ant-…[redacted]"}"#),
    (#"\u0022ghp_abcdefghijklmnop0123"#, #"\u0022ghp_…[redacted]"#),
  ])
  func `masks a credential wherever it stands`(raw: String, expected: String) {
    #expect(SecretShapes.redacted(raw) == expected)
  }

  @Test(arguments: [
    "sk-learn", "task-runner-with-a-long-name-of-words-1", "sk-this-is-a-long-name-without-digits",
    "risk-0123456789-0123456789", "ghp_short", "AKIAlowercase0000000", "AKIAIOSFODNN7EXAMPLEX",
    "eyJhIjoxfQ==", "eyJhbGciOiJIUzI1NiJ9", "eyJhbGciOiJIUzI1NiJ9.only-one-dot",
    "xoxo kisses", "Bearer of good news today", "https://git@github.com/acme/orchard.git",
    "ssh://git@host.example:22/x", "http://127.0.0.1:8080/@scope/pkg", "a:b@c",
    "AIza is a prefix", "sk-ant-…[redacted]", "https://mari:[redacted]@proxy.example/",
    "Bearer sk-ant-…[redacted]", "",
  ])
  func `leaves near misses and masked text alone`(text: String) {
    #expect(SecretShapes.redacted(text) == nil)
  }

  @Test(arguments: [
    ("Bearer sk-ant-test-000", "Bearer sk-ant-…[redacted]"), ("sk-test-000", "sk-…[redacted]"),
    ("Basic bWFyaXNvbDpodW50ZXIy", "Basic [redacted]"), ("hunter2", "[redacted]"), ("", ""),
    ("AIzaTEST000", "AIza…[redacted]"), ("Bearer ", "Bearer "),
    ("two words", "[redacted]"),
  ])
  func `masks a known secret but for scheme and prefix`(raw: String, expected: String) {
    #expect(SecretShapes.mask(raw) == expected)
  }

  @Test(arguments: [
    "Authorization", "proxy-authorization", "Cookie", "Set-Cookie", "x-api-key", "api-key",
    "X-Goog-Api-Key", "x-csrf-token", "X-Amz-Security-Token", "client-secret", "statsig-api-key",
    "x-sentry-auth", "apiKey", "APIKey", "apikey", "accessToken", "refresh_token", "password",
    "private_key", "Ocp-Apim-Subscription-Key", "token",
  ])
  func `knows the names of fields that hold secrets`(name: String) {
    #expect(SecretShapes.isSecretFieldName(name))
  }

  @Test(arguments: [
    "sec-websocket-key", "max_tokens", "input_tokens", "page_token", "token_count", "author",
    "prompt_cache_key", "idempotency-key", "has_cookie", "key", "authority", "secretary", "",
    "x-stainless-retry-count", "public_key", "anthropic-organization-id",
  ])
  func `takes no harmless name for a secret's`(name: String) {
    #expect(!SecretShapes.isSecretFieldName(name))
  }

  @Test(arguments: [
    "key", "sig", "X-Amz-Signature", "api_key", "access_token", "password", "token",
  ])
  func `knows more names in a query`(name: String) {
    #expect(SecretShapes.isSecretQueryName(name))
  }

  @Test(arguments: ["beta", "signal", "monkey", "cursor", "v"])
  func `leaves other parameters alone`(name: String) {
    #expect(!SecretShapes.isSecretQueryName(name))
  }

  /// A scan that went back on itself would take hours for this.
  @Test(arguments: ["eyJ", "eyJaaaaaaaa.", "://", "sk-", "SG.", "Bearer ", "a:", "-eyJ", "\\u00"])
  func `takes linear time for text made of beginnings`(piece: String) {
    let long = String(repeating: piece, count: 300_000)
    let redacted = SecretShapes.redacted(long) ?? long
    #expect(redacted.utf8.count <= long.utf8.count + 64)
  }
}
