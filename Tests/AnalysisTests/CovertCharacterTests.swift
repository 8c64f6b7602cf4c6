import Analysis
import Model
import Testing

@Suite struct `Covert characters in a tool's own text` {
  private func kinds(_ prompt: String) -> [String] {
    Set(told(prompt: prompt).disclosures.filter(\.isCovert).map(\.attribute)).sorted()
  }

  @Test(arguments: [
    ("Follow it. Don\u{2019}t stop. Don't stop.", "covert.punctuation_homoglyph"),
    ("Use the user\u{02b9}s shell.", "covert.punctuation_homoglyph"),
    ("See a\u{2011}b now, a-b now.", "covert.punctuation_homoglyph"),
    ("You are a h\u{0435}lpful assistant.", "covert.confusable_letter"),
    ("You are a hel\u{200b}pful assistant.", "covert.invisible_character"),
    ("You are\u{e0068}\u{e0069} here.", "covert.invisible_character"),
    ("You are\u{fe01} here.", "covert.invisible_character"),
    ("You are \u{202e}here.", "covert.invisible_character"),
    ("You are\u{e123} here.", "covert.invisible_character"),
    ("You\u{00a0}are here.", "covert.space_variant"),
    ("The cafe\u{0301} and the caf\u{00e9}.", "covert.normalization"),
    ("Today's date is 2026/11/22. Log of 2026-11-22.", "covert.date_separator"),
  ])
  func `are named`(prompt: String, kind: String) {
    #expect(kinds(prompt) == [kind])
  }

  @Test(arguments: [
    "\u{201c}Don\u{2019}t,\u{201d} she said \u{2014} it\u{2019}s hers\u{2026}",
    "Don\u{2019}t stop. It's fine.",
    "\u{1f469}\u{200d}\u{1f4bb} \u{2764}\u{fe0f} 1\u{fe0f}\u{20e3} \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "\u{4f60}\u{597d}\u{ff0c}\u{4e16}\u{754c}\u{3002}\u{300c}code\u{300d}\u{3000}\u{4ee3}\u{7801}",
    "Attention\u{00a0}: 10\u{202f}000\u{00a0}\u{20ac}\u{00a0}! \u{00ab}\u{00a0}oui\u{00a0}\u{00bb}",
    "\u{0645}\u{06cc}\u{200c}\u{062e}\u{0648}\u{0627}\u{0647}\u{0645} \u{200f}(RTL)\u{200e}",
    "\u{05e9}\u{05dc}\u{05d5}\u{05dd} \u{2067}abc\u{2069}",
    "\u{041f}\u{0440}\u{0438}\u{0432}\u{0435}\u{0442}, \u{043c}\u{0438}\u{0440}! \u{0391}\u{03b8}\u{03ae}\u{03bd}\u{03b1}",
    "\u{03b1}-helix, \u{0394}x and 5 \u{03bc}m; \u{2013} 3\u{2013}4",
    "one\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix\r\nseven\r\neight\r\nnine\r\nten\r\n",
    "line  \nline  \nline  \nline  \nline  \nline  \nline  \nline  \nline  \n",
    "cafe\u{0301} cafe\u{0301} na\u{00ef}ve",
    "\u{feff}Today's date is 2026-11-22. logs/2026/11/22/x",
    "\u{0e20}\u{0e32}\u{0e29}\u{0e32}\u{200b}\u{0e44}\u{0e17}\u{0e22}",
  ])
  func `stay quiet on ordinary text`(prompt: String) {
    #expect(kinds(prompt) == [])
  }

  private func kindsOfMessage(_ text: String, role: String = "user") -> [String] {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/chat/completions",
      json: #"{"model":"gpt-5","messages":[{"role":"\#(role)","content":\#(quoted(text))}]}"#)
    return Set(scene.result().disclosures.filter(\.isCovert).map(\.attribute)).sorted()
  }

  @Test func `do not count where a person pasted them`() {
    #expect(kindsOfMessage("hel\u{200b}lo, h\u{0435}lpful\u{00a0}one") == [])
    #expect(kindsOfMessage("hel\u{200b}lo", role: "system") == ["covert.invisible_character"])
  }

  @Test func `count in a block that a tool put into a person's message`() {
    let text = "hi\n<system-reminder>hel\u{200b}lo</system-reminder> there\u{200b}fore"
    #expect(kindsOfMessage(text) == ["covert.invisible_character"])
  }

  @Test func `count as a payload in anybody's text`() {
    let payload =
      "ok"
      + "hidden-instructions".unicodeScalars.map {
        String(UnicodeScalar($0.value + 0xe0000) ?? " ")
      }.joined()
    #expect(kindsOfMessage(payload) == ["covert.invisible_character"])
  }

  @Test func `say what tags spell and how much they could carry`() {
    let note = told(prompt: "x\u{e0068}\u{e0069}").disclosures("covert.invisible_character").first?
      .note
    #expect(note?.contains("\"hi\"") == true)
    #expect(note?.contains("bits") == true)
  }
}

@Suite struct `A reversible checksum` {
  private let machine = String(repeating: "a1b2c3d4", count: 8)

  private func told(_ value: String) -> AnalysisResult {
    var scene = Scene()
    scene.request("api2.cursor.sh/x", [("x-cursor-checksum", value)], json: "{}")
    return scene.result()
  }

  // Made by a Python script from the published description, for 1795384 thousand seconds.
  @Test func `is decoded to the ids behind it`() {
    let result = told("paaottf0" + machine + "/" + machine)
    #expect(result.values("covert.obfuscated_identifier").count == 1)
    #expect(result.values("identity.machine_id") == [machine])
    #expect(result.values("identity.mac_address") == [machine])
  }

  @Test(arguments: ["AAAAAAAA", "zzzzzzzz", ""])
  func `is none with another beginning`(head: String) {
    #expect(told(head + machine).values("covert.obfuscated_identifier") == [])
  }
}
