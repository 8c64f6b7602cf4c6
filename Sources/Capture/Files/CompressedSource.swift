import CZlib
import CZstd

/// A byte source seen through a decompressor.
///
/// Output is produced in pieces no larger than asked for, so a small file that expands without end
/// costs time but not memory.
final class CompressedSource<Codec: StreamCodec>: ByteSource {
  private var source: any ByteSource
  private let codec: Codec
  private var input: [UInt8]
  private var consumed = 0
  private let path: String
  private var isDone = false

  /// - Parameter head: bytes already taken from `source` to find out what it is.
  init(_ source: any ByteSource, head: [UInt8], path: String) {
    self.source = source
    self.path = path
    input = head
    codec = Codec()
  }

  func read(_ count: Int, into bytes: inout [UInt8]) throws(CaptureError) -> Int {
    while !isDone {
      if consumed == input.count {
        input.removeAll(keepingCapacity: true)
        consumed = 0
        if try source.read(256 << 10, into: &input) == 0 {
          isDone = true
          guard codec.isAtBoundary else {
            throw CaptureError(
              .readFailed, "\(path): the \(Codec.name) data ends in the middle")
          }
          break
        }
      }
      let step = codec.decode(input, from: consumed, into: &bytes, limit: count)
      consumed += step.consumed
      if let failure = step.failure {
        isDone = true
        throw CaptureError(.readFailed, "\(path): bad \(Codec.name) data: \(failure)")
      }
      if step.produced > 0 { return step.produced }
    }
    return 0
  }

  func digest() throws(CaptureError) -> String { try source.digest() }
}

/// A decompressor that takes input as it comes.
protocol StreamCodec: AnyObject {
  static var name: String { get }
  init()
  /// Whether the input so far ends where a member or frame ends.
  var isAtBoundary: Bool { get }
  func decode(
    _ input: [UInt8], from start: Int, into output: inout [UInt8], limit: Int
  ) -> (consumed: Int, produced: Int, failure: String?)
}

/// gzip (RFC 1952), of any number of members.
final class GzipCodec: StreamCodec {
  static let name = "gzip"
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var isAtBoundary = true

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, plus 16 for the gzip wrapper.
    _ = telltale_inflate_init(stream, 15 + 16)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func decode(
    _ input: [UInt8], from start: Int, into output: inout [UInt8], limit: Int
  ) -> (consumed: Int, produced: Int, failure: String?) {
    var consumed = 0
    var produced = 0
    var status: Int32 = Z_OK
    output.append(addingCapacity: limit) { span in
      span.withUnsafeMutableBufferPointer { buffer, initialized in
        input.withUnsafeBufferPointer { bytes in
          stream.pointee.next_in = UnsafeMutablePointer(
            mutating: bytes.baseAddress.map { $0 + start })
          stream.pointee.avail_in = UInt32(clamping: bytes.count - start)
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(clamping: limit)
          status = inflate(stream, Z_NO_FLUSH)
          consumed = bytes.count - start - Int(stream.pointee.avail_in)
          produced = limit - Int(stream.pointee.avail_out)
          initialized += produced
        }
      }
    }
    isAtBoundary = status == Z_STREAM_END
    if status == Z_STREAM_END { inflateReset(stream) }
    let isFine = status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR
    return (consumed, produced, isFine ? nil : "zlib error \(status)")
  }
}

/// Zstandard (RFC 8878), of any number of frames.
final class ZstdCodec: StreamCodec {
  static let name = "zstd"
  private let context = ZSTD_createDCtx()
  private(set) var isAtBoundary = true

  init() {}

  deinit { ZSTD_freeDCtx(context) }

  func decode(
    _ input: [UInt8], from start: Int, into output: inout [UInt8], limit: Int
  ) -> (consumed: Int, produced: Int, failure: String?) {
    var consumed = 0
    var produced = 0
    var status = 0
    output.append(addingCapacity: limit) { span in
      span.withUnsafeMutableBufferPointer { buffer, initialized in
        input.withUnsafeBytes { bytes in
          var source = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: start)
          var target = ZSTD_outBuffer(dst: buffer.baseAddress, size: limit, pos: 0)
          status = ZSTD_decompressStream(context, &target, &source)
          consumed = source.pos - start
          produced = target.pos
          initialized += produced
        }
      }
    }
    isAtBoundary = status == 0
    guard ZSTD_isError(status) == 0 else {
      return (consumed, produced, String(cString: ZSTD_getErrorName(status)))
    }
    return (consumed, produced, nil)
  }
}
