import ArgumentParser

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where results go: stdout, or a file that appears under its name only once it is whole.
final class OutputFile {
  private let path: String?
  private let partial: String
  private var descriptor: Int32 = 1
  private var buffer: [UInt8] = []
  private static let bufferSize = 256 << 10

  /// - Parameters:
  ///   - path: nil or `-` for stdout.
  ///   - mode: who may read and write the file.
  init(_ path: String?, mode: mode_t = 0o644) throws {
    self.path = path == "-" ? nil : path
    partial = (path ?? "") + ".partial-\(getpid())"
    guard self.path != nil else { return }
    descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Self.cannotCreate(path ?? "") }
  }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Hands over what is buffered.
  func flush() throws {
    guard Console.writeAll(buffer, to: descriptor) else {
      let reason = String(cString: strerror(errno)).lowercased()
      Console.complain("\(path ?? "standard output"): cannot write: \(reason)")
      discard()
      throw Exit.inputOutput
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes the rest and gives the file its name.
  func finish() throws {
    try flush()
    guard let path else { return }
    guard close(descriptor) == 0, rename(partial, path) == 0 else {
      discard()
      throw Self.cannotCreate(path)
    }
  }

  private func discard() {
    if path != nil { unlink(partial) }
  }

  private static func cannotCreate(_ path: String) -> ExitCode {
    let reason = String(cString: strerror(errno)).lowercased()
    Console.complain("\(path): cannot create: \(reason)")
    return Exit.cannotCreate
  }
}
