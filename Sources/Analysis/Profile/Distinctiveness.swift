import Model

/// How far a value may be looked for (docs/Profile.md states the rule).
enum Reach: Int, Comparable, Sendable {
  /// Too short or too common to be found by itself: it only supports what another basis found.
  case supporting
  /// Only where it is the whole value of a field.
  case field
  /// Anywhere, at the borders of words, and in every encoding.
  case anywhere

  static func < (a: Reach, b: Reach) -> Bool { a.rawValue < b.rawValue }
}

/// Decides whether a value is so rare that finding it is no accident.
enum Distinctiveness {
  /// Shortest value that may be found anywhere, by what it is made of.
  private static let letters = 6, mixed = 5, digits = 8
  /// Shortest value of an attribute that millions share.
  private static let coarse = 20

  /// - Parameter sensitivity: of the attribute, 1 to 5.
  static func reach(of value: [UInt8], sensitivity: Int) -> Reach {
    guard value.count >= 3, !isCommon(value) else { return .supporting }
    let kinds = Kinds(value)
    if kinds.isDigits, value.count < digits { return .supporting }
    guard sensitivity >= 3 else {
      return value.count >= coarse && kinds.isMixed ? .anywhere : .supporting
    }
    let least = kinds.isMixed ? mixed : kinds.isDigits ? digits : letters
    return value.count >= least ? .anywhere : .field
  }

  /// Whether letter case may be ignored: a plain word of prose in capitals is not the user's name.
  static func foldsCase(_ value: [UInt8]) -> Bool { Kinds(value).isMixed }

  private struct Kinds {
    var hasLetters = false, hasDigits = false, hasOthers = false

    init(_ value: [UInt8]) {
      for byte in value {
        switch byte {
        case 0x30...0x39: hasDigits = true
        case 0x41...0x5a, 0x61...0x7a, 0x80...: hasLetters = true
        default: hasOthers = true
        }
      }
    }

    var isMixed: Bool { [hasLetters, hasDigits, hasOthers].filter { $0 }.count > 1 }
    var isDigits: Bool { hasDigits && !hasLetters && !hasOthers }
  }

  /// Default names, and paths that end in one.
  private static func isCommon(_ value: [UInt8]) -> Bool {
    let text = String(decoding: value, as: UTF8.self).lowercased()
    if common.contains(text) { return true }
    let parts = text.split { $0 == "/" || $0 == "\\" }
    guard let last = parts.last, parts.count <= 2, parts.count > 1 || text.hasPrefix("/") else {
      return false
    }
    return homes.contains(String(parts[0])) && common.contains(String(last)) || parts.count == 1
  }

  private static let homes: Set<String> = [
    "home", "users", "root", "c:", "mnt", "workspaces", "var",
  ]

  private static let common: Set<String> = Set(
    """
    root admin administrator user users username ubuntu debian fedora centos alpine arch rocky suse
    oracle ec2-user azureuser pi vagrant docker podman runner runneradmin codespace vscode node nodejs
    python ruby golang java jenkins gitlab github git svn build builder ci deploy dev devel develop
    developer development test tests tester testing guest nobody demo example sample default home work
    workspace workspaces project projects repo repos repository code source sources src app apps api
    backend frontend client server service services web website site main master trunk release stable
    staging stage production prod feature bugfix hotfix head origin upstream localhost localdomain
    local lan internal intranet corp home.arpa localhost.localdomain raspberrypi kali macbook
    macbook-pro macbook-air imac mac macos darwin linux gnu windows win32 win64 freebsd android ios
    desktop laptop pc host hostname computer machine container sandbox vm wsl x86_64 amd64 x64 arm64
    aarch64 i686 bash zsh fish sh dash powershell cmd xterm xterm-256color screen tmux vim nvim emacs
    nano code-insiders cursor unknown none null true false yes no test-user testuser model claude codex
    gemini copilot openai anthropic google microsoft assistant agent agents chat prompt system utc gmt
    etc/utc posix c.utf-8 en_us en-us en_us.utf-8 en_us.utf8 en_gb en-gb 127.0.0.1 127.0.1.1 0.0.0.0
    ::1 10.0.0.1 10.0.2.15 172.17.0.1 172.17.0.2 192.168.0.1 192.168.1.1 192.168.1.2 8.8.8.8 1.1.1.1
    00:00:00:00:00:00 ff:ff:ff:ff:ff:ff 000000000000 ffffffffffff origin/main origin/master
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
