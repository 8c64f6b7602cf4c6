import Foundation

/// What is worked on.
extension MachineFacts {
  func tellWorkspace(_ list: inout FactList) {
    list.add("workspace.path", workingFolder)
    if let shown = variable("PWD"), shown.hasPrefix("/") { list.add("workspace.path", shown) }
    let repository = gitRepository()
    if let repository { list.add("workspace.path", repository.top) }
    list.add("workspace.project_name", Self.lastPart(repository?.top ?? workingFolder))
    for name in ["TMPDIR", "TMP", "TEMP"] where variable(name) != "/tmp" {
      list.add("workspace.temp_path", variable(name))
    }
    guard let repository else { return }
    list.add("workspace.vcs", "git")
    var settings = GitSettings()
    settings.read(files.text(repository.common + "/config") ?? "")
    for url in settings.values(section: "remote", key: "url") {
      list.add("workspace.repository", Self.withoutSecret(url))
    }
    guard let head = files.line(repository.folder + "/HEAD") else { return }
    guard head.hasPrefix("ref: ") else {
      list.add("workspace.commit", head)
      return
    }
    let reference = String(head.dropFirst("ref: ".count))
    if reference.hasPrefix("refs/heads/") {
      list.add("workspace.branch", String(reference.dropFirst("refs/heads/".count)))
    }
    list.add("workspace.commit", commit(of: reference, in: repository))
  }

  /// Settings of the repository, of the user and of the machine.
  func gitSettings() -> GitSettings {
    var settings = GitSettings()
    var paths: [String] = []
    if let repository = gitRepository() { paths.append(repository.common + "/config") }
    let configuration = variable("XDG_CONFIG_HOME") ?? home + "/.config"
    paths += [home + "/.gitconfig", configuration + "/git/config", "/etc/gitconfig"]
    for path in paths { settings.read(files.text(path) ?? "") }
    return settings
  }

  private struct Repository {
    /// The working tree.
    var top: String
    /// Where its HEAD is, and where what all working trees share is (gitrepository-layout(5)).
    var folder: String
    var common: String
  }

  private func gitRepository() -> Repository? {
    var top = workingFolder
    for _ in 0..<64 {
      let entry = (top == "/" ? "" : top) + "/.git"
      if files.exists(entry + "/HEAD") {
        return Repository(top: top, folder: entry, common: entry)
      }
      if let line = files.line(entry), line.hasPrefix("gitdir: ") {
        let folder = Self.path(String(line.dropFirst("gitdir: ".count)), from: top)
        let common = files.line(folder + "/commondir").map { Self.path($0, from: folder) }
        return Repository(top: top, folder: folder, common: common ?? folder)
      }
      guard let slash = top.lastIndex(of: "/"), top != "/" else { return nil }
      top = slash == top.startIndex ? "/" : String(top[..<slash])
    }
    return nil
  }

  private func commit(of reference: String, in repository: Repository) -> String? {
    if let id = files.line(repository.common + "/" + reference) { return id }
    for line in (files.text(repository.common + "/packed-refs") ?? "").split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, words[1] == reference { return String(words[0]) }
    }
    return nil
  }

  private static func path(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func lastPart(_ path: String) -> String? {
    path.split(separator: "/").last.map(String.init)
  }

  /// A remote without the password or token that some carry.
  private static func withoutSecret(_ url: String) -> String {
    guard let scheme = url.range(of: "://"), scheme.lowerBound != url.startIndex else { return url }
    let rest = url[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@"), authority[..<at] != "git" else { return url }
    return String(url[..<scheme.upperBound]) + String(rest[rest.index(after: at)...])
  }
}
