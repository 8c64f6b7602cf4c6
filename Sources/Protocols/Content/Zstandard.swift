import CZstd

/// Zstandard frames (RFC 8878).
public enum Zstandard {
  /// Largest window that is granted, as a power of two. HTTP needs 23 (RFC 9659).
  private static let windowLog: Int32 = 26

  /// Decompresses frames one after another, as much as the input and the cap allow.
  public static func decompress(_ bytes: [UInt8], limit: Int) -> Decompressed {
    var result = Decompressed()
    guard let stream = ZSTD_createDStream() else {
      result.failure = "no memory to decompress"
      return result
    }
    defer { ZSTD_freeDStream(stream) }
    _ = ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, windowLog)
    var output = OutputBuffer(limit: limit)
    bytes.withUnsafeBufferPointer { buffer in
      var input = ZSTD_inBuffer(src: buffer.baseAddress, size: buffer.count, pos: 0)
      // Zero says that a frame is complete; anything else that more is wanted.
      var status = 1
      var isFull = true
      while input.pos < input.size || (isFull && status != 0), !output.isTruncated {
        output.fill { room in
          var out = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
          status = ZSTD_decompressStream(stream, &out, &input)
          isFull = out.pos == out.size
          return out.pos
        }
        if ZSTD_isError(status) != 0 {
          result.failure = String(cString: ZSTD_getErrorName(status))
          break
        }
      }
      result.consumed = input.pos
      if result.failure == nil, status != 0, !output.isTruncated {
        result.failure = Decompressed.endsEarly
      }
    }
    result.bytes = output.bytes
    result.isTruncated = output.isTruncated
    return result
  }
}
