import CZlib

/// Inflates the messages of one direction (permessage-deflate, RFC 7692, section 7.2.2).
final class WebSocketInflater {
  struct Result {
    var bytes: [UInt8] = []
    /// Whether the message does not inflate to its end.
    var isBroken = false
    /// Whether the message is longer than the cap.
    var isTruncated = false
  }

  /// What the sender took off the end of the message.
  private static let tail: [UInt8] = [0x00, 0x00, 0xff, 0xff]
  private static let chunk = 16 << 10
  private static let window = 32 << 10

  // zlib keeps a pointer to the stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // The largest window reads what any smaller one wrote.
    isReady = telltale_inflate_init(stream, -15) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Forgets the messages so far.
  func reset() {
    if isReady { inflateReset(stream) }
  }

  /// Inflates one message; what it said stays known to the next.
  func inflate(_ message: [UInt8], limit: Int) -> Result {
    var result = Result()
    guard isReady else {
      result.isBroken = true
      return result
    }
    feed(message, limit, &result)
    if !result.isBroken, !result.isTruncated { feed(Self.tail, limit, &result) }
    return result
  }

  private func feed(_ input: [UInt8], _ limit: Int, _ result: inout Result) {
    var input = input
    var output = [UInt8](repeating: 0, count: Self.chunk)
    input.withUnsafeMutableBufferPointer { source in
      stream.pointee.next_in = source.baseAddress
      stream.pointee.avail_in = UInt32(clamping: source.count)
      var isFull = true
      while stream.pointee.avail_in > 0 || isFull {
        let (status, produced) = step(&output)
        let room = limit - result.bytes.count
        result.bytes.append(contentsOf: output[..<min(produced, room)])
        if produced > room {
          result.isTruncated = true
          break
        }
        isFull = produced == Self.chunk
        if status == Z_STREAM_END {
          restart(after: result.bytes)
        } else if status != Z_OK, status != Z_BUF_ERROR {
          result.isBroken = true
          break
        } else if produced == 0, status == Z_BUF_ERROR {
          break
        }
      }
      stream.pointee.next_in = nil
      stream.pointee.avail_in = 0
    }
  }

  private func step(_ output: inout [UInt8]) -> (status: Int32, produced: Int) {
    output.withUnsafeMutableBufferPointer { buffer in
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = UInt32(clamping: buffer.count)
      let status = CZlib.inflate(stream, Z_SYNC_FLUSH)
      let produced = buffer.count - Int(stream.pointee.avail_out)
      stream.pointee.next_out = nil
      return (status, produced)
    }
  }

  /// A sender may end the DEFLATE stream in a message and begin another behind it.
  private func restart(after bytes: [UInt8]) {
    let left = (stream.pointee.next_in, stream.pointee.avail_in)
    inflateReset(stream)
    (stream.pointee.next_in, stream.pointee.avail_in) = left
    let history = Array(bytes.suffix(Self.window))
    guard !history.isEmpty else { return }
    inflateSetDictionary(stream, history, UInt32(clamping: history.count))
  }
}
