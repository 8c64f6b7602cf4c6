import Model
import Wire

/// Bytes of one side, and losses among them, that wait until it is known who reads them.
struct HeldStretch {
  private struct Piece {
    var bytes: [UInt8]
    /// Bytes lost in the piece's place.
    var lost: Int
    var provenance: Provenance
  }

  /// Whether bytes are to be held.
  var isActive = false
  private(set) var byteCount = 0
  private var pieces: [Piece] = []

  mutating func append(_ bytes: RawSpan, at provenance: Provenance) {
    guard bytes.byteCount > 0 else { return }
    byteCount += bytes.byteCount
    pieces.append(Piece(bytes: bytes.array, lost: 0, provenance: provenance))
  }

  mutating func gap(_ count: Int, at provenance: Provenance) {
    // A loss costs as much room as some bytes, so that losses are capped too.
    byteCount += 16
    pieces.append(Piece(bytes: [], lost: count, provenance: provenance))
  }

  /// Whether what is held begins like an HTTP/1 request.
  var beginsLikeRequest: Bool {
    guard let bytes = pieces.first?.bytes else { return false }
    return StartLine.mayBegin(bytes.span.bytes, .request)
  }

  /// Hands everything to a layer, in order.
  func replay(to layer: any Layer) {
    for piece in pieces {
      if piece.lost > 0 {
        layer.gap(piece.lost, from: .client, at: piece.provenance)
      } else {
        layer.receive(piece.bytes.span.bytes, from: .client, at: piece.provenance)
      }
    }
  }
}
