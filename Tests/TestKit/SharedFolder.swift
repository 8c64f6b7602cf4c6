public import Foundation

/// Places that tests read from.
public enum Place {
  /// The package's root folder.
  public static let root: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of shared captures beside the package; tests that need it are skipped without it.
  public static let shared: URL = root.deletingLastPathComponent().appending(path: "shared")

  public static var hasShared: Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: "captures").path)
  }

  /// The bytes of a file below the package's root.
  public static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: root.appending(path: path)))
  }

  /// The bytes of a file below the shared folder.
  public static func sharedBytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: shared.appending(path: path)))
  }
}
