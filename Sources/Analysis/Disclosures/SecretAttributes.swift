/// Attributes whose values let somebody in.
enum SecretAttributes {
  static func contains(_ attribute: String) -> Bool { all.contains(attribute) }

  private static let all: Set<String> = [
    "account.api_key", "account.token", "account.cookie", "network.proxy_credentials",
  ]
}
