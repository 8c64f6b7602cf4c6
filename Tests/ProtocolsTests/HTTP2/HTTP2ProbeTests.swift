import Protocols
import TestKit
import Testing
import Wire

@Suite struct `HTTP 2 probe` {
  private func probe(_ client: [UInt8], _ server: [UInt8], alpn: String? = nil) -> Probe {
    let hints = ProbeHints(alpn: alpn, serverPort: 80)
    return client.withRawSpan { client in
      server.withRawSpan { server in
        HTTP2Layer.probe(client: client, server: server, hints: hints)
      }
    }
  }

  @Test func `knows the preface at its last byte`() {
    let preface = HTTP2TestFrames.preface
    for count in 1..<preface.count {
      #expect(probe(Array(preface.prefix(count)), []) == .needsMore)
    }
    #expect(probe(preface + [0], []) == .match)
    #expect(probe(Array("PRINT".utf8), []) == .mismatch)
  }

  @Test func `knows a server's settings when the client was not seen`() {
    #expect(probe([], HTTP2TestFrames.settings) == .match)
    #expect(probe([], Array(HTTP2TestFrames.settings.prefix(5))) == .needsMore)
    #expect(probe([], Array("HTTP/1.1 200".utf8)) == .mismatch)
    // As gRPC's servers begin, with a setting of its own.
    let grpc = hex(
      "000018 04 00 00000000 000400400000 000500400000 000600004000 fe0300000001")
    #expect(probe([], grpc) == .match)
  }

  @Test func `waits for the client where a server's settings tell nothing`() {
    let odd = HTTP2TestFrames.frame(4, [0x77, 0x77, 0, 0, 0, 1])
    for settings in [odd, HTTP2TestFrames.frame(4)] {
      #expect(probe([], settings) == .needsMore)
      #expect(probe(HTTP2TestFrames.preface, settings) == .match)
      #expect(probe(Array("GET / HTTP/1.1\r\n".utf8), settings) == .mismatch)
    }
  }

  @Test func `takes the word of ALPN when the beginning is missing`() {
    #expect(probe([1, 2, 3], [], alpn: "h2") == .match)
    #expect(probe([], [], alpn: "h2") == .needsMore)
  }
}
