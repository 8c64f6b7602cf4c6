import Model
import Protocols
import TestKit
import Testing

@Suite struct `TLS after a loss` {
  /// Plays a fixture without the bytes `lost` of one piece.
  private func play(
    _ fixture: TLSFixture, without lost: Range<Int>, of index: Int
  ) -> LayerHarness {
    let harness = fixture.harness()
    let layer = TLSLayer(harness.context)
    for (number, piece) in fixture.pieces.enumerated() {
      guard number == index else {
        harness.play(piece.bytes, from: piece.side, to: layer)
        continue
      }
      harness.play(Array(piece.bytes[..<lost.lowerBound]), from: piece.side, to: layer)
      layer.gap(lost.count, from: piece.side, at: harness.nextFrame())
      harness.play(Array(piece.bytes[lost.upperBound...]), from: piece.side, to: layer)
    }
    harness.finish(layer)
    return harness
  }

  /// Whether `part` is `whole` without one stretch.
  private func isPrefixAndSuffix(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    let same = zip(part, whole).prefix { $0 == $1 }.count
    return part.count <= whole.count && whole.suffix(part.count - same).elementsEqual(part[same...])
  }

  @Test(arguments: try TLSFixture.all())
  func `invents nothing whatever is lost`(fixture: TLSFixture) {
    let whole = fixture.harness()
    _ = fixture.play(to: whole)
    for (index, piece) in fixture.pieces.enumerated() {
      let count = piece.bytes.count
      let middle = count / 2
      for lost in [0..<count, 0..<middle, count / 3..<middle, 3..<count - 1, middle..<count] {
        let harness = play(fixture, without: lost, of: index)
        for side in Side.allCases {
          #expect(
            isPrefixAndSuffix(harness.content(from: side), of: whole.content(from: side)),
            "\(index) \(lost) \(side)")
        }
        #expect(harness.handshakes.count <= 2)
      }
    }
  }

  @Test(arguments: [
    "tls13-keyupdate", "tls13-ccm", "tls12-ccm8", "tls11-cbc", "tls12-null",
    "tls13-client-certificate", "tls13-hello-retry",
  ])
  func `finds the records behind a lost one`(name: String) throws {
    let fixture = try TLSFixture.named(name)
    let whole = fixture.harness()
    _ = fixture.play(to: whole)
    let content = whole.content(from: .client)
    let firstLine = Array("hello orchard\n".utf8)
    let index = try #require(
      fixture.pieces.indices.first { index in
        let harness = play(fixture, without: 0..<fixture.pieces[index].bytes.count, of: index)
        return fixture.pieces[index].side == .client
          && harness.content(from: .client) == Array(content.dropFirst(firstLine.count))
      })
    #expect(index > 0)
  }

  @Test func `opens TLS 1.3 though the ServerHello is lost`() throws {
    let fixture = try TLSFixture.named("tls13-keyupdate")
    let harness = play(fixture, without: 0..<fixture.pieces[1].bytes.count, of: 1)
    #expect(digest(harness.content(from: .client)) == fixture.expected[.client]?.digest)
    #expect(digest(harness.content(from: .server)) == fixture.expected[.server]?.digest)
    #expect(harness.handshakes.first?.isDecrypted == true)
    #expect(harness.handshakes.first?.server == nil)
  }

  @Test func `stops looking when nothing follows`() throws {
    let fixture = try TLSFixture.named("curl-tls13-chacha")
    let harness = fixture.harness()
    let layer = TLSLayer(harness.context)
    for piece in fixture.pieces { harness.play(piece.bytes, from: piece.side, to: layer) }
    layer.gap(100_000, from: .client, at: harness.nextFrame())
    var random = SeededRandom(seed: 4)
    let noise = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    harness.play(noise, from: .client, to: layer, size: 1448)
    harness.finish(layer)
    #expect(harness.anomalies.map(\.event) == ["resync_failed"])
    #expect(digest(harness.content(from: .client)) == fixture.expected[.client]?.digest)
  }
}
