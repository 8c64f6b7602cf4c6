/// Removes content codings (RFC 9110, section 8.4).
public enum ContentDecoder {
  public struct Result: Sendable, Hashable {
    public var bytes: [UInt8]
    /// Codings that were removed, outermost first.
    public var removed: [String]
    /// Why decoding stopped early; nil when all codings came off.
    public var failure: String?
    /// Whether the output reached its cap.
    public var isTruncated: Bool
  }

  /// Takes the codings off, the outermost first.
  ///
  /// Data that is corrupt or cut off gives what could be decoded in front of the fault, and a
  /// failure. Where nothing could be decoded at all, the bytes stay as they are.
  ///
  /// - Parameters:
  ///   - bytes: the body as transferred.
  ///   - codings: values of `Content-Encoding` in order, each a token or a list of tokens.
  ///   - limits: gives the cap of the output of each coding, and of their number.
  public static func decode(_ bytes: [UInt8], codings: [String], limits: Limits) -> Result {
    var result = Result(bytes: bytes, removed: [], failure: nil, isTruncated: false)
    let order = removalOrder(of: codings)
    for (i, coding) in order.enumerated() {
      guard i < limits.contentCodings else {
        result.failure = "more than \(limits.contentCodings) content codings"
        return result
      }
      guard let step = decode(result.bytes, coding: coding, limit: limits.bodyBytes) else {
        result.failure = "\(coding): unknown content coding"
        return result
      }
      if let failure = step.failure {
        result.failure = "\(coding): \(failure)"
        if step.bytes.isEmpty { return result }
      }
      result.bytes = step.bytes
      result.removed.append(coding)
      if step.isTruncated {
        result.isTruncated = true
      }
    }
    return result
  }

  /// Names of the codings as registered, in lower case, outermost first.
  private static func removalOrder(of codings: [String]) -> [String] {
    var order: [String] = []
    for value in codings {
      for token in value.split(separator: ",") {
        let name = token.lowercased().filter { $0 != " " && $0 != "\t" }
        switch name {
        case "", "identity": break
        case "x-gzip": order.append("gzip")
        case "x-deflate": order.append("deflate")
        default: order.append(name)
        }
      }
    }
    order.reverse()
    // Wherever it is listed, the chunked form is what went onto the wire last: services document
    // `aws-chunked,gzip` for chunks of compressed data.
    if let chunked = order.firstIndex(of: "aws-chunked") {
      order.insert(order.remove(at: chunked), at: 0)
    }
    return order
  }

  private static func decode(_ bytes: [UInt8], coding: String, limit: Int) -> Decompressed? {
    switch coding {
    case "gzip": return Zlib.decompressMembers(bytes, limit: limit)
    case "deflate": return decodeDeflate(bytes, limit: limit)
    case "br": return Brotli.decompress(bytes, limit: limit)
    case "zstd": return Zstandard.decompress(bytes, limit: limit)
    case "aws-chunked": return AWSChunked.decode(bytes, limit: limit)
    default: return nil
    }
  }

  /// `deflate` means the zlib format, but raw data is sent under that name too
  /// (RFC 9110, section 8.4.1.2).
  private static func decodeDeflate(_ bytes: [UInt8], limit: Int) -> Decompressed {
    let wrapped = Zlib.decompress(bytes, windowBits: 15, limit: limit)
    guard wrapped.failure != nil, wrapped.bytes.isEmpty else { return wrapped }
    let raw = Zlib.decompress(bytes, windowBits: -15, limit: limit)
    return raw.bytes.isEmpty && raw.failure != nil ? wrapped : raw
  }
}
