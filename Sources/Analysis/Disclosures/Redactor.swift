import Crypto
import Model

/// Decides what of a value is shown.
struct Redactor {
  private let policy: Redaction
  private let key: SymmetricKey?
  private var placeholders: [String: String] = [:]
  private var counters: [String: Int] = [:]

  init(policy: Redaction, digestKey: [UInt8]?) {
    self.policy = policy
    key = digestKey.map { SymmetricKey(data: $0) }
  }

  /// Beginnings of keys that name their issuer and are no secret.
  private static let prefixes = [
    "sk-ant-oat01-", "sk-ant-api03-", "sk-ant-", "sk-proj-", "sk-or-v1-", "sk-or-", "sk-lf-", "sk-",
    "pk-lf-", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "AIza", "ya29.",
    "eyJ",
    "xai-", "gsk_", "hf_", "phc_", "phx_", "secret-", "client-", "xoxb-", "xoxp-", "AKIA", "nvapi-",
    "pplx-", "r8_", "fw_", "tvly-", "org-", "tid=",
  ]

  /// A secret with its recognisable beginning and nothing else.
  static func mask(_ value: String) -> String {
    let prefix = prefixes.first { value.hasPrefix($0) && value.utf8.count >= $0.utf8.count + 4 }
    return (prefix ?? "") + "…[redacted]"
  }

  /// The value as it may be shown, and whether something was taken away.
  mutating func show(
    _ value: String, attribute: String, sensitivity: Int, isSecret: Bool
  ) -> (text: String, isRedacted: Bool) {
    switch policy {
    case .none:
      return (value, false)
    case .secrets:
      if isSecret { return (Self.mask(value), true) }
      // Commands and code hold secrets of their own.
      guard attribute.hasPrefix("workspace."), let clear = WrittenSecrets.masked(value) else {
        return (value, false)
      }
      return (clear, true)
    case .values:
      guard isSecret || sensitivity >= 3 else { return (value, false) }
      let known = attribute + "\u{0}" + value
      if let placeholder = placeholders[known] { return (placeholder, true) }
      let number = (counters[attribute] ?? 0) + 1
      counters[attribute] = number
      let placeholder = "<\(attribute)#\(number)>"
      placeholders[known] = placeholder
      return (placeholder, true)
    }
  }

  /// Gives a value a placeholder that it keeps, under ``Redaction/values``.
  mutating func hide(_ value: String, as attribute: String) {
    _ = show(value, attribute: attribute, sensitivity: 5, isSecret: true)
  }

  /// What was replaced, longest first.
  var replacements: [(value: String, placeholder: String)] {
    placeholders.compactMap { known, placeholder in
      known.split(separator: "\u{0}", maxSplits: 1).last.map { (String($0), placeholder) }
    }
    .sorted {
      ($1.value.utf8.count, $0.value, $0.placeholder)
        < ($0.value.utf8.count, $1.value, $1.placeholder)
    }
  }

  /// HMAC-SHA-256 of a value under the user's key, in hex; nil without a key.
  func digest(_ value: [UInt8]) -> String? {
    guard let key else { return nil }
    var mac = HMAC<SHA256>(key: key)
    mac.update(data: value)
    return mac.finalize().map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}
