import Analysis
import Model
import Testing

// Encoded forms and digests are from Python 3.11's base64, hashlib, json, html and urllib.parse.

@Suite struct `Facts of a machine in a text` {
  /// 2026-11-22, when New York is five hours behind UTC.
  static let moment = Timestamp(nanoseconds: 1_795_382_763_000_000_000)

  static let search = FactSearch(
    [
      ProfileFact(attribute: "machine.hostname", value: "build-falcon-07.quietharbor.example"),
      ProfileFact(attribute: "identity.username", value: "marisol"),
      ProfileFact(attribute: "identity.home_path", value: "/home/marisol"),
      ProfileFact(attribute: "workspace.path", value: "/home/marisol/src/orchard-ledger"),
      ProfileFact(
        attribute: "workspace.repository",
        value: "git@github.com:quietharbor-labs/orchard-ledger.git"),
      ProfileFact(attribute: "workspace.branch", value: "main"),
      ProfileFact(
        attribute: "workspace.commit", value: "3f2a9c1d4e5b60718293a4b5c6d7e8f901234567"),
      ProfileFact(attribute: "identity.person_name", value: "Zoë O'Hara"),
      ProfileFact(attribute: "identity.mac_address", value: "02:42:ca:fe:42:07"),
      ProfileFact(attribute: "network.private_address", value: "10.77.1.23"),
      ProfileFact(attribute: "machine.os", value: "Linux"),
      ProfileFact(attribute: "machine.cpu_count", value: "8"),
      ProfileFact(attribute: "place.timezone", value: "America/New_York"),
      ProfileFact(attribute: "place.locale", value: "pt_PT.UTF-8"),
    ], at: moment,
    sensitivity: { ["machine.os": 1, "machine.cpu_count": 2][$0] ?? 4 })

  @Test(arguments: [(10, true), (20_000, false)])
  func `are looked for among so many hits of a text`(repeats: Int, isTold: Bool) {
    let text =
      String(repeating: "/home/marisol/src/orchard-ledger ", count: repeats)
      + "build-falcon-07.quietharbor.example"
    #expect(found(text, "machine.hostname").isEmpty != isTold)
    #expect(!found(text, "workspace.path").isEmpty)
  }

  @Test func `are told up to a number of matches of a text`() {
    let names = (1_000..<1_400).map { "falcon-\($0).quietharbor.example" }
    let search = FactSearch(
      names.map { ProfileFact(attribute: "machine.hostname", value: $0) }, at: Self.moment)
    func count(_ names: some Sequence<String>) -> Int {
      search.matches(in: Array(names.joined(separator: " ").utf8).span).count
    }
    #expect((1...20).contains(count(names.prefix(5))))
    #expect(count(names) == 256)
  }

  private func found(_ text: String, _ attribute: String) -> [FactMatch] {
    Self.search.matches(in: Array(text.utf8).span).filter { $0.attribute == attribute }
  }

  private func values(_ text: String, _ attribute: String) -> [String] {
    found(text, attribute).map { String(decoding: $0.value, as: UTF8.self) }
  }

  @Test(arguments: [
    "git@github.com:quietharbor-labs/orchard-ledger.git",
    "https://github.com/quietharbor-labs/orchard-ledger",
    "ssh://git@github.com/quietharbor-labs/orchard-ledger.git",
    "github.com/quietharbor-labs/orchard-ledger", "quietharbor-labs/orchard-ledger",
    "HTTPS://GitHub.com/QuietHarbor-Labs/Orchard-Ledger.git",
  ])
  func `a git remote is known however it is spelled`(remote: String) {
    #expect(values("see <\(remote)> there", "workspace.repository") == [remote])
  }

  @Test(arguments: [
    ("-home-marisol-src-orchard-ledger", "workspace.path"),
    ("~/src/orchard-ledger", "workspace.path"), ("02-42-CA-FE-42-07", "identity.mac_address"),
    ("0242.cafe.4207", "identity.mac_address"), ("0242cafe4207", "identity.mac_address"),
    ("2485896757767", "identity.mac_address"), ("build-falcon-07", "machine.hostname"),
    ("BUILD-FALCON-07", "machine.hostname"), ("3f2a9c1", "workspace.commit"),
    ("3f2a9c1d4e5b", "workspace.commit"), ("pt-PT", "place.locale"),
  ])
  func `other spellings are derived`(text: String, attribute: String) {
    #expect(values(text, attribute) == [text])
  }

  @Test(arguments: [
    ("YnVpbGQtZmFsY29uLTA3IQ==", ["base64"]), ("eGJ1aWxkLWZhbGNvbi0wNyE=", ["base64"]),
    ("eHlidWlsZC1mYWxjb24tMDch", ["base64"]), ("6275696C642d66616c636f6e2d3037", ["hex"]),
    ("MJ2WS3DEFVTGC3DDN5XC2MBXEEQQ====", ["base32"]),
    ("PB4HQYTVNFWGILLGMFWGG33OFUYDOIJB", ["base32"]),
    ("PB4HQ6DCOVUWYZBNMZQWYY3PNYWTANZBEE======", ["base32"]),
    ("x70-noclaf-dliub", []), ("70-noclaf-dliub", ["reversed"]),
  ])
  func `a host name is found encoded`(text: String, encodings: [String]) {
    let found = found(text, "machine.hostname")
    #expect(found.first?.encodings ?? [] == encodings, "\(found)")
    #expect(found.allSatisfy { $0.value == Array("build-falcon-07".utf8) })
  }

