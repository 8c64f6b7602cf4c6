package import Model
import Wire

/// A protocol over streams that is recognised and counted, but not read.
///
/// Adding one: a file in this folder and a line in ``Registry``.
package protocol OpaqueProtocol: SendableMetatype {
  /// EVE's `app_proto`.
  static var name: String { get }

  /// Judges the first bytes of either side; see ``Layer/probe(client:server:hints:)``.
  static func probe(client: borrowing RawSpan, server: borrowing RawSpan) -> Probe

  init()

  /// Follows a side's clear bytes as far as it takes to notice that they give way to TLS.
  mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade

  /// Learns that bytes were lost.
  mutating func lose(from side: Side)
}

/// What bytes of a clear protocol tell about an upgrade to TLS (STARTTLS and its relatives).
package enum TLSUpgrade: Sendable, Hashable {
  /// All bytes are clear; TLS may follow.
  case clear
  /// The byte at this offset is the first of a TLS record.
  case begins(at: Int)
  /// TLS will not follow.
  case never
}

extension OpaqueProtocol {
  package mutating func search(_ bytes: RawSpan, from side: Side) -> TLSUpgrade { .never }
  package mutating func lose(from side: Side) {}
}

extension Probe {
  /// Compares first bytes with a signature that they have to begin with.
  init(_ bytes: borrowing RawSpan, begin signature: StaticString) {
    let count = min(bytes.byteCount, signature.utf8CodeUnitCount)
    for i in 0..<count {
      let expected = unsafe signature.utf8Start[i]
      guard bytes[i] == expected else {
        self = .mismatch
        return
      }
    }
    self = count == signature.utf8CodeUnitCount ? .match : .needsMore
  }
}

/// The byte that begins a TLS handshake record.
let tlsHandshakeByte = ContentType.handshake.rawValue
