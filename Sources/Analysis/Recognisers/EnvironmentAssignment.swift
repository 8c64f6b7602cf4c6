import Model

/// Assignments of environment variables in texts: `LANG=pt_PT.UTF-8`, `export OPENAI_API_KEY=sk-…`.
///
/// Two kinds count: variables of every system whose values have a shape of their own, and variables named
/// as keys whose values look like keys. `FOO=bar` in an example says nothing.
enum EnvironmentAssignment {
  static let id = "recogniser.environment-assignment"

  private static let paths: Set<String> = [
    "HOME", "PWD", "OLDPWD", "SHELL", "PATH", "VIRTUAL_ENV", "CONDA_PREFIX", "GOPATH", "JAVA_HOME",
    "USERPROFILE", "APPDATA", "TMPDIR", "SSH_AUTH_SOCK", "XDG_RUNTIME_DIR", "PYTHONPATH", "NVM_DIR",
  ]
  private static let names: Set<String> = [
    "USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME",
  ]
  private static let locales: Set<String> = ["LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE"]
  private static let proxies: Set<String> = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"]
  private static let placeholders: Set<String> = ["user", "username", "root", "me", "you", "name"]

  static func inspect(_ text: Span<UInt8>, equals: Int, _ sink: inout FindingSink) {
    let start = text.start(before: equals, limit: 48) {
      ($0 >= 0x41 && $0 <= 0x5a) || $0.isDigit || $0 == UInt8(ascii: "_")
    }
    guard equals - start >= 2, text[start] >= 0x41,
      text.byte(start - 1).map({ !$0.isWord && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "$") })
        ?? true
    else { return }
    var from = equals + 1
    if let quote = text.byte(from), quote == 0x22 || quote == 0x27 { from += 1 }
    let end = text.end(from: from, limit: 512) {
      $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: ";")
    }
    guard end > from, text[from] != UInt8(ascii: "$"), text[from] != UInt8(ascii: "<") else {
      return
    }
    let name = text.text(start..<equals)
    let value = text.text(from..<end)
    guard let isSecret = kind(name, value) else { return }
    sink.add(
      Finding(
        "workspace.environment_variable", text.copy(start..<end), source: id, confidence: 0.8,
        isSecret: isSecret))
  }

  /// Whether the assignment is a secret's; nil when it tells nothing.
  private static func kind(_ name: String, _ value: String) -> Bool? {
    if paths.contains(name) {
      let isPath = value.hasPrefix("/") || value.dropFirst().hasPrefix(":\\")
      return isPath && value.utf8.count >= 5 && !value.contains("/path/to") ? false : nil
    }
    if names.contains(name) {
      return value.utf8.allSatisfy { $0.isWord || $0 == 0x2d || $0 == 0x2e }
        && !placeholders.contains(value.lowercased()) ? false : nil
    }
    if locales.contains(name) { return EnvironmentValue.isTag(value) ? false : nil }
    if name == "TZ" { return TimeZoneName.isName(value) ? false : nil }
    if proxies.contains(name) { return value.contains("://") ? false : nil }
    guard ["_KEY", "_TOKEN", "_SECRET", "_PASSWORD"].contains(where: { name.hasSuffix($0) }) else {
      return nil
    }
    let digits = value.utf8.filter(\.isDigit).count
    let letters = value.utf8.filter(\.isLetter).count
    return value.utf8.count >= 16 && digits >= 3 && letters >= 3 ? true : nil
  }
}
