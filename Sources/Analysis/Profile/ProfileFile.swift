import Protocols

/// Why a file is no profile.
public struct ProfileFault: Error, Hashable, Sendable {
  public var reason: String
}

extension Profile {
  /// The schema of the files that this version reads and writes.
  public static let schema = "telltale.profile/1"

  /// Reads `{"schema": "telltale.profile/1", "facts": [{"attribute": …, "value": …}, …]}`.
  ///
  /// Further members are passed over. A number as value stands for its text.
  public init(json bytes: [UInt8]) throws(ProfileFault) {
    var reader = ProfileReader(bytes: bytes)
    let failure = JSON.walk(bytes.span) { event in
      reader.take(event)
      return reader.fault == nil
    }
    if let fault = reader.fault { throw ProfileFault(reason: fault) }
    if let failure {
      throw ProfileFault(reason: "not JSON at byte \(failure.offset): \(failure.reason)")
    }
    guard let schema = reader.schema else {
      throw ProfileFault(reason: "it has no schema; \(Profile.schema) is expected")
    }
    guard schema == Profile.schema else {
      throw ProfileFault(reason: "its schema is '\(schema)'; \(Profile.schema) is expected")
    }
    guard reader.hasFacts else { throw ProfileFault(reason: "it has no list of facts") }
    self.init(facts: reader.facts)
  }
}

/// Follows the walk over a profile: only `schema` and the members of `facts` count.
private struct ProfileReader {
  let bytes: [UInt8]
  var schema: String?
  var facts: [ProfileFact] = []
  var hasFacts = false
  var fault: String?

  private var depth = 0
  private var key = ""
  private var isInFacts = false
  private var attribute: String?
  private var value: String?

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func take(_ event: JSONEvent) {
    switch event {
    case .beginObject:
      depth += 1
    case .beginArray:
      if depth == 1, key == "facts" {
        isInFacts = true
        hasFacts = true
      }
      depth += 1
    case .endArray:
      depth -= 1
      if depth == 1 { isInFacts = false }
    case .endObject:
      depth -= 1
      if isInFacts, depth == 2 { closeFact() }
    case .key(let range):
      key = text(range)
    case .string(let range):
      note(text(range))
    case .number(let range):
      note(String(decoding: bytes[range], as: UTF8.self))
    case .literal:
      break
    }
  }

  private mutating func note(_ text: String) {
    if depth == 1, key == "schema" { schema = text }
    guard isInFacts, depth == 3 else { return }
    if key == "attribute" { attribute = text }
    if key == "value" { value = text }
  }

  private mutating func closeFact() {
    defer {
      attribute = nil
      value = nil
    }
    let number = facts.count + 1
    guard let attribute, let value else {
      fault = "fact \(number): attribute or value is missing"
      return
    }
    guard value.utf8.count <= Profile.valueLimit else {
      fault = "fact \(number): its value is longer than \(Profile.valueLimit) bytes"
      return
    }
    guard number <= Profile.factLimit else {
      fault = "it has more than \(Profile.factLimit) facts"
      return
    }
    facts.append(ProfileFact(attribute: attribute, value: value))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: JSON.unescape(bytes.span.extracting(range)), as: UTF8.self)
  }
}
