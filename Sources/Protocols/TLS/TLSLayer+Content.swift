import Model
import Wire

extension TLSLayer {
  /// Whether nobody will read such a record, so that its header is all that matters.
  func isOnlyCounted(_ header: RecordHeader, _ direction: TLSDirection) -> Bool {
    unreadable != nil && direction.heldRecords == 0
      && (direction.isProtected || header.type == .applicationData)
  }

  /// Takes the content of an application data record.
  func takeApplicationData(
    _ content: RawSpan, _ direction: TLSDirection, at provenance: Provenance
  ) {
    if direction.side == .client, !context.path.isEncrypted {
      context.state.clientBytesSeen += UInt64(content.byteCount)
      context.state.clientBytesRead += UInt64(content.byteCount)
    }
    context.state.isDecrypted = true
    hasRead = true
    if direction.side == .client, direction.epoch == .early, negotiation.isTLS13 {
      takeEarlyData(content, at: provenance)
      return
    }
    report(isDecrypted: true, at: provenance)
    guard content.byteCount > 0 else { return }
    detector.receive(content, from: direction.side, at: provenance)
  }

  /// Whoever reads what is inside; made when there is something to read.
  var detector: StreamDetector {
    if let inner { return inner }
    let made = StreamDetector(
      context.inner { path in
        path.isEncrypted = true
        path.serverName = negotiation.serverName
        path.alpn = negotiation.alpn.map(printableName)
      })
    inner = made
    return made
  }

  /// Counts an application data record that is not read.
  ///
  /// TLS 1.3 gives its encrypted handshake the same record type. A client's flight ends with a record
  /// as long as Finished is with the suite's hash; when none of the first three records is, the first
  /// is taken for the flight, as a client without certificate sends one.
  func count(_ header: RecordHeader, _ direction: TLSDirection, at provenance: Provenance) {
    guard header.type == .applicationData else { return }
    if !negotiation.isReported { report(isDecrypted: hasRead, reason: unreadable, at: provenance) }
    if isUnreadHandshake(header, direction) { return }
    context.state.hasUnreadCiphertext = true
    let overhead = negotiation.suite?.overhead(version: negotiation.version) ?? 17
    guard direction.side == .client else {
      context.state.unreadPieces.note(header.length - overhead, at: provenance.time)
      return
    }
    let size = UInt64(max(0, header.length - overhead))
    if context.path.isEncrypted {
      // The layer around this one has counted these bytes as read.
      context.state.clientBytesRead -= min(size, context.state.clientBytesRead)
    } else {
      context.state.clientBytesSeen += size
    }
  }

  private func isUnreadHandshake(_ header: RecordHeader, _ direction: TLSDirection) -> Bool {
    guard !direction.isHandshakeOver, direction.epoch != .application, negotiation.hasHello,
      negotiation.isTLS13
    else { return false }
    if direction.side == .server { return !client.isHandshakeOver && client.epoch != .application }
    direction.unreadRecords += 1
    let finishedLength = 4 + (negotiation.suite?.keyHash ?? .sha256).byteCount + 17
    if header.length == finishedLength, direction.unreadRecords <= 3 {
      direction.isHandshakeOver = true
      return true
    }
    if direction.unreadRecords == 1 { return true }
    direction.isHandshakeOver = direction.unreadRecords >= 3
    return false
  }

  // MARK: 0-RTT

  /// Keeps 0-RTT content until the server has taken or refused it: what it refuses is sent again.
  private func takeEarlyData(_ content: RawSpan, at provenance: Provenance) {
    switch negotiation.acceptsEarlyData {
    case true?:
      report(isDecrypted: true, at: provenance)
      detector.receive(content, from: .client, at: provenance)
    case false?:
      report("early_data_rejected", "0-RTT data that the server refused", at: provenance)
    case nil:
      guard earlyDataBytes + content.byteCount <= context.limits.heldCiphertextBytes else {
        report("cap_reached", "0-RTT data beyond the hold limit", at: provenance)
        return
      }
      earlyDataBytes += content.byteCount
      earlyData.append((content.array, provenance))
    }
  }

  /// Hands on or drops the 0-RTT content that was kept.
  func settleEarlyData(isAccepted: Bool, at provenance: Provenance) {
    if negotiation.acceptsEarlyData == nil { negotiation.acceptsEarlyData = isAccepted }
    let kept = earlyData
    earlyData = []
    guard !kept.isEmpty else { return }
    guard negotiation.acceptsEarlyData == true else {
      report("early_data_rejected", "0-RTT data that the server refused", at: provenance)
      return
    }
    report(isDecrypted: true, at: provenance)
    for piece in kept {
      detector.receive(piece.bytes.span.bytes, from: .client, at: piece.provenance)
    }
  }
}
