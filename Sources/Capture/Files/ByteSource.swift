import Crypto

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the bytes of a capture come from: a file or pipe, perhaps through a decompressor.
protocol ByteSource {
  /// Appends up to `count` bytes; returns how many, and zero at the end.
  mutating func read(_ count: Int, into bytes: inout [UInt8]) throws(CaptureError) -> Int

  /// SHA-256, in hex, of everything that lies on disk or came through the pipe. Reads on to the end
  /// if it has to.
  mutating func digest() throws(CaptureError) -> String
}

/// A file, a pipe or standard input, read with read(2): it works on all of them, and a file that is cut
/// short meanwhile is an end, not a fault.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let path: String
  private var hasher = SHA256()
  private var isAtEnd = false
  /// Whether bytes go into the digest as they are read.
  var isHashing = true

  init(path: String) throws(CaptureError) {
    self.path = path
    if path == "-" {
      descriptor = 0
      ownsDescriptor = false
      return
    }
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      let reason = String(cString: strerror(errno))
      throw CaptureError(
        .cannotOpen,
        "\(path): \(reason.lowercased()); name a readable capture file, or - for a pipe")
    }
    descriptor = opened
    ownsDescriptor = true
  }

  deinit {
    if ownsDescriptor { closeDescriptor(descriptor) }
  }

  func read(_ count: Int, into bytes: inout [UInt8]) throws(CaptureError) -> Int {
    guard !isAtEnd else { return 0 }
    let start = bytes.count
    var got = 0
    var failure: Int32 = 0
    bytes.append(addingCapacity: count) { span in
      span.withUnsafeMutableBufferPointer { buffer, initialized in
        while true {
          got = systemRead(descriptor, buffer.baseAddress, count)
          if got >= 0 || errno != EINTR { break }
        }
        if got < 0 { failure = errno }
        initialized += max(got, 0)
      }
    }
    guard got >= 0 else {
      throw CaptureError(.readFailed, "\(path): \(String(cString: strerror(failure)).lowercased())")
    }
    if got == 0 {
      isAtEnd = true
    } else if isHashing {
      bytes.withUnsafeBytes { hasher.update(bufferPointer: .init(rebasing: $0[start...])) }
    }
    return got
  }

  /// Reads on although the end was met before, as a growing file allows.
  func readMore(_ count: Int, into bytes: inout [UInt8]) throws(CaptureError) -> Int {
    isAtEnd = false
    return try read(count, into: &bytes)
  }

  func digest() throws(CaptureError) -> String {
    var rest: [UInt8] = []
    while try read(1 << 20, into: &rest) > 0 { rest.removeAll(keepingCapacity: true) }
    return hasher.finalize().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

}

/// read(2), under a name that a method called `read` does not hide.
private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}

private func closeDescriptor(_ descriptor: Int32) {
  close(descriptor)
}
