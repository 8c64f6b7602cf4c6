import Protocols
import TestKit
import Testing

@Suite struct `Content decoder` {
  private static let text = Array("hello hello hello world".utf8)
  private static let gzip = hex(
    "1f8b0800000000000203cb48cdc9c957c84022cbf38b72520026e65a8117000000")
  private static let zlib = hex("789ccb48cdc9c957c84022cbf38b725200687d08c5")
  private static let raw = hex("cb48cdc9c957c84022cbf38b725200")
  private static let zstd = hex("28b52ffd04588d00005868656c6c6f20776f726c640100e14a112957976a")
  private static let brotli = hex("0b028068656c6c6f03")
  /// Twenty million zeros, compressed twice.
  private static let bomb = hex(
    """
    1f8b0800000000000203eddb3b0e01011405d019a610057a05895aa1d34868d412518b05580389a8341adbc016
    ec403791282c4014122adfb10a999c53bdfa9637f75516b92091c99e7761f83da6cbd7e692cb0700000040ca4d0f
    b36c520604d577dced0d00000080b41b150bd1af14780ccb1d7100000040eacd5bcdd26f21709d8c237100000040
    eaadeea7655205b4f7ef78bd0d7d4d0000c09f3b669efd5b2da837c20fe1a43b8f094c0000
    """)

  private func decode(
    _ bytes: [UInt8], _ codings: String..., limit: Int = 1 << 20
  )
    -> ContentDecoder.Result
  {
    var limits = Limits()
    limits.bodyBytes = limit
    return ContentDecoder.decode(bytes, codings: codings, limits: limits)
  }

  @Test(arguments: [
    ("gzip", gzip), ("X-GZip", gzip), ("deflate", zlib), ("deflate", raw), ("zstd", zstd),
    ("identity", text), ("identity, gzip", gzip), ("gzip", gzip + [0, 0, 0]),
  ])
  func `removes each coding`(coding: String, bytes: [UInt8]) {
    let result = decode(bytes, coding)
    #expect(result.bytes == Self.text)
    #expect(result.failure == nil)
    #expect(!result.isTruncated)
  }

  @Test func `removes brotli`() {
    #expect(decode(Self.brotli, "br").bytes == Array("hello".utf8))
    #expect(decode(Self.brotli, "br").removed == ["br"])
  }

  @Test func `joins gzip members and zstd frames`() {
    #expect(decode(Self.gzip + Self.gzip, "gzip").bytes == Self.text + Self.text)
    #expect(decode(Self.zstd + Self.zstd, "zstd").bytes == Self.text + Self.text)
  }

  @Test func `removes layers, the outermost first`() {
    let stored = [0x78, 0x01, 0x01, UInt8(Self.gzip.count), 0, ~UInt8(Self.gzip.count), 0xff]
    // No checksum at the end: what could be decoded is kept, and the failure told.
    let result = decode(stored + Self.gzip, "gzip", "deflate")
    #expect(result.bytes == Self.text)
    #expect(result.removed == ["deflate", "gzip"])
    #expect(result.failure == "deflate: compressed data ends early")
  }

  /// Stored deflate blocks around one another, without checksums: each layer is told as cut, and taken off.
  @Test(arguments: [(4, 4), (5, 4), (9, 4)])
  func `takes off so many codings`(layers: Int, removed: Int) {
    var bytes = Self.text
    for _ in 0..<layers {
      let count = UInt8(bytes.count)
      bytes = [0x78, 0x01, 0x01, count, 0, ~count, 0xff] + bytes
    }
    let coding = Array(repeating: "deflate", count: layers).joined(separator: ", ")
    let result = decode(bytes, coding)
    #expect(result.removed.count == removed)
    #expect((result.bytes == Self.text) == (layers == removed))
    #expect((result.failure == "more than 4 content codings") == (layers > removed))
  }

  @Test func `joins the chunks of a signed upload wherever the coding is listed`() {
    let front = "10;chunk-signature=ab\r\n"
    let size = String(Self.gzip.count - 16, radix: 16)
    let bytes =
      Array(front.utf8) + Self.gzip[..<16] + Array("\r\n\(size);chunk-signature=cd\r\n".utf8)
      + Self.gzip[16...] + Array("\r\n0;chunk-signature=ef\r\nx-amz-trailer:1\r\n\r\n".utf8)
    for codings in ["aws-chunked,gzip", "gzip, aws-chunked"] {
      let result = decode(bytes, codings)
      #expect(result.bytes == Self.text)
      #expect(result.removed == ["aws-chunked", "gzip"])
      #expect(result.failure == nil)
    }
    #expect(decode(Array("5\r\nab".utf8), "aws-chunked").bytes == Array("ab".utf8))
    #expect(decode(Array("zz\r\nab".utf8), "aws-chunked").failure != nil)
  }

  @Test func `stops bombs at the cap`() {
    let result = decode(Self.bomb, "gzip", "gzip", limit: 100_000)
    #expect(result.bytes == Array(repeating: 0, count: 100_000))
    #expect(result.isTruncated)
    #expect(decode(Self.zstd, "zstd", limit: 5).bytes == Array("hello".utf8))
    #expect(decode(Self.brotli, "br", limit: 4).bytes == Array("hell".utf8))
    #expect(decode(Self.brotli, "br", limit: 5).isTruncated == false)
  }

  @Test func `leaves what it cannot decode as it is`() {
    let unknown = decode(Self.text, "compress")
    #expect(unknown.bytes == Self.text)
    #expect(unknown.failure == "compress: unknown content coding")
    for coding in ["gzip", "deflate", "zstd"] {
      let result = decode(Self.text, coding)
      #expect(result.bytes == Self.text)
      #expect(result.removed.isEmpty)
      #expect(result.failure?.hasPrefix(coding) == true)
    }
    #expect(decode(Self.text, "gzip,gzip,gzip,gzip,gzip").failure != nil)
  }

  @Test(arguments: [("gzip", gzip), ("deflate", zlib), ("br", brotli), ("zstd", zstd)])
  func `keeps the beginning of data that is cut off or corrupt`(coding: String, bytes: [UInt8]) {
    for count in 0..<bytes.count {
      let result = decode(Array(bytes[..<count]), coding)
      #expect(result.failure != nil)
      if !result.removed.isEmpty {
        #expect(Self.text.starts(with: result.bytes))
      }
    }
    for mutant in mutations(of: bytes, count: 500, seed: 9) {
      #expect(decode(mutant, coding, limit: 4_096).bytes.count <= max(4_096, mutant.count))
    }
  }
}
