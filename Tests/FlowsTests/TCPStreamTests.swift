import Flows
import Model
import TestKit
import Testing

/// Plays segments to a stream and writes down what comes out: text, and `[n]` for a gap of n bytes.
struct StreamPlayer {
  var stream = TCPStream()
  var transcript = ""
  private var frame = 0
  let limits: FlowLimits

  init(firstByte: UInt32? = 0, limits: FlowLimits = FlowLimits()) {
    self.limits = limits
    if let firstByte { stream.synchronise(firstByte: firstByte) }
  }

  mutating func play(_ sequence: UInt32, _ text: String, cut: Int = 0, isLast: Bool = false) {
    frame += 1
    let payload = Array(text.utf8)
    let verdict = stream.accept(
      sequence: sequence, payload: payload.span.bytes, cut: cut, isLast: isLast,
      at: Provenance(FrameID(capture: 0, number: frame), Timestamp(nanoseconds: 0)))
    if case .deliver(let from) = verdict {
      transcript += String(decoding: payload[from...], as: UTF8.self)
    }
    drain()
  }

  mutating func drain() {
    while let piece = stream.takeReady() { note(piece) }
  }

  /// Ends the stream: holes become gaps.
  mutating func finish() {
    while let piece = stream.skipHole() {
      note(piece)
      drain()
    }
    let last = Provenance(FrameID(capture: 0, number: frame), Timestamp(nanoseconds: 0))
    if let piece = stream.takeMissingTail(at: last) { note(piece) }
  }

  private mutating func note(_ piece: TCPStream.Piece) {
    switch piece {
    case .bytes(let bytes, _): transcript += String(decoding: bytes, as: UTF8.self)
    case .gap(let count, _): transcript += "[\(count)]"
    }
  }
}

@Suite struct `TCP stream` {
  /// Ways in which "abcdefghij" may arrive.
  static let deliveries: [(String, [(UInt32, String)])] = [
    ("in order", [(0, "abc"), (3, "def"), (6, "ghij")]),
    ("reversed", [(6, "ghij"), (3, "def"), (0, "abc")]),
    ("middle last", [(0, "abc"), (6, "ghij"), (3, "def")]),
    ("each twice", [(0, "abc"), (0, "abc"), (3, "def"), (3, "def"), (6, "ghij"), (6, "ghij")]),
    ("overlapping", [(0, "abcde"), (3, "defgh"), (6, "ghij")]),
    ("overlapping out of order", [(4, "efghi"), (2, "cdefgh"), (8, "ij"), (0, "abcd")]),
    ("one inside another", [(3, "defghij"), (4, "ef"), (0, "abc")]),
    ("one around others", [(2, "c"), (5, "f"), (8, "i"), (0, "abcdefghij")]),
    (
      "single bytes, odd ones first",
      (0..<10).filter { $0 % 2 == 1 }.map(single)
        + (0..<10).filter { $0 % 2 == 0 }.map(single)
    ),
    ("with a keep-alive of one old byte", [(0, "abc"), (2, "c"), (3, "defghij")]),
  ]

  static func single(_ index: Int) -> (UInt32, String) {
    (UInt32(index), String(Array("abcdefghij")[index]))
  }

  @Test(arguments: deliveries.map(\.0))
  func `says the same however its segments arrive`(name: String) throws {
    let (_, segments) = try #require(Self.deliveries.first { $0.0 == name })
    // From zero, and so that the numbers wrap in the middle.
    for base in [0, UInt32.max - 4] {
      var player = StreamPlayer(firstByte: base)
      for (sequence, text) in segments { player.play(base &+ sequence, text) }
      player.finish()
      #expect(player.transcript == "abcdefghij")
      #expect(player.stream.heldBytes == 0)
    }
  }

  @Test func `reports a lost segment as a gap and goes on`() {
    var player = StreamPlayer()
    player.play(0, "abc")
    player.play(6, "ghi")
    player.play(12, "mno")
    #expect(player.transcript == "abc")
    player.finish()
    #expect(player.transcript == "abc[3]ghi[3]mno")
  }

  @Test func `counts bytes that a snaplen cut off as missing and uses what follows`() {
    var player = StreamPlayer()
    player.play(0, "abc", cut: 4)
    player.play(7, "hij")
    #expect(player.transcript == "abc[4]hij")
  }

  @Test func `keeps the bytes that came first and reports those that differ`() {
    var player = StreamPlayer()
    player.play(3, "def")
    player.play(3, "xyz")
    player.play(0, "abc")
    #expect(player.transcript == "abcdef")
    let conflicts = player.stream.takeConflicts()
    #expect(conflicts.count == 1)
    #expect(conflicts.first?.kept == Array("def".utf8))
    #expect(conflicts.first?.dropped == Array("xyz".utf8))
  }

  @Test func `begins with the first segment seen when there was no SYN`() {
    var player = StreamPlayer(firstByte: nil)
    player.play(5_000, "abc")
    player.play(5_003, "def")
    #expect(player.transcript == "abcdef")
  }

  @Test func `knows that it is finished when everything before the FIN is here`() {
    var player = StreamPlayer()
    player.play(3, "def", isLast: true)
    #expect(!player.stream.isFinished)
    player.play(0, "abc")
    #expect(player.stream.isFinished)
  }

  @Test func `reports a tail that was acknowledged but never captured`() {
    var player = StreamPlayer()
    player.play(0, "abc")
    player.stream.acknowledge(10)
    player.finish()
    #expect(player.transcript == "abc[6]")
  }

  @Test func `leaves out segments far outside any window`() {
    var player = StreamPlayer()
    player.play(0, "abc")
    player.play(0x7000_0000, "wild")
    player.play(3, "def")
    player.finish()
    #expect(player.transcript == "abcdef")
  }

  @Test func `calls a hole due when too many segments wait behind it`() {
    var limits = FlowLimits()
    limits.heldSegments = 10
    var player = StreamPlayer(limits: limits)
    for index in 0..<10 { player.play(UInt32(10 + 2 * index), "x") }
    #expect(player.stream.isHoleDue(at: Timestamp(nanoseconds: 0), limits))
  }

  @Test func `calls a hole due some time after the receiver acknowledged what lies behind it`() {
    var player = StreamPlayer()
    player.play(3, "def")
    let later = Timestamp(nanoseconds: 5_000_000_000)
    #expect(!player.stream.isHoleDue(at: later, FlowLimits()))
    player.stream.acknowledge(6)
    #expect(player.stream.isHoleDue(at: later, FlowLimits()))
    #expect(!player.stream.isHoleDue(at: Timestamp(nanoseconds: 1), FlowLimits()))
  }

  @Test func `says the same for any cut and any order`() {
    var random = SeededRandom(seed: 42)
    let text = String((0..<400).map { Character(UnicodeScalar(97 + $0 % 26) ?? "?") })
    let bytes = Array(text.utf8)
    for _ in 0..<200 {
      let base = UInt32.random(in: .min ... .max, using: &random)
      var segments: [(UInt32, String)] = []
      var at = 0
      while at < bytes.count {
        let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
        // Some segments reach back into their neighbours.
        let start = max(0, at - Int.random(in: 0...5, using: &random))
        segments.append(
          (base &+ UInt32(start), String(decoding: bytes[start..<end], as: UTF8.self)))
        at = end
      }
      segments.shuffle(using: &random)
      var player = StreamPlayer(firstByte: base)
      for (sequence, piece) in segments { player.play(sequence, piece) }
      #expect(player.transcript == text)
      #expect(player.stream.takeConflicts().isEmpty)
    }
  }
}
