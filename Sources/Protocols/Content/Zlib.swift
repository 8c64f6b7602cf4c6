import CZlib

/// DEFLATE data in its three wrappings (RFC 1950, 1951, 1952).
public enum Zlib {
  /// Decompresses as much as the input and the cap allow.
  ///
  /// - Parameters:
  ///   - bytes: the compressed data; what stands behind its end is not looked at.
  ///   - windowBits: as zlib has it: 15 for zlib, -15 for raw, 31 for gzip.
  ///   - limit: bytes of output to produce at most.
  public static func decompress(
    _ bytes: [UInt8], windowBits: Int32 = 15, limit: Int
  ) -> Decompressed {
    var result = Decompressed()
    let stream = InflateStream(windowBits: windowBits)
    var output = OutputBuffer(limit: limit)
    inflate(bytes, with: stream, into: &output, &result)
    result.bytes = output.bytes
    result.isTruncated = output.isTruncated
    return result
  }

  /// Decompresses gzip members one after another (RFC 1952, section 2.2). Bytes behind the last
  /// member that begin no other are left alone, as gzip itself does.
  public static func decompressMembers(_ bytes: [UInt8], limit: Int) -> Decompressed {
    var result = Decompressed()
    let stream = InflateStream(windowBits: 31)
    var output = OutputBuffer(limit: limit)
    repeat {
      inflate(bytes, with: stream, into: &output, &result)
      guard result.failure == nil, !output.isTruncated else { break }
      stream.reset()
    } while result.consumed + 2 <= bytes.count && bytes[result.consumed] == 0x1f
      && bytes[result.consumed + 1] == 0x8b
    result.bytes = output.bytes
    result.isTruncated = output.isTruncated
    return result
  }

  private static func inflate(
    _ bytes: [UInt8], with stream: borrowing InflateStream, into output: inout OutputBuffer,
    _ result: inout Decompressed
  ) {
    while true {
      switch stream.step(bytes, from: &result.consumed, into: &output) {
      case .progress:
        if output.isTruncated { return }
      case .end:
        return
      case .needsInput:
        result.failure = Decompressed.endsEarly
        return
      case .corrupt(let reason):
        result.failure = reason
        return
      }
    }
  }
}

/// A zlib inflater and its window.
struct InflateStream: ~Copyable {
  enum Status {
    case progress
    case end
    case needsInput
    case corrupt(String)
  }

  /// zlib keeps a pointer to the structure, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// An inflater that zlib refuses to set up (no memory) finds everything corrupt: its calls take
  /// a stream without state as an error.
  init(windowBits: Int32) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    _ = telltale_inflate_init(stream, windowBits)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Forgets everything, the window too.
  func reset() {
    inflateReset(stream)
  }

  /// Inflates once: until one piece of output is full, the input is used up, or the stream ends.
  func step(_ bytes: [UInt8], from offset: inout Int, into output: inout OutputBuffer) -> Status {
    var status = Z_OK
    let start = offset
    var produced = 0
    bytes.withUnsafeBufferPointer { input in
      let count = UInt32(clamping: input.count - start)
      stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
      stream.pointee.avail_in = count
      output.fill { room in
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(clamping: room.count)
        status = CZlib.inflate(stream, Z_SYNC_FLUSH)
        produced = room.count - Int(stream.pointee.avail_out)
        return produced
      }
      offset = start + Int(count - stream.pointee.avail_in)
    }
    switch status {
    case Z_STREAM_END:
      return .end
    case Z_OK where offset > start || produced > 0:
      return .progress
    case Z_OK, Z_BUF_ERROR:
      return .needsInput
    default:
      return .corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "corrupt deflate data")
    }
  }
}
