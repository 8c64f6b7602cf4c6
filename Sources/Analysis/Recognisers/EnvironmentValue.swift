import Model

/// Reads the value that stands behind a label of an environment block.
enum EnvironmentValue {
  struct Reading {
    var isStrong: Bool
    var findings: [Finding]
  }

  static func read(_ fact: EnvironmentFact, _ value: String) -> Reading? {
    switch fact {
    case .directory:
      guard let path = absolutePath(value) else { return nil }
      return one("workspace.path", path, strong: true)
    case .home:
      guard let path = absolutePath(value) else { return nil }
      return one("identity.home_path", path, strong: true)
    case .platform:
      return platform(value)
    case .osVersion:
      guard value.utf8.count <= 120, isSystem(value) || value.first?.isNumber == true else {
        return nil
      }
      return one("machine.os_version", value, strong: false)
    case .kernel:
      guard value.first(where: \.isNumber) != nil, value.utf8.count <= 120 else { return nil }
      return one("machine.kernel", value, strong: false)
    case .architecture:
      guard isArchitecture(value) else { return nil }
      return one("machine.architecture", value, strong: false)
    case .shell:
      return shell(value)
    case .date:
      return date(value)
    case .zone:
      guard TimeZoneName.isName(firstWord(value)) else { return nil }
      return one("place.timezone", firstWord(value), strong: true)
    case .locale:
      guard isLanguage(value) else { return nil }
      return one("place.locale", value, strong: false)
    case .branch:
      let name = firstWord(value)
      guard !name.isEmpty, name.utf8.count <= 200 else { return nil }
      return one("workspace.branch", name, strong: false)
    case .person:
      guard value.utf8.count <= 100 else { return nil }
      return one("identity.person_name", value, strong: false)
    case .user:
      guard value.utf8.count <= 64, !value.contains(" ") else { return nil }
      return one("identity.username", value, strong: false)
    case .host:
      guard value.utf8.count <= 255, !value.contains(" ") else { return nil }
      return one("machine.hostname", value, strong: false)
    case .isRepository:
      guard ["true", "false", "yes", "no", "git"].contains(value.lowercased()) else { return nil }
      return one("workspace.vcs", value, strong: false)
    case .repositoryRoot:
      guard let path = absolutePath(value) else { return nil }
      return Reading(
        isStrong: true, findings: [finding("workspace.vcs", path), finding("workspace.path", path)])
    case .commits:
      return commits(value)
    case .status:
      guard value.utf8.count <= 2000 else { return nil }
      return one("workspace.status", value, strong: false)
    case .toolVersion:
      guard value.first?.isNumber == true, value.utf8.count <= 40 else { return nil }
      return one("toolchain.tool_version", firstWord(value), strong: false)
    case .terminal:
      guard value.utf8.count <= 64 else { return nil }
      return one("toolchain.terminal", value, strong: false)
    }
  }

  private static func finding(_ attribute: String, _ value: String) -> Finding {
    Finding(attribute, Array(value.utf8), source: EnvironmentBlock.id, confidence: 0.9)
  }

  private static func one(_ attribute: String, _ value: String, strong: Bool) -> Reading {
    Reading(isStrong: strong, findings: [finding(attribute, value)])
  }

  private static func firstWord(_ value: String) -> String {
    String(value.prefix { !$0.isWhitespace && $0 != "," && $0 != "(" })
  }

