import Model

/// Something that is told without being said: bytes that depend on the environment but do not show it.
///
/// A detector sees each text as it was sent, after decodings and before any normalisation. A new one is a
/// file beside this one and one line in ``CovertDetectors``.
protocol CovertDetector: Sendable {
  static var id: String { get }
  /// A quick test that keeps ordinary texts cheap.
  static func wants(_ text: Span<UInt8>) -> Bool
  static func findings(in text: Span<UInt8>) -> [Finding]
}

enum CovertDetectors {
  static let all: [any CovertDetector.Type] = [DateLineMarker.self, ClientAttestation.self]

  static func findings(in text: Span<UInt8>) -> [Finding] {
    var findings: [Finding] = []
    for detector in all where detector.wants(text) {
      findings.append(contentsOf: detector.findings(in: text))
    }
    return findings
  }
}
