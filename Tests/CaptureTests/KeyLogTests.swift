import Capture
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

  @Test func `forgets the oldest connection when the store is full`() throws {
    var store = SecretStore(capacity: 3)
    let randoms = try (0..<5).map {
      try #require(ClientRandom(Array(repeating: UInt8($0), count: 32)))
    }
    for random in randoms { store.insert([1], label: .clientRandom, for: random) }
    #expect(randoms.map { store.knows($0) } == [false, false, true, true, true])
  }
}
