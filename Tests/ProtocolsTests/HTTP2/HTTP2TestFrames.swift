import Model
import TestKit

/// Writes HTTP/2 frames.
enum HTTP2TestFrames {
  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
  static let endStream: UInt8 = 1
  static let endHeaders: UInt8 = 4
  static let both: UInt8 = 5

  static func frame(
    _ type: UInt8, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []
  ) -> [UInt8] {
    let length = payload.count
    return [
      UInt8(length >> 16 & 0xff), UInt8(length >> 8 & 0xff), UInt8(length & 0xff), type, flags,
    ]
      + (0..<4).map { UInt8(truncatingIfNeeded: stream >> UInt32(24 - $0 * 8)) } + payload
  }

  static let settings = frame(4, [0, 3, 0, 0, 0, 100])

  static func headers(
    _ stream: UInt32, _ fields: [(String, String)], flags: UInt8 = both
  ) -> [UInt8] {
    frame(1, flags: flags, stream: stream, block(fields))
  }

  static func data(_ stream: UInt32, _ text: String, ends: Bool = true) -> [UInt8] {
    frame(0, flags: ends ? endStream : 0, stream: stream, Array(text.utf8))
  }

  /// Literals that are not indexed.
  static func block(_ fields: [(String, String)]) -> [UInt8] {
    fields.flatMap { [0x10] + HPACKTestEncoder.string($0) + HPACKTestEncoder.string($1) }
  }

  /// Literals that enter the dynamic table.
  static func indexedBlock(_ fields: [(String, String)]) -> [UInt8] {
    fields.flatMap { [0x40] + HPACKTestEncoder.string($0) + HPACKTestEncoder.string($1) }
  }

  static func request(_ method: String, _ path: String) -> [(String, String)] {
    [
      (":method", method), (":authority", "api.example.com"), (":scheme", "https"),
      (":path", path),
    ]
  }
}

/// What exchanges say, without where they stood.
func meaning(_ exchanges: [HTTPExchange]) -> [String] {
  exchanges.map { exchange in
    let request = exchange.request.map {
      "\($0.fields.count) \(hexText($0.body.bytes)) \($0.body.isComplete) \($0.trailers.count)"
    }
    let response = exchange.response.map {
      "\($0.fields.count) \(hexText($0.body.bytes)) \($0.body.isComplete) \($0.trailers.count)"
    }
    return """
      \(exchange.stream) \(exchange.method) \(exchange.host ?? "-") \(exchange.target) \
      [\(request ?? "none")] \(exchange.status ?? 0) [\(response ?? "none")]
      """
  }
}
