import Foundation

/// What work is done with.
extension MachineFacts {
  func tellToolchain(_ list: inout FactList) {
    list.add("toolchain.shell", variable("SHELL"))
    list.add("toolchain.terminal", variable("TERM"))
    if let program = variable("TERM_PROGRAM") {
      list.add("toolchain.terminal", program)
      list.add("toolchain.terminal", variable("TERM_PROGRAM_VERSION").map { program + " " + $0 })
    }
    for name in ["VISUAL", "EDITOR"] { list.add("toolchain.editor", variable(name)) }
    for folder in (variable("PATH") ?? "").split(separator: ":").map(String.init)
    where folder.hasPrefix("/") {
      list.add("toolchain.runtime", python(folder))
      list.add("toolchain.runtime", node(folder))
      list.add("toolchain.runtime", go(folder))
    }
    if let folder = variable("JAVA_HOME") {
      let version = files.assignments(folder + "/release")["JAVA_VERSION"]
      list.add("toolchain.runtime", version.map { "Java " + $0 })
    }
    list.add(
      "toolchain.runtime", files.assignments(home + "/.rustup/settings.toml")["default_toolchain"])
    for name in [".node-version", ".nvmrc", ".python-version", ".ruby-version", "rust-toolchain"] {
      if let version = files.line(workingFolder + "/" + name), version.first?.isNumber == true {
        list.add("toolchain.runtime", version)
      }
    }
  }

  /// `python3` is a link to the interpreter of a version.
  private func python(_ folder: String) -> String? {
    guard
      let target = files.link(folder + "/python3")?.split(separator: "/").last,
      target.hasPrefix("python3.")
    else { return nil }
    return "Python " + target.dropFirst("python".count)
  }

  /// Node ships its version as a header file beside its binary.
  private func node(_ folder: String) -> String? {
    guard files.exists(folder + "/node"),
      let header = files.text(folder + "/../include/node/node_version.h")
    else { return nil }
    var numbers: [String] = []
    for part in ["MAJOR", "MINOR", "PATCH"] {
      for line in header.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count == 3, words[1] == "NODE_\(part)_VERSION" else { continue }
        numbers.append(String(words[2]))
        break
      }
    }
    return numbers.count == 3 ? "Node.js " + numbers.joined(separator: ".") : nil
  }

  /// A Go distribution has a file `VERSION` above its binaries.
  private func go(_ folder: String) -> String? {
    guard files.exists(folder + "/go"), let line = files.line(folder + "/../VERSION"),
      line.hasPrefix("go")
    else { return nil }
    return line
  }
}
