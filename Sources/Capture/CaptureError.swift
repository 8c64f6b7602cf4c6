/// Why a capture could not be opened or read at all. Damage inside one is not an error but a note.
public struct CaptureError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: Sendable, Hashable {
    /// The file or interface does not exist or may not be opened.
    case cannotOpen
    /// The bytes are no capture.
    case notACapture
    case permissionDenied
    case readFailed
    /// A filter expression that does not compile.
    case badFilter
  }

  public var code: Code
  /// What, where, and what to do, in one line.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
