/// A signal's path, taken apart.
///
/// `name` or `$.a.b` steps into members, `[*]` into list items, `.*` into any member, a leading `$..`
/// to any depth, `['odd name']` into a member whose name is no plain word, `[key=NAME]` into the value of the list
/// item that names itself so (OTLP and other lists of pairs), and `/` into a decoded value. `$..~os_version|os_build` is
/// either name in any spelling (`osVersion`, `$os_version`, `os.version`, `OS-Version`) or split over a member and its
/// parent (`{"os": {"version": …}}`), in bodies, queries and headers.
struct PlacePath: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case member(String)
    /// One of several names, in any spelling; see ``Spelling``.
    case spelled([String])
    case anyMember
    case item
    case named(String)
    case decoded
  }

  var steps: [Step] = []
  /// Whether the first step may stand at any depth.
  var floats = false

  /// Reads a path; nil when it is malformed.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    var at = 0
    if bytes.starts(with: Array("$..".utf8)) {
      floats = true
      at = 3
      guard readName(bytes, &at) else { return nil }
    } else if bytes.first == UInt8(ascii: "$") {
      at = 1
    } else if !bytes.isEmpty {
      guard readName(bytes, &at) else { return nil }
    }
    while at < bytes.count {
      guard readStep(bytes, &at) else { return nil }
    }
  }

  private mutating func readStep(_ bytes: [UInt8], _ at: inout Int) -> Bool {
    switch bytes[at] {
    case UInt8(ascii: "."):
      at += 1
      return readName(bytes, &at)
    case UInt8(ascii: "["):
      guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "]")) else { return false }
      let inner = Array(bytes[(at + 1)..<end])
      at = end + 1
      if inner == [UInt8(ascii: "*")] {
        steps.append(.item)
      } else if inner.starts(with: Array("key=".utf8)) {
        steps.append(.named(String(decoding: inner.dropFirst(4), as: UTF8.self)))
      } else if inner.count >= 2, inner.first == UInt8(ascii: "'"), inner.last == inner.first {
        steps.append(.member(String(decoding: inner.dropFirst().dropLast(), as: UTF8.self)))
      } else {
        return false
      }
      return true
    case UInt8(ascii: "/"):
      steps.append(.decoded)
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "$") { at += 1 }
      return true
    default:
      return false
    }
  }

  private mutating func readName(_ bytes: [UInt8], _ at: inout Int) -> Bool {
    let start = at
    while at < bytes.count, !Self.endsName(bytes[at]) { at += 1 }
    guard at > start else { return false }
    let name = bytes[start..<at]
    if name.first == UInt8(ascii: "~") {
      guard floats, steps.isEmpty, at == bytes.count else { return false }
      let spellings = name.dropFirst().split(separator: UInt8(ascii: "|"))
      steps.append(.spelled(spellings.map { String(decoding: $0, as: UTF8.self) }))
      return true
    }
    steps.append(
      name.count == 1 && name.first == UInt8(ascii: "*")
        ? .anyMember : .member(String(decoding: name, as: UTF8.self)))
    return true
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "/")
  }
}