  @Test(arguments: [
    ("p=%2Fhome%2Fmarisol%2Fsrc%2Forchard-ledger&", "workspace.path", ["percent"]),
    ("%252Fhome%252Fmarisol%252Fsrc%252Forchard-ledger", "workspace.path", ["percent", "percent"]),
    (#"{\/home\/marisol\/src\/orchard-ledger}"#, "workspace.path", ["json-string"]),
    ("Zo%C3%AB%20O%27Hara", "identity.person_name", ["percent"]),
    (#"Zo\u00eb O'Hara"#, "identity.person_name", ["json-string"]),
    ("Zo&#235; O&#39;Hara", "identity.person_name", ["html-entity"]),
    ("Zo&#xeb; O&#x27;Hara", "identity.person_name", ["html-entity"]),
  ])
  func `escapes hide nothing`(text: String, attribute: String, encodings: [String]) {
    #expect(found(text, attribute).map(\.encodings) == [encodings])
  }

  @Test(arguments: [
    ("1c4d356e6f971d66", "workspace.repository", ["sha256/16"]),
    ("rh=1C4D356E6F971D66;", "workspace.repository", ["sha256/16"]),
    ("8d944cbf7044f89d164c0b7ef1513a04915a78a2", "workspace.repository", ["sha1"]),
    ("3ebbb34194eadbc14a666297d3d46d44", "workspace.repository", ["md5"]),
    ("7e992d2b7100", "workspace.repository", ["sha1/12"]),
    ("svaV50fLAfsVVOQZEnjAyBO56NRoEd+tf9zwQQprFbM=", "machine.hostname", ["base64", "sha256"]),
    ("Ky05Pm3rKDmlu2Dj-mVWTPNb22Y=", "identity.mac_address", ["base64url", "sha1"]),
    ("eaa7ed67dbb8f72622cf7f78a70b043b", "identity.mac_address", ["md5"]),
  ])
  func `digests are found whole and cut short`(text: String, attribute: String, encodings: [String])
  {
    #expect(found(text, attribute).map(\.encodings) == [encodings])
  }

  @Test func `a digest of a value with a newline says so`() {
    let match = found("da6234e18bff338628ac63190c525813287baf0b", "workspace.repository").first
    #expect(match?.encodings == ["sha1"])
    #expect(match?.note == "sha1 of quietharbor-labs/orchard-ledger with a trailing newline")
  }

  @Test(arguments: [
    "1c4d356e6f9", "marisolita", "xmarisol", "Marisol", "main", "on branch main", "Linux", "linux",
    "8", "10.77.1.234", "110.77.1.23", "3f2a9", "3f2a9c1e0000", "tomarisol", "",
    "in the domain of quiet harbours", "-05:00", "EST",
  ])
  func `what is short, common or part of a word is left alone`(text: String) {
    let found = Self.search.matches(in: Array(text.utf8).span)
    #expect(found.isEmpty, "\(found)")
  }

  @Test func `a value inside a longer one of the same attribute is not told again`() {
    let text = "/home/marisol/src/orchard-ledger on build-falcon-07.quietharbor.example"
    #expect(values(text, "machine.hostname") == ["build-falcon-07.quietharbor.example"])
    #expect(values(text, "workspace.path") == ["/home/marisol/src/orchard-ledger"])
    #expect(values(text, "identity.username") == ["marisol"])
  }

  @Test(arguments: [
    ("Linux", "machine.os", true), ("linux 6.1", "machine.os", true),
    ("8", "machine.cpu_count", true),
    ("main", "workspace.branch", true), ("-05:00", "place.utc_offset", true),
    ("GMT-0500", "place.utc_offset", true), ("300", "place.utc_offset", true),
    ("+08:00", "place.utc_offset", false), ("18", "machine.cpu_count", false),
    ("maintenance", "workspace.branch", false), ("Linux", "machine.cpu_count", false),
  ])
  func `a common value supports what another basis found`(
    value: String, attribute: String, supports: Bool
  ) {
    #expect(Self.search.supports(Array(value.utf8), attribute: attribute) == supports)
  }

  @Test func `an offset follows the capture's date`() {
    let summer = FactSearch(
      [ProfileFact(attribute: "place.timezone", value: "America/New_York")],
      at: Timestamp(nanoseconds: 1_782_000_000_000_000_000))
    #expect(summer.supports(Array("-04:00".utf8), attribute: "place.utc_offset"))
    #expect(!summer.supports(Array("-05:00".utf8), attribute: "place.utc_offset"))
  }

  @Test func `every place of many overlapping phrases is found`() {
    // A plain search for each spelling is the oracle.
    let words = ["abcabcab1", "bcabcab12", "cab12345", "ab12345x", "abcabcab12345x"]
    let search = FactSearch(
      words.map { ProfileFact(attribute: "workspace.\($0)", value: $0) }, at: Self.moment)
    let text = "abcabcab12345x"
    let found = Set(search.matches(in: Array(text.utf8).span).map(\.attribute))
    #expect(found == ["workspace.abcabcab12345x"], "the others run into words: \(found)")
    let spaced = words.joined(separator: " ")
    #expect(Set(search.matches(in: Array(spaced.utf8).span).map(\.attribute)).count == words.count)
  }
}
