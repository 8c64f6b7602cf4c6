import Model

/// A place that told an attribute to a recipient.
struct PlaceKey: Hashable {
  var attribute: String
  var channel: Channel
  var recipient: String
}

/// What was told in one place so far.
struct DisclosureTally {
  private static let shownValues = 16
  private static let shownEvidence = 4

  var values: [[UInt8]] = []
  private var seen: Set<UInt64> = []
  private(set) var distinct = 0
  private(set) var occurrences = 0
  private(set) var firstSeen: Timestamp
  private(set) var lastSeen: Timestamp
  private(set) var evidence: [Evidence] = []
  private(set) var basis: Set<Basis> = []
  /// Greatest confidence of each basis.
  private var confidences: [Basis: Double] = [:]
  private(set) var source: String?
  private var sourceWeight = 0.0
  private(set) var isSecret = false
  private(set) var sessions: Set<Int> = []
  private(set) var note: String?
  var observers: Set<Observer> = []

  init(at time: Timestamp) {
    firstSeen = time
    lastSeen = time
  }

  /// - Parameter isRepeat: whether the same value in the same place was already told by another
  ///   basis; it then supports the entry, and is not counted again.
  mutating func add(
    _ finding: Finding, isRepeat: Bool, at time: Timestamp, session: Int?,
    evidence: () -> Evidence?, distinctLimit: Int
  ) {
    let hash = fnv1a(finding.value)
    if seen.count < distinctLimit, seen.insert(hash).inserted {
      distinct += 1
      if values.count < Self.shownValues {
        values.append(Array(finding.value.prefix(values.isEmpty ? 2048 : 256)))
        if self.evidence.count < Self.shownEvidence, let new = evidence() {
          self.evidence.append(new)
        }
      }
    }
    if !isRepeat { occurrences += 1 }
    firstSeen = min(firstSeen, time)
    lastSeen = max(lastSeen, time)
    // A known place says more than a shape, a shape more than the bare fact, and a sure one more than a
    // general one.
    let weight =
      switch finding.basis {
      case .profile: finding.confidence / 1000
      case .recogniser: finding.confidence
      case .signal, .marker, .network: finding.confidence + 1
      }
    if weight > sourceWeight {
      source = finding.source
      sourceWeight = weight
    }
    basis.insert(finding.basis)
    confidences[finding.basis] = max(confidences[finding.basis] ?? 0, finding.confidence)
    isSecret = isSecret || finding.isSecret
    note = note ?? finding.note
    if let session, sessions.count < 64 { sessions.insert(session) }
  }

  /// Bases support each other as independent witnesses.
  var confidence: Double {
    min(0.99, 1 - confidences.sorted { $0.key < $1.key }.reduce(1) { $0 * (1 - $1.value) })
  }

  mutating func merge(_ other: DisclosureTally, sessions map: [Int], distinctLimit: Int) {
    for value in other.values where seen.count < distinctLimit {
      if seen.insert(fnv1a(value)).inserted, values.count < Self.shownValues {
        values.append(value)
      }
    }
    seen.formUnion(other.seen.sorted().prefix(max(0, distinctLimit - seen.count)))
    distinct = seen.count
    occurrences += other.occurrences
    firstSeen = min(firstSeen, other.firstSeen)
    lastSeen = max(lastSeen, other.lastSeen)
    evidence.append(contentsOf: other.evidence.prefix(max(0, Self.shownEvidence - evidence.count)))
    basis.formUnion(other.basis)
    confidences.merge(other.confidences) { max($0, $1) }
    if other.sourceWeight > sourceWeight {
      source = other.source
      sourceWeight = other.sourceWeight
    }
    isSecret = isSecret || other.isSecret
    note = note ?? other.note
    observers.formUnion(other.observers)
    sessions.formUnion(other.sessions.compactMap { map.indices.contains($0) ? map[$0] : nil })
  }

  /// The sessions' numbers after those of another client were put before them.
  mutating func renumberSessions(_ map: [Int]) {
    sessions = Set(sessions.compactMap { map.indices.contains($0) ? map[$0] : nil })
  }
}
