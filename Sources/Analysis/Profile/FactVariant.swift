import Model

/// One spelling under which a fact may stand on the wire.
struct FactVariant: Hashable, Sendable {
  /// Position of the fact in the profile.
  var fact: Int
  /// The fact's own attribute, or what the variant tells instead: a time zone's offset.
  var attribute: String
  var text: [UInt8]
  var reach: Reach
  /// Whether letter case means nothing in it.
  var foldsCase: Bool
  /// Fewest digits that may stand alone for a value that is commonly cut short; nil when it is not.
  var shortestPrefix: Int?
}

/// Derives the spellings of facts (docs/Profile.md lists them).
struct FactVariants {
  private(set) var variants: [FactVariant] = []
  private let sensitivity: (String) -> Int
  private let care: FactSearch.Care
  private var seen: Set<Seen> = []

  private struct Seen: Hashable {
    var attribute: String
    var text: [UInt8]
  }

  /// - Parameters:
  ///   - time: a moment of the capture, for the offsets of time zones.
  ///   - sensitivity: of an attribute, 1 to 5.
  init(
    _ facts: [ProfileFact], at time: Timestamp, care: FactSearch.Care,
    sensitivity: @escaping (String) -> Int
  ) {
    self.sensitivity = sensitivity
    self.care = care
    let homes = facts.filter { $0.attribute == "identity.home_path" }.map(\.value)
    for (i, fact) in facts.enumerated() {
      let value = fact.value.trimmed
      guard !value.isEmpty else { continue }
      add(i, fact.attribute, value)
      for text in Self.spellings(of: value, attribute: fact.attribute, homes: homes) {
        add(i, fact.attribute, text)
      }
      if fact.attribute == "place.timezone" {
        for text in ZoneOffset.spellings(zone: value, at: time) {
          add(i, "place.utc_offset", text, atMost: .supporting)
        }
      }
    }
  }

  private mutating func add(
    _ fact: Int, _ attribute: String, _ text: String, atMost limit: Reach = .anywhere
  ) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, seen.insert(Seen(attribute: attribute, text: bytes)).inserted else {
      return
    }
    // Where the place is known, only the shortest spellings could stand there by accident.
    let reach =
      care == .knownPlace
      ? min(limit, bytes.count < 3 ? .field : .anywhere)
      : min(limit, Distinctiveness.reach(of: bytes, sensitivity: sensitivity(attribute)))
    variants.append(
      FactVariant(
        fact: fact, attribute: attribute, text: bytes, reach: reach,
        foldsCase: care == .knownPlace || Distinctiveness.foldsCase(bytes),
        shortestPrefix: attribute == "workspace.commit" && text.isHex && bytes.count >= 20 ? 7 : nil
      ))
  }

  private static func spellings(
    of value: String, attribute: String, homes: [String]
  ) -> [String] {
    switch attribute {
    case "identity.home_path", "workspace.path", "workspace.temp_path", "workspace.file_path":
      PathSpelling.all(of: value, homes: homes)
    case "workspace.repository": RemoteSpelling.all(of: value)
    case "machine.hostname": NameSpelling.hosts(value)
    case "identity.person_name": NameSpelling.people(value)
    case "identity.mac_address": NameSpelling.linkAddresses(value)
    case "identity.machine_id", "identity.device_id", "identity.installation_id":
      NameSpelling.identifiers(value)
    case "place.locale", "place.accept_language": NameSpelling.locales(value)
    case "network.base_url", "network.proxy": RemoteSpelling.authorities(of: value)
    default: []
    }
  }
}

extension String {
  var isHex: Bool { utf8.allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) } }
}
