package import Model
import Wire

/// The kinds of handshake messages that are read (RFC 8446, section 4; RFC 5246, section 7.4).
package enum HandshakeType: UInt8, Sendable, Hashable {
  case helloRequest = 0
  case clientHello = 1
  case serverHello = 2
  case newSessionTicket = 4
  case endOfEarlyData = 5
  case encryptedExtensions = 8
  case certificate = 11
  case serverKeyExchange = 12
  case certificateRequest = 13
  case serverHelloDone = 14
  case certificateVerify = 15
  case clientKeyExchange = 16
  case finished = 20
  case keyUpdate = 24
  case compressedCertificate = 25
}

/// Joins one direction's handshake messages, which records may split or carry several of.
///
/// A message that lies whole in one fragment is handed out in place.
package struct HandshakeAssembler {
  package enum Failure: Error, Hashable {
    /// A message announces more bytes than ``Limits/handshakeBytes``.
    case tooLong(Int)
  }

  private var held: [UInt8] = []
  private var heldFrom: Provenance?
  /// Bytes of an overlong message that are still to come.
  private var skipping = 0
  private let limit: Int

  package init(limit: Int) {
    self.limit = limit
  }

  /// Forgets an incomplete message, as after a loss.
  package mutating func reset() {
    held = []
    heldFrom = nil
    skipping = 0
  }

  /// Takes the next fragment and hands out each message that is complete: its type, its body, and
  /// where it stood.
  package mutating func push(
    _ fragment: RawSpan, at provenance: Provenance,
    emit: (UInt8, RawSpan, Provenance) -> Void
  ) throws(Failure) {
    var input = fragment
    if skipping > 0 {
      let count = min(skipping, input.byteCount)
      skipping -= count
      input = input.extracting(droppingFirst: count)
    }
    if !held.isEmpty {
      guard try complete(with: &input, at: provenance, emit: emit) else { return }
    }
    while input.byteCount >= 4 {
      let length = Self.length(input)
      guard length <= limit else {
        skipping = 4 + length - input.byteCount
        if skipping < 0 { skipping = 0 }
        throw .tooLong(length)
      }
      guard input.byteCount >= 4 + length else { break }
      emit(input[0], input.extracting(4..<4 + length), provenance)
      input = input.extracting(droppingFirst: 4 + length)
    }
    guard input.byteCount > 0 else { return }
    input.append(to: &held)
    heldFrom = provenance
  }

  /// Completes the held message; false while bytes are still missing.
  private mutating func complete(
    with input: inout RawSpan, at provenance: Provenance,
    emit: (UInt8, RawSpan, Provenance) -> Void
  ) throws(Failure) -> Bool {
    if held.count < 4 {
      let count = min(4 - held.count, input.byteCount)
      input.extracting(first: count).append(to: &held)
      input = input.extracting(droppingFirst: count)
      guard held.count == 4 else { return false }
    }
    let length = Int(held[1]) << 16 | Int(held[2]) << 8 | Int(held[3])
    guard length <= limit else {
      reset()
      skipping = max(0, length - input.byteCount)
      throw .tooLong(length)
    }
    let count = min(4 + length - held.count, input.byteCount)
    input.extracting(first: count).append(to: &held)
    input = input.extracting(droppingFirst: count)
    guard held.count == 4 + length else { return false }
    let message = held
    let whole = heldFrom.map { $0.union(provenance) } ?? provenance
    reset()
    emit(message[0], message.span.bytes.extracting(4..<message.count), whole)
    return true
  }

  private static func length(_ bytes: RawSpan) -> Int {
    Int(bytes[1]) << 16 | Int(bytes[2]) << 8 | Int(bytes[3])
  }
}
