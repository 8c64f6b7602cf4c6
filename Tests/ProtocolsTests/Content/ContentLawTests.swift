import Protocols
import TestKit
import Testing

/// Forms of content in every state: whatever is told lies within the bytes that were given.
@Suite struct `Forms of content` {
  private static let seeds: [[UInt8]] = [
    Array("a=1&b=%2Fhome%2Fada+x&c&=d&e=%zz".utf8),
    Array("{\"a\":1}\r\n\n  {\"b\":2}  \nlast".utf8),
    Array("TWFyaXNvbA==".utf8), Array("_-8".utf8),
    hex("00 00000003 0a0161 01 00000002 1f8b 80 00000002 0d0a"),
    Array("data: a\r\ndata: b\n\nevent: x\rdata\r\r".utf8),
  ]

  @Test(arguments: seeds)
  func `stay within what was given`(seed: [UInt8]) {
    let states =
      (0...seed.count).map { Array(seed[..<$0]) } + mutations(of: seed, count: 500, seed: 9)
    for bytes in states {
      let all = 0...bytes.count
      for pair in FormURLEncoded.pairs(of: bytes.span) {
        #expect(all.contains(pair.name.lowerBound) && all.contains(pair.value.upperBound))
        #expect(
          FormURLEncoded.decode(bytes.span.extracting(pair.value)).count <= pair.value.count)
      }
      for message in GRPC.messages(in: bytes.span) {
        #expect(all.contains(message.range.upperBound))
      }
      for event in EventStream.events(in: bytes.span) {
        #expect(event.data.allSatisfy { all.contains($0.upperBound) })
      }
      #expect((Base64.decode(bytes.span)?.count ?? 0) <= bytes.count)
    }
  }

  @Test(arguments: ["gzip", "deflate", "br", "zstd", "aws-chunked"])
  func `that are compressed never grow beyond their cap`(coding: String) {
    var limits = Limits()
    limits.bodyBytes = 64
    var random = SeededRandom(seed: 1_950)
    for seed in [
      hex("1f8b0800000000000203"), hex("789c"), hex("28b52ffd"), Array("5\r\nhello".utf8),
    ] {
      for _ in 0..<200 {
        let bytes =
          seed
          + (0..<Int.random(in: 0...80, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
          }
        let result = ContentDecoder.decode(bytes, codings: [coding], limits: limits)
        #expect(result.bytes.count <= max(64, bytes.count))
        #expect(!result.removed.isEmpty || result.bytes == bytes)
      }
    }
  }
}
