import CBrotli

/// Brotli data (RFC 7932).
public enum Brotli {
  /// Decompresses as much as the input and the cap allow.
  public static func decompress(_ bytes: [UInt8], limit: Int) -> Decompressed {
    var result = Decompressed()
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else {
      result.failure = "no memory to decompress"
      return result
    }
    defer { BrotliDecoderDestroyInstance(decoder) }
    var output = OutputBuffer(limit: limit)
    var status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
    bytes.withUnsafeBufferPointer { input in
      var next = input.baseAddress
      var available = input.count
      while status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT, !output.isTruncated {
        output.fill { room in
          var out = room.baseAddress
          var space = room.count
          status = BrotliDecoderDecompressStream(decoder, &available, &next, &space, &out, nil)
          return room.count - space
        }
      }
      result.consumed = input.count - available
    }
    if status == BROTLI_DECODER_RESULT_ERROR {
      result.failure =
        BrotliDecoderErrorString(BrotliDecoderGetErrorCode(decoder)).map { String(cString: $0) }
        ?? "corrupt brotli data"
    } else if status == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT {
      result.failure = Decompressed.endsEarly
    }
    result.bytes = output.bytes
    result.isTruncated = output.isTruncated
    return result
  }
}
