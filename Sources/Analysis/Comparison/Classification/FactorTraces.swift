import Model

/// The forms in which the values of one factor may stand on the wire: all spellings, encodings and digests
/// that a profile's facts are searched for in.
///
/// What a level stands for comes from the experiment file, from profiles, from its label, and from the
/// recipients that only its runs have.
struct FactorTraces {
  private let search: FactSearch
  /// Level that each fact belongs to.
  private let levels: [Int]
  /// Bytes before and behind a place in which a value may begin and end.
  private static let around = 1_024

  init(levels: [[Experiment.Fact]], hosts: [Set<String>], at time: Timestamp) {
    var facts: [ProfileFact] = []
    var numbers: [Int] = []
    func add(_ attribute: String, _ value: String, _ level: Int) {
      facts.append(ProfileFact(attribute: attribute, value: value))
      numbers.append(level)
    }
    for (level, known) in levels.enumerated() {
      for fact in known {
        let isZone = TimeZoneName.isName(fact.value)
        add(fact.attribute.isEmpty && isZone ? "place.timezone" : fact.attribute, fact.value, level)
        guard isZone, let city = fact.value.split(separator: "/").last else { continue }
        add("", fact.value.replacing("/", with: "_"), level)
        add("", String(city), level)
        add("", String(city.replacing("_", with: " ")), level)
      }
      for host in hosts[level].sorted() {
        add("network.base_url", "https://" + host, level)
        add("network.base_url", "https://" + host + "/", level)
        add("", host, level)
      }
    }
    search = FactSearch(facts, at: time, care: .knownPlace)
    self.levels = numbers
  }

  /// How the value of a level stands at a place: the encodings (none for as it is); nil when it does not.
  func encodings(of level: Int, in text: [UInt8], at place: Range<Int>) -> [String]? {
    let low = max(0, place.lowerBound - Self.around)
    let high = min(text.count, place.upperBound + Self.around)
    let window = text.span.extracting(low..<high)
    return search.match(
      covering: (place.lowerBound - low)..<(place.upperBound - low), in: window,
      of: { levels[$0] == level })?.encodings
  }
}
