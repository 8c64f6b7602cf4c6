import Model
import Wire

extension TLSLayer {
  /// Records that are tried after a loss to find the number of the next one.
  private static let mostLostRecords = 2_048

  /// Takes note that `count` bytes of the stream are missing here.
  func lose(_ count: Int, _ direction: TLSDirection, at provenance: Provenance) {
    direction.handshake.reset()
    if direction.isScanning {
      direction.lostBytes += direction.pending.count + count
      direction.pending = []
      return
    }
    if direction.side == .server, negotiation.server == nil, negotiation.hasHello {
      negotiation.isServerHelloLost = true
      needsDrain = true
    }
    let pending = direction.pending
    if let header = RecordHeader(pending.span.bytes) {
      // The rest of this record is known to be lost; the boundary behind it is not.
      direction.skipping = RecordHeader.byteCount + header.length - pending.count
      direction.lostBytes += RecordHeader.byteCount + header.length
      direction.pending = []
    } else if !pending.isEmpty {
      direction.lostBytes += pending.count
      direction.pending = []
      direction.skipping = 0
    }
    let skipped = min(direction.skipping, count)
    direction.skipping -= skipped
    guard count > skipped else { return }
    direction.lostBytes += count - skipped
    direction.isScanning = true
  }

  /// A header that cannot be one stands where a record should begin.
  func desynchronize(_ bytes: RawSpan, _ direction: TLSDirection, at provenance: Provenance) {
    report("malformed_record", "no record begins where one should", at: provenance)
    direction.handshake.reset()
    direction.isScanning = true
    direction.pending = bytes.array
    direction.lostBytes = max(direction.lostBytes, 1)
    scan(direction, at: provenance, isAtEnd: false)
  }

  /// Looks for the next record boundary among the pending bytes, and goes on from it.
  ///
  /// A header counts when another follows it, or nothing does; with keys, the record has to open too.
  func scan(_ direction: TLSDirection, at provenance: Provenance, isAtEnd: Bool) {
    let bytes = direction.pending
    let lostBefore = direction.lostBytes
    var offset = 0
    while bytes.count - offset >= RecordHeader.byteCount {
      guard let header = RecordHeader(bytes.span.bytes, at: offset), fits(header, direction) else {
        offset += 1
        continue
      }
      let end = offset + RecordHeader.byteCount + header.length
      let rest = bytes.count - end
      if rest < 0 || (rest > 0 && rest < RecordHeader.byteCount), !isAtEnd { break }
      let isChained =
        rest == 0
        || rest > 0 && RecordHeader(bytes.span.bytes, at: end).map { fits($0, direction) } ?? false
      guard isChained else {
        offset += 1
        continue
      }
      direction.lostBytes = lostBefore + offset
      let fragment = bytes.span.bytes.extracting(offset + RecordHeader.byteCount..<end)
      guard accept(header, fragment, direction, at: provenance) else {
        offset += 1
        continue
      }
      direction.isScanning = false
      direction.pending = []
      if rest > 0, !isReleased {
        split(bytes.span.bytes.extracting(end..<bytes.count), direction, at: provenance)
      }
      return
    }
    guard !isReleased else { return }
    direction.lostBytes = lostBefore + offset
    if isAtEnd {
      report("resync_failed", "no record could be found again after a loss", at: provenance)
      direction.pending = []
    } else if offset > 0 {
      direction.pending = Array(bytes[offset...])
    }
  }

  private func fits(_ header: RecordHeader, _ direction: TLSDirection) -> Bool {
    guard header.isPlausible, header.version <= 0x0303 else { return false }
    guard let server = negotiation.server else { return true }
    return server.isTLS13
      ? header.version == 0x0303 && header.type != .heartbeat : header.version == server.version
  }

  /// Handles a record at a boundary that was found; false when keys show that it is none.
  private func accept(
    _ header: RecordHeader, _ fragment: RawSpan, _ direction: TLSDirection,
    at provenance: Provenance
  ) -> Bool {
    let isSealed = direction.isProtected || header.type == .applicationData
    if isSealed, direction.heldRecords == 0, direction.trialBytes > 0,
      case .ready = keyState(direction)
    {
      if case .cbc(let cbc)? = direction.protection?.scheme, cbc.lastBlock != nil {
        // Only the record after this one can be opened: its IV stands here.
        handle(header, fragment, direction, at: provenance)
        return true
      }
      var content: [UInt8] = []
      guard
        let type = openAfterLoss(header, fragment, direction, into: &content, at: provenance)
      else { return false }
      take(type, content.span.bytes, direction, at: provenance)
      return true
    }
    handle(header, fragment, direction, at: provenance)
    return true
  }

  /// Opens the first record after a loss: its number is found by trying, and authentication proves it.
  func openAfterLoss(
    _ header: RecordHeader, _ fragment: RawSpan, _ direction: TLSDirection,
    into content: inout [UInt8], at provenance: Provenance
  ) -> ContentType? {
    let overhead =
      RecordHeader.byteCount + (negotiation.suite?.overhead(version: negotiation.version) ?? 17)
    let most = min(direction.lostBytes / overhead + 1, Self.mostLostRecords)
    for (epoch, candidate) in candidatesAfterLoss(direction) {
      var trial = candidate
      for lost in 0...most {
        guard direction.trialBytes > 0 else {
          unreadable = "records could not be found again after a loss"
          report("resync_failed", "no record could be found again after a loss", at: provenance)
          return nil
        }
        direction.trialBytes -= fragment.byteCount + 64
        guard
          let type = trial.open(
            header, fragment, at: candidate.sequence &+ UInt64(lost), into: &content)
        else { continue }
        adopt(trial, epoch, direction)
        let missing = max(0, direction.lostBytes - lost * overhead)
        direction.lostBytes = 0
        direction.failures = 0
        if epoch == .application, lost > 0, missing > 0 {
          detector.gap(missing, from: direction.side, at: provenance)
        }
        return type
      }
    }
    return nil
  }

  /// The keys that the first record after a loss may be under: those in use, those of later epochs
  /// whose beginning was lost, and the next generation.
  private func candidatesAfterLoss(_ direction: TLSDirection) -> [(TLSEpoch, RecordProtection)] {
    var list: [(TLSEpoch, RecordProtection)] = []
    if let current = direction.protection {
      list.append((direction.epoch, current))
    }
    for epoch in freshEpochs(direction) {
      list.append(contentsOf: protections(direction, epoch).map { (epoch, $0) })
    }
    if direction.epoch == .application, negotiation.isTLS13, var updated = direction.protection {
      updated.update()
      list.append((.application, updated))
    }
    return list
  }
}
