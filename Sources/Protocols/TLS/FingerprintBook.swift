package import Model

/// Fingerprints of hellos by what they are made of: clients and servers say hello alike each time, and to
/// digest it anew costs more than all else that is done with a hello.
public struct FingerprintBook: Sendable {
  /// All that JA3 and JA4 look at.
  private struct Shape: Hashable {
    var transport: ClientHello.Transport
    var legacyVersion: UInt16
    var version: UInt16
    var hasServerName: Bool
    var firstProtocol: [UInt8]?
    var cipherSuites: [UInt16]
    var extensionTypes: [UInt16]
    var supportedGroups: [UInt16]
    var pointFormats: [UInt8]
    var signatureAlgorithms: [UInt16]
  }

  private final class Entry: Sendable {
    let shape: Shape
    let fingerprints: ClientHello.Fingerprints

    init(shape: Shape, fingerprints: ClientHello.Fingerprints) {
      self.shape = shape
      self.fingerprints = fingerprints
    }
  }

  /// What JA3S looks at, and what it makes of it.
  private final class Answer: Sendable {
    let legacyVersion: UInt16
    let cipherSuite: UInt16
    let extensionTypes: [UInt16]
    let ja3s: String

    init(_ hello: ServerHello) {
      legacyVersion = hello.legacyVersion
      cipherSuite = hello.cipherSuite
      extensionTypes = hello.extensionTypes
      ja3s = hello.ja3s
    }

    func isLike(_ hello: ServerHello) -> Bool {
      hello.legacyVersion == legacyVersion && hello.cipherSuite == cipherSuite
        && hello.extensionTypes == extensionTypes
    }
  }

  /// Places, each of which the last hello that fell on it holds; a power of two.
  package static let capacity = 256
  private var entries: [Entry?] = Array(repeating: nil, count: FingerprintBook.capacity)
  /// As many of servers.
  private var answers: [Answer?] = Array(repeating: nil, count: FingerprintBook.capacity)

  public init() {}

  /// What reports say of a hello, fingerprints included.
  package mutating func facts(
    of hello: ClientHello, transport: ClientHello.Transport
  ) -> ClientHelloFacts {
    let shape = Shape(
      transport: transport, legacyVersion: hello.legacyVersion, version: hello.version,
      hasServerName: hello.hasServerName, firstProtocol: hello.alpn.first,
      cipherSuites: hello.cipherSuites, extensionTypes: hello.extensionTypes,
      supportedGroups: hello.supportedGroups, pointFormats: hello.pointFormats,
      signatureAlgorithms: hello.signatureAlgorithms)
    let place = Self.place(of: shape)
    if let entry = entries[place], entry.shape == shape {
      return hello.facts(entry.fingerprints)
    }
    let fingerprints = hello.fingerprints(transport: transport)
    entries[place] = Entry(shape: shape, fingerprints: fingerprints)
    return hello.facts(fingerprints)
  }

  /// What reports say of a server's hello, fingerprint included.
  package mutating func facts(of hello: ServerHello) -> ServerHelloFacts {
    let place = Self.place(Int(hello.cipherSuite), hello.extensionTypes)
    if let answer = answers[place], answer.isLike(hello) { return hello.facts(ja3s: answer.ja3s) }
    let answer = Answer(hello)
    answers[place] = answer
    return hello.facts(ja3s: answer.ja3s)
  }

  private static func place(of shape: Shape) -> Int {
    place(mix(Int(shape.transport.rawValue), shape.cipherSuites), shape.extensionTypes)
  }

  /// A number that tells most hellos apart. Whoever makes two fall together gains nothing: what is found is
  /// compared.
  private static func place(_ seed: Int, _ numbers: [UInt16]) -> Int {
    let sum = mix(seed, numbers)
    return (sum ^ sum >> 16) & (capacity - 1)
  }

  private static func mix(_ seed: Int, _ numbers: [UInt16]) -> Int {
    numbers.reduce(seed) { $0 &* 31 &+ Int($1) }
  }
}
