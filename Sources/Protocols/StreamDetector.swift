public import Model
import Wire

/// Finds out which protocol a stream speaks, by content and not by port, then steps aside.
///
/// Holds at most ``Limits/probeBytes`` of each side. Bytes of a stream that nothing understands are
/// sampled if the user asked for it (`--plaintext`), else dropped.
public final class StreamDetector: Layer {
  public static let name = "unknown"

  public static func probe(
    client: borrowing RawSpan, server: borrowing RawSpan, hints: ProbeHints
  ) -> Probe { .mismatch }

  private struct Piece {
    var side: Side
    var bytes: [UInt8]
    var provenance: Provenance
    /// Bytes that the capture lost in front of these.
    var gapBefore: Int
  }

  /// Streams within streams that are looked into.
  private static let depthLimit = 12

  private let context: LayerContext
  private var head = BySide<[UInt8]>(both: [])
  private var pieces: [Piece] = []
  private var candidates = Registry.layers
  /// The layer that took over; nil while undecided.
  public private(set) var layer: (any Layer)?
  private var isUnknown = false
  private var hasEnded = BySide(both: false)
  private var sampler: PlaintextSampler
  /// Whether all bytes are sampled here, whoever reads them.
  private let samplesAll: Bool
  private var isCut = false
  /// Segments of the client in which a connection that began before the capture may still show what
  /// it is.
  private var looksLeft = 0
  private static let midwayLooks = 64

  public convenience init(_ context: LayerContext) {
    self.init(context, startsMidway: false)
  }

  /// - Parameter startsMidway: whether the connection began before the capture, so that its first
  ///   bytes may lie within a message. Requests are then looked for where segments begin.
  public init(_ context: LayerContext, startsMidway: Bool) {
    self.context = context
    if startsMidway { looksLeft = Self.midwayLooks }
    sampler = PlaintextSampler(context)
    samplesAll = context.isSampledOutside
    if context.path.depth > Self.depthLimit { candidates = [] }
  }

  public func receive(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    if samplesAll { sampler.take(bytes, from: side, at: provenance) }
    pass(bytes, from: side, at: provenance)
  }

  private func pass(_ bytes: RawSpan, from side: Side, at provenance: Provenance) {
    if let layer {
      layer.receive(bytes, from: side, at: provenance)
      return
    }
    if isUnknown {
      if looksLeft > 0, side == .client, lookAgain(bytes) {
        pass(bytes, from: side, at: provenance)
        return
      }
      if !samplesAll { sampler.take(bytes, from: side, at: provenance) }
      return
    }
    // The usual case, first bytes that decide at once, is read in place.
    if pieces.isEmpty, decide(bytes, side) {
      adopt()
      pass(bytes, from: side, at: provenance)
      return
    }
    if !pieces.isEmpty, looksLeft > 0, side == .client, lookAgain(bytes) {
      // What was held belongs to messages whose beginning nobody saw.
      pieces = []
      head = BySide(both: [])
      pass(bytes, from: side, at: provenance)
      return
    }
    pieces.append(Piece(side: side, bytes: bytes.array, provenance: provenance, gapBefore: 0))
    let room = context.limits.probeBytes - head[side].count
    if room > 0 { bytes.extracting(first: room).append(to: &head[side]) }
    guard decideHeld() else { return }
    adopt()
    replay()
  }

  /// The layer that may take the detector's place; nil while the detector has something left to do.
  public var successor: (any Layer)? { samplesAll || sampler.holdsSamples ? nil : layer }

  public func gap(_ count: Int, from side: Side, at provenance: Provenance) {
    if let layer {
      layer.gap(count, from: side, at: provenance)
      return
    }
    guard !isUnknown else { return }
    guard !head[side].isEmpty else {
      pieces.append(Piece(side: side, bytes: [], provenance: provenance, gapBefore: count))
      return
    }
    settle()
    layer?.gap(count, from: side, at: provenance)
  }

  /// Decides with what there is: the beginning has a hole in it, or nothing follows it.
  private func settle() {
    isCut = true
    if !decideHeld() { isUnknown = true }
    if chosen != nil { adopt() }
    replay()
  }

  /// Whether a segment begins a message of a protocol whose connections can be joined midway.
  private func lookAgain(_ bytes: RawSpan) -> Bool {
    looksLeft -= 1
    let none: [UInt8] = []
    if HTTP1Layer.probe(client: bytes, server: none.span.bytes, hints: hints) == .match {
      isUnknown = false
      chosen = HTTP1Layer.self
      adopt()
      return true
    }
    if looksLeft == 0, isUnknown { context.decide(.unknownProtocol) }
    return false
  }

  public func end(from side: Side, isClean: Bool, at provenance: Provenance) {
    layer?.end(from: side, isClean: isClean, at: provenance)
    hasEnded[side] = true
    guard hasEnded.client, hasEnded.server else { return }
    if layer == nil, !isUnknown {
      settle()
      for side in Side.allCases { layer?.end(from: side, isClean: isClean, at: provenance) }
    }
    for side in Side.allCases { sampler.flush(side, at: provenance) }
  }

  private var hints: ProbeHints {
    var hints = ProbeHints(
      alpn: context.path.alpn, serverPort: context.flow.server.port,
      clientPort: context.flow.client.port)
    hints.isCut = isCut
    return hints
  }

  /// Asks the candidates about first bytes that nobody had to hold; true when the matter is settled.
  private func decide(_ bytes: RawSpan, _ side: Side) -> Bool {
    let none: [UInt8] = []
    switch side {
    case .client: return decide(client: bytes, server: none.span.bytes)
    case .server: return decide(client: none.span.bytes, server: bytes)
    }
  }

  private func decideHeld() -> Bool {
    let client = head.client
    let server = head.server
    if decide(client: client.span.bytes, server: server.span.bytes) { return true }
    guard max(client.count, server.count) >= context.limits.probeBytes else { return false }
    isUnknown = true
    return true
  }

  private var chosen: (any Layer.Type)?

  private func decide(client: borrowing RawSpan, server: borrowing RawSpan) -> Bool {
    var open: [any Layer.Type] = []
    let hints = hints
    for candidate in candidates {
      switch candidate.probe(client: client, server: server, hints: hints) {
      case .match:
        // An earlier candidate that may still match goes first.
        guard open.isEmpty else {
          open.append(candidate)
          continue
        }
        chosen = candidate
        return true
      case .needsMore:
        open.append(candidate)
      case .mismatch:
        break
      }
    }
    candidates = open
    if open.isEmpty {
      isUnknown = true
      return true
    }
    return false
  }

  private func adopt() {
    guard let chosen else {
      if looksLeft == 0 { context.decide(.unknownProtocol) }
      return
    }
    if context.state.applicationProtocol == nil { context.state.applicationProtocol = chosen.name }
    layer = chosen.init(context)
  }

  private func replay() {
    let held = pieces
    pieces = []
    head = BySide(both: [])
    for piece in held {
      if piece.gapBefore > 0 {
        layer?.gap(piece.gapBefore, from: piece.side, at: piece.provenance)
      }
      guard !piece.bytes.isEmpty else { continue }
      if let layer {
        layer.receive(piece.bytes.span.bytes, from: piece.side, at: piece.provenance)
      } else if !samplesAll {
        sampler.take(piece.bytes.span.bytes, from: piece.side, at: piece.provenance)
      }
    }
  }
}
