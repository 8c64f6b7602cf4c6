import CBrotli
import CZlib
import CZstd
package import Model
import Wire

/// The end-entity certificate of a Certificate message.
///
/// TLS 1.2 and earlier send a bare list (RFC 5246, section 7.4.2); TLS 1.3 puts a context in front
/// and extensions behind each entry (RFC 8446, section 4.4.2). Both begin with the end entity.
package enum CertificateMessage {
  /// The names in the first certificate of a message's body; nil when there is none or it is broken.
  package static func facts(parsing body: RawSpan, isTLS13: Bool) -> CertificateFacts? {
    do throws(Truncated) {
      var reader = ByteReader(body)
      if isTLS13 {
        let contextLength: UInt8 = try reader.read()
        try reader.skip(Int(contextLength))
      }
      let listLength = try reader.readUInt24()
      var list = ByteReader(try reader.take(listLength))
      guard !list.isAtEnd else { return nil }
      let length = try list.readUInt24()
      return CertificateFacts(parsing: try list.take(length))
    } catch {
      return nil
    }
  }

  /// The names in a CompressedCertificate message (RFC 8879, section 4).
  ///
  /// - Parameter limit: the most bytes that the message may expand to.
  package static func facts(
    parsingCompressed body: RawSpan, limit: Int
  ) throws(ExpansionFault) -> CertificateFacts? {
    let message = try expanded(body, limit: limit)
    return facts(parsing: message.span.bytes, isTLS13: true)
  }

  /// Why a CompressedCertificate message does not expand.
  package enum ExpansionFault: Error, Hashable {
    /// It announces more bytes than are read.
    case tooLong(Int)
    /// Its lengths and its content disagree, or the content is broken.
    case malformed
    case unknownAlgorithm(UInt16)

    var event: String {
      switch self {
      case .tooLong: "cap_reached"
      case .malformed, .unknownAlgorithm: "decode_failed"
      }
    }

    var detail: String {
      switch self {
      case .tooLong(let count): "a compressed certificate announces \(count) bytes"
      case .malformed: "a compressed certificate is not what its lengths say, or broken"
      case .unknownAlgorithm(let number): "a certificate is compressed by algorithm \(number)"
      }
    }
  }

  private static func expanded(_ body: RawSpan, limit: Int) throws(ExpansionFault) -> [UInt8] {
    guard body.byteCount > 8 else { throw .malformed }
    let algorithm = body.uint16(at: 0)
    let size = Int(body[2]) << 16 | Int(body.uint16(at: 3))
    let compressedSize = Int(body[5]) << 16 | Int(body.uint16(at: 6))
    guard (1...3).contains(algorithm) else { throw .unknownAlgorithm(algorithm) }
    guard size <= limit else { throw .tooLong(size) }
    let input = body.extracting(droppingFirst: 8).array
    guard size > 0, compressedSize == input.count,
      let message = expanded(input, size: size, algorithm: algorithm)
    else { throw .malformed }
    return message
  }

  private static func expanded(_ input: [UInt8], size: Int, algorithm: UInt16) -> [UInt8]? {
    var written = 0
    let output = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      written = input.withUnsafeBufferPointer { source in
        switch algorithm {
        case 1:
          var length = uLongf(size)
          let code = uncompress(buffer.baseAddress, &length, source.baseAddress, uLong(input.count))
          return code == Z_OK ? Int(length) : 0
        case 2:
          var length = size
          let result = BrotliDecoderDecompress(
            input.count, source.baseAddress, &length, buffer.baseAddress)
          return result == BROTLI_DECODER_RESULT_SUCCESS ? length : 0
        case 3:
          let length = ZSTD_decompress(
            buffer.baseAddress, size, source.baseAddress, input.count)
          return ZSTD_isError(length) == 0 ? length : 0
        default:
          return 0
        }
      }
      initialized = written
    }
    return written == size ? output : nil
  }
}
