import Foundation

/// Where the machine and its user are.
extension MachineFacts {
  func tellPlace(_ list: inout FactList) {
    list.add("place.timezone", timeZone())
    for name in ["LC_ALL", "LC_MESSAGES", "LC_TIME", "LANG", "LANGUAGE"] {
      for locale in (variable(name) ?? "").split(separator: ":") { addLocale(locale, &list) }
    }
    for path in ["/etc/locale.conf", "/etc/default/locale"] {
      let values = files.assignments(path)
      for name in ["LC_ALL", "LANG"] { addLocale(Substring(values[name] ?? ""), &list) }
    }
  }

  private func addLocale(_ locale: Substring, _ list: inout FactList) {
    let plain = locale.prefix { $0 != "." && $0 != "@" }
    guard plain != "C", plain != "POSIX" else { return }
    list.add("place.locale", String(plain))
  }

  /// From `TZ`, else from the system's setting: a link into the zone database, or the zone's name.
  private func timeZone() -> String? {
    if let zone = variable("TZ")?.drop(while: { $0 == ":" }), !zone.isEmpty {
      return Self.zone(inPath: String(zone)) ?? String(zone)
    }
    if let target = files.link("/etc/localtime"), let zone = Self.zone(inPath: target) {
      return zone
    }
    return files.line("/etc/timezone")
  }

  private static func zone(inPath path: String) -> String? {
    path.range(of: "zoneinfo/").map { String(path[$0.upperBound...]) }
  }
}
