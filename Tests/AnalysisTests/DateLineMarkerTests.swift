import Analysis
import Model
import Testing

@Suite struct `The date-line marker` {
  private static let names = [
    "'": nil, "\u{2019}": "U+2019 RIGHT SINGLE QUOTATION MARK",
    "\u{02BC}": "U+02BC MODIFIER LETTER APOSTROPHE", "\u{02B9}": "U+02B9 MODIFIER LETTER PRIME",
  ]

  @Test(arguments: ["'", "\u{2019}", "\u{02BC}", "\u{02B9}"], ["-", "/"])
  func `is read in all eight forms`(apostrophe: String, separator: String) {
    let date = ["2026", "06", "30"].joined(separator: separator)
    let result = told(prompt: "# currentDate\nToday\(apostrophe)s date is \(date).\n")
    let homoglyphs = result.disclosures("covert.punctuation_homoglyph")
    if let name = Self.names[apostrophe] ?? nil {
      #expect(homoglyphs.map(\.value) == ["\(name) in \"Today\(apostrophe)s date is …\""])
      #expect(homoglyphs.first?.isCovert == true)
      #expect(homoglyphs.first?.basis == [.marker])
    } else {
      #expect(homoglyphs.isEmpty)
    }
    #expect(result.values("covert.date_separator") == (separator == "/" ? [date] : []))
    #expect(result.values("place.local_time") == [date])
  }

  @Test(arguments: [
    ("\u{2019}", "/", "domain list", "Asia/Shanghai or Asia/Urumqi"),
    ("\u{02BC}", "-", "laboratory's name", "neither"),
    ("'", "/", "neither list", "Asia/Shanghai or Asia/Urumqi"),
  ])
  func `says what it means`(apostrophe: String, separator: String, host: String, zone: String) {
    let date = ["2026", "06", "30"].joined(separator: separator)
    let notes = told(prompt: "Today\(apostrophe)s date is \(date).").disclosures
      .filter { $0.isCovert }.compactMap(\.note)
    #expect(!notes.isEmpty)
    for note in notes {
      #expect(note.contains(host))
      #expect(note.contains(zone))
      #expect(note.contains("3 bits"))
    }
  }

  @Test func `is found in messages, in a plain system text, and behind escapes`() {
    for body in [
      #"{"model":"m","messages":[{"role":"user","content":"Today’s date is 2026/06/30."}]}"#,
      #"{"model":"m","system":"Today\u2019s date is 2026/06/30.","messages":[]}"#,
      #"{"model":"m","messages":[{"content":[{"text":"x\nToday\u2019s date is 2026\/06\/30."}]}]}"#,
    ] {
      var scene = Scene()
      scene.request("api.anthropic.com/v1/messages", json: body)
      let result = scene.result()
      #expect(result.disclosures("covert.punctuation_homoglyph").count == 1, "\(body)")
      #expect(result.values("covert.date_separator") == ["2026/06/30"], "\(body)")
    }
  }

  @Test(arguments: [
    "It’s what today’s news says: Today’s weather is fine.",
    "Today’s date: Fri Apr 24 2026",
    "Today’s date is unknown.",
    "Today’s date is 2026/06-30.",
    "Today`s date is 2026-06-30.",
    "Todays date is 2026/06/30.",
    "Today's date is 2026-06-30.",
    "Today’s date is 2026",
  ])
  func `is not seen in ordinary text`(text: String) {
    let covert = told(prompt: text).disclosures.filter(\.isCovert)
    #expect(covert.isEmpty, "\(text)")
  }

  @Test func `makes the exposure critical`() {
    let result = told(prompt: "Today’s date is 2026/06/30.")
    #expect(result.tools.first?.exposure.rating == .critical)
    #expect(
      result.tools.first?.exposure.reasons.contains(
        "covert.punctuation_homoglyph to api.anthropic.com") == true)
  }
}

@Suite struct `The billing header` {
  @Test func `is an attestation when it carries a token`() {
    let text = "x-anthropic-billing-header: cc_version=2.1.170.08b; cc_entrypoint=cli; cch=6b9b3;"
    let result = told(prompt: text)
    #expect(result.values("covert.attestation") == [text])
    #expect(result.values("toolchain.entry_point") == ["cli"])
  }

  @Test(arguments: [
    "x-anthropic-billing-header: cc_version=2.1.170.08b; cc_entrypoint=cli;",
    "x-anthropic-billing-header: cc_version=2.1.170.08b; cch=;",
    "Send x-anthropic-billing-header: with cch=6b9b3; please",
  ])
  func `is none without one`(text: String) {
    #expect(told(prompt: text).disclosures("covert.attestation").isEmpty)
  }
}
