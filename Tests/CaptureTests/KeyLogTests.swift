import Capture
import Foundation
import Model
import TestKit
import Testing

@Suite struct `Key log` {
  static let random = String(repeating: "ab", count: 32)
  static let secret = String(repeating: "cd", count: 48)

  @Test func `takes secrets by client random and label`() throws {
    var store = SecretStore()
    let text = """
      # comment

      CLIENT_RANDOM \(Self.random) \(Self.secret)
      SERVER_TRAFFIC_SECRET_0\t\(Self.random.uppercased())\t\(Self.secret)\r
      QUIC_CLIENT_TRAFFIC_SECRET_0 \(Self.random) \(Self.secret)
      EXPORTER_SECRET \(Self.random) \(Self.secret)
      RSA 0102 0304
      """
    let tally = KeyLog.read(Array(text.utf8), into: &store)
    let random = try #require(ClientRandom(hex(Self.random)))
    #expect(store.secret(.clientRandom, for: random) == hex(Self.secret))
    #expect(store.secret(.serverTraffic0, for: random) == hex(Self.secret))
    #expect(store.secret(.clientTraffic0, for: random) == hex(Self.secret))
    #expect(tally.unreadable == 0)
    #expect(store.count == 1)
  }

  @Test(arguments: [
    "CLIENT_RANDOM", "CLIENT_RANDOM zz zz", "CLIENT_RANDOM abc def", "CLIENT_RANDOM ab cd",
    "hello there friend", "CLIENT_RANDOM \(random) ", "CLIENT_RANDOM \(random) c",
  ])
  func `counts lines that make no sense and reads on`(line: String) {
    var store = SecretStore()
    let good = "CLIENT_RANDOM \(Self.random) \(Self.secret)"
    let tally = KeyLog.read(Array("\(line)\n\(good)\n".utf8), into: &store)
    #expect(tally.unreadable == 1)
    #expect(tally.secrets == 1)
  }

  /// Lines of 16 KiB and more, before, between and behind good ones, over the pieces in which files are read.
  @Test func `drops lines longer than any secret, and no other`() throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "telltale-\(UUID().uuidString).keys")
    defer { try? FileManager.default.removeItem(at: path) }
    let good = (1...900).map { number in
      let hex = String(number, radix: 16)
      return "CLIENT_RANDOM " + String(repeating: "0", count: 64 - hex.count) + hex + " "
        + Self.secret
    }
    let endless = "CLIENT_RANDOM " + String(repeating: "ab", count: 150_000) + " " + Self.secret
    for lines in [[endless] + good, good + [endless], good + [endless] + good.reversed(), good] {
      for end in ["\n", ""] {
        try Data((lines.joined(separator: "\n") + end).utf8).write(to: path)
        var store = SecretStore()
        var file = try KeyLogFile(path: path.path)
        try file.refresh(into: &store, isFinal: true)
        #expect(store.count == 900)
        #expect(file.tally.unreadable == (lines.contains(endless) ? 1 : 0))
      }
    }
  }

  @Test func `forgets the oldest connection when the store is full`() throws {
    var store = SecretStore(capacity: 3)
    let randoms = try (0..<5).map {
      try #require(ClientRandom(Array(repeating: UInt8($0), count: 32)))
    }
    for random in randoms { store.insert([1], label: .clientRandom, for: random) }
    #expect(randoms.map { store.knows($0) } == [false, false, true, true, true])
  }
}
