import Model
import Protocols
import TestKit
import Testing

@Suite struct `gRPC framing` {
  private func messages(_ bytes: [UInt8]) -> [GRPC.Message] { GRPC.messages(in: bytes.span) }

  @Test func `splits messages and the trailers of gRPC-web`() {
    let body = hex("00 00000003 0a0161 01 00000002 1f8b 80 00000002 0d0a 00 00000000")
    let split = messages(body)
    #expect(split.map(\.range) == [5..<8, 13..<15, 20..<22, 27..<27])
    #expect(split.map(\.isCompressed) == [false, true, false, false])
    #expect(split.map(\.isTrailers) == [false, false, true, false])
    #expect(split.allSatisfy { $0.missing == 0 })
  }

  @Test func `marks the end of a Connect stream`() {
    #expect(messages(hex("02 00000002 7b7d")).map(\.isEndOfStream) == [true])
  }

  @Test func `tells how much of the last message is missing`() {
    let split = messages(hex("00 0000000a 0102"))
    #expect(split.map(\.range) == [5..<7])
    #expect(split.map(\.missing) == [8])
  }

  @Test(arguments: ["7b22613a", "7b2261223a317d", "00 00000001 01 44 00000000", ""])
  func `splits nothing that is not framed`(text: String) {
    #expect(messages(hex(text)).isEmpty)
  }

  @Test(arguments: [
    ("application/grpc", true), ("application/grpc+proto", true),
    ("application/grpc-web+proto; charset=utf-8", true), ("application/connect+json", true),
    ("application/json", false), ("application/proto", false), ("application/grpc-web-text", false),
  ])
  func `knows framed content by its type`(type: String, isFramed: Bool) {
    #expect(GRPC.isFramed(contentType: type) == isFramed)
  }

  @Test func `hands over an uncompressed message as it is`() throws {
    let body = hex("00 00000003 0a0161")
    let message = try #require(messages(body).first)
    let result = GRPC.payload(of: message, in: body, coding: nil, limits: Limits())
    #expect(result.bytes == hex("0a0161"))
    #expect(result.failure == nil)
  }

  @Test func `survives mutations`() {
    let body = hex("00 00000003 0a0161 01 00000002 1f8b 80 00000002 0d0a")
    for mutant in mutations(of: body, count: 1_000, seed: 5) {
      #expect(messages(mutant).allSatisfy { $0.range.upperBound <= mutant.count })
    }
  }
}
