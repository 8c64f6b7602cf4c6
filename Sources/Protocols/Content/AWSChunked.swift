import Wire

/// The chunked upload format of S3-compatible services, `aws-chunked`: chunks that carry
/// signatures.
enum AWSChunked {
  /// Bytes of a chunk's header line that are looked at.
  private static let lineLimit = 1_024

  /// Removes the chunk headers and signatures; trailers are dropped.
  static func decode(_ bytes: [UInt8], limit: Int) -> Decompressed {
    let raw = bytes.span.bytes
    var result = Decompressed()
    while true {
      let header = raw.extracting(droppingFirst: result.consumed).extracting(first: lineLimit)
      guard let feed = header.firstIndex(of: 0x0a) else {
        result.failure =
          header.byteCount == lineLimit ? "chunk header too long" : Decompressed.endsEarly
        return result
      }
      guard let size = ChunkSize(header.extracting(first: feed)) else {
        result.failure = "malformed chunk header"
        return result
      }
      result.consumed += feed + 1
      if size.value == 0 {
        result.consumed = bytes.count
        return result
      }
      let data = raw.extracting(droppingFirst: result.consumed).extracting(
        first: Int(clamping: size.value))
      data.extracting(first: limit - result.bytes.count).append(to: &result.bytes)
      result.consumed += data.byteCount
      if result.bytes.count == limit {
        result.isTruncated = true
        return result
      }
      if result.consumed < bytes.count, raw[result.consumed] == 0x0d { result.consumed += 1 }
      if result.consumed < bytes.count, raw[result.consumed] == 0x0a { result.consumed += 1 }
    }
  }
}
