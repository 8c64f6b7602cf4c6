/// What of a value may be shown (`--redact`).
public enum Redaction: String, Sendable, Hashable, CaseIterable {
  /// Credentials are cut down to their recognisable beginning.
  case secrets
  /// Credentials, and every value that links to a person, a machine or a project.
  case values
  /// Everything is shown.
  case none
}
