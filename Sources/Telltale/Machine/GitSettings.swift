import Foundation

/// Settings out of git's configuration files (git-config(1)), the most particular file first.
struct GitSettings {
  private struct Setting {
    var section: String
    var subsection: String
    var key: String
    var value: String
  }

  private var settings: [Setting] = []

  /// The values of a key in files read so far, in order.
  func values(section: String, key: String) -> [String] {
    settings.filter { $0.section == section && $0.key == key }.map(\.value)
  }

  mutating func read(_ text: String) {
    var section = ""
    var subsection = ""
    for line in text.split(separator: "\n") {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        let head = line[line.index(after: line.startIndex)..<end]
        let name = head.prefix { $0 != " " && $0 != "." }
        section = name.lowercased()
        subsection = MachineFiles.unquoted(
          head.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces))
        continue
      }
      guard !line.hasPrefix("#"), !line.hasPrefix(";"), let equals = line.firstIndex(of: "=") else {
        continue
      }
      settings.append(
        Setting(
          section: section, subsection: subsection,
          key: line[..<equals].trimmingCharacters(in: .whitespaces).lowercased(),
          value: Self.value(line[line.index(after: equals)...])))
    }
  }

  /// A value without its comment and quotes.
  private static func value(_ text: Substring) -> String {
    var output = ""
    var isQuoted = false
    var isEscaped = false
    for character in text.trimmingCharacters(in: .whitespaces) {
      if isEscaped {
        output.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "#" || character == ";" {
        break
      } else {
        output.append(character)
      }
    }
    return output.trimmingCharacters(in: .whitespaces)
  }
}
