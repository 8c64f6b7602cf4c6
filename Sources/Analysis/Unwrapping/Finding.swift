import Knowledge
import Model

/// Something worth telling that stood in an exchange, before it is known which tool sent it.
struct Hit {
  /// Index of what asked for the place (see ``Terminals``), or nil when a recogniser or marker found it.
  var terminal: Int32?
  var finding: Finding
  var channel: Channel
  /// Where the outermost carrier stands in the body after content codings.
  var offset: Int?
  var length: Int?
}

/// What a recogniser or a marker rule says about a value.
struct Finding {
  var attribute: String
  var value: [UInt8]
  /// Id of the recogniser, signal or marker.
  var source: String
  var basis: Basis
  var confidence: Double
  var isSecret = false
  var note: String?

  init(
    _ attribute: String, _ value: [UInt8], source: String, basis: Basis = .recogniser,
    confidence: Double, isSecret: Bool = false, note: String? = nil
  ) {
    self.attribute = attribute
    self.value = value
    self.source = source
    self.basis = basis
    self.confidence = confidence
    self.isSecret = isSecret
    self.note = note
  }

  /// What a signal says about a value in its place.
  init(_ signal: Signal, _ value: [UInt8]) {
    self.init(
      signal.attribute, value, source: signal.id, basis: .signal, confidence: signal.confidence,
      isSecret: signal.redaction == .secret, note: signal.note)
  }

  /// A fact of the profile that stood in a text.
  init(_ match: FactMatch) {
    self.init(
      match.attribute, match.value, source: Self.profileSource, basis: .profile,
      confidence: Self.profileConfidence, isSecret: SecretAttributes.contains(match.attribute),
      note: match.note)
  }

  static let profileSource = "profile"
  static let profileConfidence = 0.97
}
