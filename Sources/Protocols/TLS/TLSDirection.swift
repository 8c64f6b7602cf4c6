import Model
import Wire

/// The keys in use at a time (RFC 8446, appendix B.3): each begins with record number zero.
enum TLSEpoch: Int, Comparable {
  case early, handshake, application

  static func < (a: TLSEpoch, b: TLSEpoch) -> Bool { a.rawValue < b.rawValue }

  var next: TLSEpoch? { TLSEpoch(rawValue: rawValue + 1) }

  func label(for side: Side) -> SecretLabel? {
    switch (self, side) {
    case (.early, .client): .clientEarly
    case (.early, .server): nil
    case (.handshake, .client): .clientHandshake
    case (.handshake, .server): .serverHandshake
    case (.application, .client): .clientTraffic0
    case (.application, .server): .serverTraffic0
    }
  }
}

/// What one side of a TLS connection has sent, as far as it has to be remembered.
final class TLSDirection {
  let side: Side
  /// The beginning of a record whose end has not come.
  var pending: [UInt8] = []
  var pendingFrom: Provenance?
  /// Bytes still to come of a record that nobody will read.
  var skipping = 0
  var handshake: HandshakeAssembler
  /// Whether all records are protected (TLS 1.2 and earlier, after ChangeCipherSpec).
  var isProtected = false
  /// TLS 1.3: the epoch that the next record should belong to.
  var epoch: TLSEpoch
  var protection: RecordProtection?
  /// Records of this direction that wait for keys, and their bytes.
  var heldRecords = 0
  var heldBytes = 0
  /// Ciphertext that was lost in front of the next record; its count of records is not known.
  var lostBytes = 0
  /// Whether record boundaries are being looked for; the bytes looked at are in `pending`.
  var isScanning = false
  /// Bytes that looking for boundaries may still try to open.
  var trialBytes = 64 << 20
  var failures = 0
  var hasEnded = false
  var isInnerEnded = false
  /// Unread records so far, and whether they have passed the end of the handshake.
  var unreadRecords = 0
  var isHandshakeOver = false

  init(_ side: Side, limits: Limits) {
    self.side = side
    handshake = HandshakeAssembler(limit: limits.handshakeBytes)
    epoch = side == .client ? .early : .handshake
  }
}

/// A record that waits for keys.
struct HeldRecord {
  var side: Side
  var header: RecordHeader
  var fragment: [UInt8]
  var provenance: Provenance
  /// Ciphertext lost in front of it.
  var lostBefore: Int
}
