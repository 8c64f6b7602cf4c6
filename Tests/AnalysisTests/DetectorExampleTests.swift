import Analysis
import Model
import Testing

/// What a detector must see, and what comes close to it and is none.
private struct DetectorExample: Sendable {
  var id: String
  var attribute: String
  var text: String
  var nearMiss: String
  /// Name of the header that holds the text; nil for a system prompt.
  var header: String?
  /// Whether it stands in a message of the user's and not in a system prompt.
  var isMessage = false

  init(
    _ id: String, _ attribute: String, _ text: String, not nearMiss: String,
    in header: String? = nil, isMessage: Bool = false
  ) {
    self.id = id
    self.attribute = attribute
    self.text = text
    self.nearMiss = nearMiss
    self.header = header
    self.isMessage = isMessage
  }
}

private let mac = String(repeating: "a1b2c3d4", count: 8)
private let examples = [
  DetectorExample(
    "recogniser.home-path", "identity.username", #"See \\wsl$\Ubuntu\home\marisol\src"#,
    not: #"See \\share\Ubuntu\pub\marisol"#),
  DetectorExample(
    "recogniser.time-zone", "place.timezone", "zone Asia/Shanghai", not: "zone Asia/Atlantis"),
  DetectorExample(
    "recogniser.mail-address", "identity.email", "ask marisol@quietharbor.example",
    not: "ask user@example.com or logo@2x.png"),
  DetectorExample(
    "recogniser.git-remote", "workspace.repository",
    "origin git@github.com:quietharbor-labs/orchard.git", not: "origin git@github.com only"),
  DetectorExample(
    "recogniser.local-time", "place.utc_offset", "at 2026-11-23T05:56:01+08:00",
    not: "at 2026-11-22T21:56:01+00:00"),
  DetectorExample(
    "recogniser.kernel", "machine.kernel", "on Linux 6.1.0-18-amd64", not: "on Linux 12"),
  DetectorExample(
    "recogniser.credential", "account.api_key",
    "key gsk_4a8Kz01mQx73Lw9Yb2Nc5Vd6Rt8Uf0Ph1Gj4Es7Ak2Mn", not: "key gsk_your-key-goes-here"),
  DetectorExample(
    "recogniser.private-address", "network.private_address", "at 10.42.7.9:8080", not: "v10.42.7"),
  DetectorExample(
    "recogniser.environment-block", "workspace.path", "Working directory: /srv/orchard",
    not: "Working directory: the one you like"),
  DetectorExample(
    "recogniser.environment-assignment", "workspace.environment_variable",
    "export LANG=pt_PT.UTF-8", not: "export FOO=bar and LANG=C and HOME=$DIR"),
  DetectorExample(
    "recogniser.link-layer-address", "identity.mac_address", "ether 02:42:ca:fe:42:07 up",
    not: "at 12:34:56 or 00:00:00:00:00:00"),
  DetectorExample(
    "recogniser.internal-host", "network.internal_host", "see https://jira.corp/browse/OR-1",
    not: "see https://example.com/.env.local and process.env.local"),
  DetectorExample(
    "recogniser.secure-shell", "identity.ssh_identity",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB2x0Yk3o1mQx73Lw9Yb2Nc5Vd6Rt8Uf0Ph1Gj4Es7A marisol@build-falcon-07",
    not: "use ssh-keygen and ssh-rsa AAAA"),
  DetectorExample(
    "recogniser.stack-frame", "workspace.stack_trace",
    "Error: x\n    at run (/srv/orchard/cli.js:4:2)\n", not: "look at /srv/orchard/cli.js:4"),
  DetectorExample(
    "recogniser.command-line", "workspace.command_line", "$ git push origin main",
    not: "it costs $ 5 to git there", isMessage: true),
  DetectorExample(
    "recogniser.dependency-list", "workspace.dependencies", "numpy==1.26.4\nscipy==1.11.3",
    not: "numpy==1.26.4 and scipy==1.11.3", isMessage: true),
  DetectorExample(
    "recogniser.source-code", "workspace.source_code",
    "```python\ndef total(rows):\n    return sum(rows)\n```",
    not: "```text\ndefine the total,\nreturn the sum\n```", isMessage: true),
  DetectorExample(
    "recogniser.credential-header", "account.api_key", "Bearer sk-test-000", not: "",
    in: "authorization"),
  DetectorExample(
    "recogniser.user-agent", "machine.architecture",
    "aws-sdk-rust/1.3 os/linux#6.1.0 md/arch#x86_64 lang/rust#1.81", not: "aws-sdk-rust/1.3 md/x",
    in: "user-agent"),
  DetectorExample(
    "recogniser.user-agent", "machine.distribution", "orchard-cli/1.0 (Arch Linux; x64)",
    not: "datadog-api-client-python/2.62.0 (python 3.11.7; os linux; arch x86_64)",
    in: "user-agent"),
  DetectorExample(
    "marker.claude-code-date-line", "covert.punctuation_homoglyph",
    "Today\u{2019}s date is 2026-11-22.", not: "Today\u{2019}s weather is 2026-11-22."),
  DetectorExample(
    "marker.billing-header", "covert.attestation",
    "x-anthropic-billing-header: cc_version=2.1.170.08b; cc_entrypoint=cli; cch=6b9b3;",
    not: "x-anthropic-billing-header: cc_version=2.1.170.08b;"),
  DetectorExample(
    "covert.invisible-characters", "covert.invisible_character", "hel\u{200b}pful",
    not: "\u{1f469}\u{200d}\u{1f4bb}"),
  DetectorExample(
    "covert.look-alike-punctuation", "covert.punctuation_homoglyph", "don\u{2019}t go; don't go",
    not: "don\u{2019}t and it's"),
  DetectorExample(
    "covert.confusable-letters", "covert.confusable_letter", "h\u{0435}lpful",
    not: "\u{043f}\u{0440}\u{0438}\u{0432}\u{0435}\u{0442}"),
  DetectorExample(
    "covert.odd-spaces", "covert.space_variant", "you\u{2009}are", not: "oui\u{00a0}!"),
  DetectorExample(
    "covert.mixed-normalization", "covert.normalization", "caf\u{00e9} cafe\u{0301}",
    not: "caf\u{00e9} caf\u{00e9}"),
  DetectorExample(
    "covert.date-forms", "covert.date_separator", "Current date: 2026/11/22 (2026-11-22)",
    not: "Current date: 2026/11/22 (2026-11-21)"),
  DetectorExample(
    "covert.reversible-checksum", "covert.obfuscated_identifier", "paaottf0" + mac,
    not: "AAAAAAAA" + mac, in: "x-cursor-checksum"),
]

@Suite struct `Every recogniser and covert detector` {
  @Test func `has an example and a near miss`() {
    let known = Set(examples.map(\.id))
    for id in DetectorRegistry.ids { #expect(known.contains(id), "\(id)") }
    #expect(known == Set(DetectorRegistry.ids))
  }

  @Test(arguments: examples.indices)
  func `sees its example and not its near miss`(index: Int) {
    let example = examples[index]
    #expect(!values(example, example.text).isEmpty, "\(example.id)")
    #expect(values(example, example.nearMiss) == [], "\(example.id)")
  }

  private func values(_ example: DetectorExample, _ text: String) -> [String] {
    if example.isMessage { return told(message: text).values(example.attribute) }
    guard let header = example.header else {
      return told(prompt: text).values(example.attribute)
    }
    var scene = Scene()
    scene.request("api.openai.com/v1/responses", [(header, text)], json: #"{"model":"gpt-5"}"#)
    return scene.result().values(example.attribute)
  }
}