  /// A path from the root of a file system; placeholders do not count.
  private static func absolutePath(_ value: String) -> String? {
    let path = value.prefix { $0 != "\n" && $0 != "'" && $0 != "\"" && $0 != ";" }
    guard path.utf8.count >= 2, path.utf8.count <= 400, !path.contains("<"), !path.contains("{"),
      !path.contains("$"), !path.contains("...")
    else { return nil }
    let bytes = Array(path.utf8)
    let isUnix = bytes[0] == UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "/")
    let isShare = bytes[0] == UInt8(ascii: "\\") && bytes[1] == UInt8(ascii: "\\")
    let isDrive =
      bytes.count >= 3 && bytes[0].isLetter && bytes[1] == UInt8(ascii: ":")
      && (bytes[2] == UInt8(ascii: "\\") || bytes[2] == UInt8(ascii: "/"))
    guard isUnix || isShare || isDrive else { return nil }
    for placeholder in ["/path/to", "/absolute/path", "/your/", "/foo/bar"]
    where path.hasPrefix(placeholder) {
      return nil
    }
    return String(path).trimmed
  }

  private static func platform(_ value: String) -> Reading? {
    guard value.utf8.count <= 160, isSystem(value) else { return nil }
    var findings = [finding("machine.os", value)]
    for word in value.split(whereSeparator: { " -;()_,".contains($0) })
    where word == "aarch64" || word == "arm64" || word == "amd64" {
      findings.append(finding("machine.architecture", String(word)))
    }
    if value.contains("x86_64") { findings.append(finding("machine.architecture", "x86_64")) }
    return Reading(isStrong: false, findings: findings)
  }

  static func isSystem(_ value: String) -> Bool {
    let lower = value.lowercased()
    return EnvironmentTable.systems.contains { lower.hasPrefix($0) }
  }

  static func isArchitecture(_ value: String) -> Bool {
    [
      "x86_64", "x64", "amd64", "aarch64", "arm64", "arm", "i686", "x86", "riscv64", "ppc64le",
      "s390x",
    ]
    .contains(value.lowercased())
  }

  private static func shell(_ value: String) -> Reading? {
    var path = Substring(value)
    if let equals = path.firstIndex(of: "=") { path = path[path.index(after: equals)...] }
    let word = path.prefix { !$0.isWhitespace && $0 != "," && $0 != ";" }
    let name = word.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    guard EnvironmentTable.shells.contains(name.lowercased()) else { return nil }
    return one("toolchain.shell", String(word), strong: false)
  }

  private static func date(_ value: String) -> Reading? {
    let bytes = Array(value.utf8)
    guard bytes.count >= 8, bytes.count <= 80 else { return nil }
    let isISO =
      bytes.count >= 10 && bytes[0..<4].allSatisfy(\.isDigit) && !bytes[4].isWord
      && bytes[5].isDigit && bytes[6].isDigit && bytes[7] == bytes[4] && bytes[8].isDigit
      && bytes[9].isDigit
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let lower = value.lowercased()
    let isSpelled = months.contains { lower.contains($0) } && value.contains("20")
    let isSlashed = bytes[0].isDigit && bytes.filter { $0 == UInt8(ascii: "/") }.count == 2
    guard isISO || isSpelled || isSlashed else { return nil }
    if isISO, bytes.contains(UInt8(ascii: "Z")) { return nil }
    return one("place.local_time", value, strong: isISO)
  }

  private static func isLanguage(_ value: String) -> Bool {
    let names: Set<String> = [
      "english", "german", "french", "spanish", "portuguese", "italian", "chinese", "japanese",
      "korean", "russian", "polish", "dutch", "turkish", "arabic", "hindi", "czech", "swedish",
      "danish", "finnish", "norwegian", "greek", "hebrew", "ukrainian", "vietnamese", "thai",
      "indonesian", "hungarian", "romanian",
    ]
    return names.contains(value.lowercased()) || isTag(value)
  }

  /// A language tag with its region: `en-US`, `pt_PT.UTF-8`.
  static func isTag(_ value: String) -> Bool {
    let tag = value.prefix { $0 != "." && $0 != "@" }
    let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard parts.count >= 2, parts.count <= 3 else { return false }
    return (2...3).contains(parts[0].utf8.count)
      && parts[0].utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7a }
      && parts.dropFirst().allSatisfy {
        (2...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isWord)
      }
  }

  private static func commits(_ value: String) -> Reading? {
    var findings: [Finding] = []
    for line in value.split(separator: "\n").prefix(20) {
      let hash = line.drop { $0 == " " || $0 == "-" || $0 == "*" }.prefix { $0 != " " }
      guard (7...40).contains(hash.utf8.count), hash.utf8.allSatisfy(\.isHex) else { continue }
      findings.append(finding("workspace.commit", String(hash)))
    }
    guard !findings.isEmpty else { return nil }
    findings.append(finding("workspace.status", "Recent commits:\n" + value.prefix(400)))
    return Reading(isStrong: true, findings: findings)
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
