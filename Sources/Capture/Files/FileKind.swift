#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path names.
public enum FileKind {
  public static func isRegular(_ path: String) -> Bool { mode(path) == S_IFREG }

  /// Whether the path names a pipe, a socket or a device, whose bytes come once.
  public static func isPipe(_ path: String) -> Bool {
    mode(path).map { [S_IFIFO, S_IFSOCK, S_IFCHR].contains($0) } ?? false
  }

  public static func isDirectory(_ path: String) -> Bool { mode(path) == S_IFDIR }

  /// Names in a directory, sorted by bytes; nil when it cannot be read.
  public static func names(in directory: String) -> [String]? {
    guard let handle = opendir(directory) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func mode(_ path: String) -> mode_t? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    return information.st_mode & S_IFMT
  }
}
