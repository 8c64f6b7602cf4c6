import Model
import Wire

/// One direction's TLS messages at one encryption level (RFC 9000, section 19.6), in order, whole.
struct CryptoStream {
  struct Message {
    var type: UInt8
    /// Without type and length.
    var body: [UInt8]
    var provenance: Provenance
  }

  private var reassembly = StreamReassembly()
  private var assembler: HandshakeAssembler
  private let limit: Int
  private var isOverlong = false

  init(limit: Int) {
    self.limit = limit
    assembler = HandshakeAssembler(limit: limit)
  }

  /// Takes a CRYPTO frame and returns the messages that it completes.
  mutating func insert(
    _ bytes: RawSpan, at offset: UInt64, provenance: Provenance
  ) -> [Message] {
    // Frames far ahead would only fill memory.
    guard !isOverlong, reassembly.heldBytes + bytes.byteCount <= limit,
      reassembly.heldPieces < StreamReassembly.pieceLimit,
      offset <= reassembly.next + UInt64(limit)
    else { return [] }
    var messages: [Message] = []
    var assembler = assembler
    var failed = false
    reassembly.insert(bytes, at: offset, isFinal: false, provenance: provenance) { piece, at in
      do throws(HandshakeAssembler.Failure) {
        try assembler.push(piece, at: at) { type, body, whole in
          messages.append(Message(type: type, body: body.array, provenance: whole))
        }
      } catch {
        failed = true
      }
    }
    self.assembler = assembler
    isOverlong = failed
    return messages
  }
}
