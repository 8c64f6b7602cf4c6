import Foundation

/// The files of a machine, read only, as far as facts about it stand in them.
package struct MachineFiles {
  private static let sizeLimit = 4 << 20

  /// Put before every path; empty for the machine itself.
  private let root: String

  package init(root: String = "") {
    self.root = root
  }

  /// The text of a file; nil when it cannot be read, is no plain file, or is too large to be what it should be.
  func text(_ path: String) -> String? {
    let full = root + path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue,
      let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(full)),
      attributes[.type] as? FileAttributeType == .typeRegular,
      (attributes[.size] as? Int ?? 0) <= Self.sizeLimit,
      let bytes = FileManager.default.contents(atPath: full)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first line of a file without white space around it; nil when there is none.
  func line(_ path: String) -> String? {
    guard let text = text(path) else { return nil }
    let line = text.prefix { $0 != "\n" }.trimmingCharacters(in: .whitespaces)
    return line.isEmpty ? nil : line
  }

  /// Names in a folder, sorted.
  func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root + path)) ?? []).sorted()
  }

  /// Where a symbolic link leads, as it is written.
  func link(_ path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: root + path)
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + path) }

  private func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// `KEY=value` lines of a file, quotes taken off (os-release(5), locale.conf(5)).
  func assignments(_ path: String) -> [String: String] {
    var values: [String: String] = [:]
    for line in (text(path) ?? "").split(separator: "\n") {
      let line = line.trimmingCharacters(in: .whitespaces)
      guard !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { continue }
      let name = line[..<equals].trimmingCharacters(in: .whitespaces)
      values[name] = Self.unquoted(
        line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces))
    }
    return values
  }

  static func unquoted(_ text: String) -> String {
    guard let first = text.first, first == "\"" || first == "'", text.count >= 2, text.last == first
    else { return text }
    return String(text.dropFirst().dropLast())
  }
}
