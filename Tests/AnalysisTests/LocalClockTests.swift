import Analysis
import Foundation
import Model
import Testing

/// Local dates and times against the capture's clock, 2026-11-22T21:57:00Z in these scenes unless they say otherwise.
@Suite struct `Local dates and times` {
  /// - Parameter hour: of the capture, UTC.
  private func told(_ text: String, hour: Double = 21.95) -> AnalysisResult {
    var scene = Scene()
    scene.clock = (hour - 21.95) * 3600
    scene.request(
      "api.openai.com/v1/chat/completions",
      json: #"{"model":"m","messages":[{"role":"user","content":\#(quoted(text))}]}"#)
    return scene.result()
  }

  @Test(arguments: [
    ("Today's date is 2026-11-23.", 21.95, ["+02:15 to +14:00"]),
    ("Today's date is 2026-11-22.", 21.95, []), ("Today's date is 2026-11-21.", 21.95, []),
    ("Today's date is 2026/11/23.", 15.0, ["+09:00 to +14:00"]),
    ("Today's date is 2026-11-23.", 15.01, ["+09:00 to +14:00"]),
    ("Today's date is 2026-11-23.", 14.99, ["+09:15 to +14:00"]),
    ("Today's date is 2026-11-23.", 9.0, []),
    ("Today's date is 2026-11-21.", 3.0, ["-12:00 to -03:15"]),
    ("Today's date is 2026-11-21.", 3.1, ["-12:00 to -03:15"]),
    ("Today's date is 2026-11-21.", 13.0, []), ("Today's date is 2026-12-23.", 21.95, []),
    ("<current_date>2026-11-23</current_date>", 21.95, ["+02:15 to +14:00"]),
    ("- Platform: linux\n- Today's date: Monday, November 23, 2026\n", 21.95, ["+02:15 to +14:00"]),
    ("- Platform: linux\n- Current date: 23 Nov 2026\n", 21.95, ["+02:15 to +14:00"]),
    ("- Platform: linux\n- Current date: 11/12/2026\n", 21.95, []),
    ("The deadline is 2026-11-23.", 21.95, []),
  ])
  func `tell how far from UTC a clock stands when the day differs`(
    text: String, hour: Double, offsets: [String]
  ) {
    #expect(told(text, hour: hour).values("place.utc_offset") == offsets, "\(text) at \(hour)")
  }

  @Test func `say what a day behind may mean as well`() {
    let found = told("Today's date is 2026-11-21.", hour: 3).disclosures("place.utc_offset")
    #expect(found.first?.note?.contains("written the day before") == true)
    #expect(found.first?.confidence ?? 1 < 0.5)
  }

  @Test(arguments: [
    ("2026-11-23T05:57:04", ["+08:00"]), ("2026-11-23T03:27:00.5", ["+05:30"]),
    ("2026-11-22T21:57:00", []), ("2026-11-23T05:58:10", []), ("2026-11-24T05:57:00", []),
  ])
  func `tell the offset when it is whole quarter hours`(text: String, offsets: [String]) {
    #expect(told("made at \(text)").values("place.utc_offset") == offsets, "\(text)")
  }

  @Test(arguments: [
    (
      "commit a15f8db\nDate:   Sun Nov 22 16:57:01 2026 -0500\n", "Sun Nov 22 16:57:01 2026 -0500",
      ["-0500"], []
    ),
    (
      "Date: Mon, 23 Nov 2026 05:57:01 +0800\n", "Mon, 23 Nov 2026 05:57:01 +0800", ["+0800"], []
    ),
    (
      "Mon Nov 23 2026 05:57:01 GMT+0800 (China Standard Time)",
      "Mon Nov 23 2026 05:57:01 GMT+0800", ["+0800"], ["China Standard Time"]
    ),
    ("Mon Nov 23 06:57:01 JST 2026", "Mon Nov 23 06:57:01 JST 2026", ["+09:00"], ["JST"]),
    ("Fri Nov 20 06:57:01 JST 2026", "Fri Nov 20 06:57:01 JST 2026", [], ["JST"]),
    (
      "Sun 22 Nov 2026 04:57:01 PM EST", "Sun 22 Nov 2026 04:57:01 PM EST", [], ["EST"]
    ),
  ])
  func `are read as programs write them`(
    text: String, time: String, offsets: [String], zones: [String]
  ) {
    let result = told(text)
    #expect(result.values("place.local_time") == [time], "\(text)")
    #expect(result.values("place.utc_offset") == offsets, "\(text)")
    #expect(result.values("place.timezone") == zones, "\(text)")
  }

  @Test(arguments: [
    "Sun Nov 22 21:57:01 2026 +0000", "Sun, 22 Nov 2026 21:57:01 GMT",
    "Sun Nov 22 21:57:01 UTC 2026",
    "Sun Nov 22 21:57:01 2026", "at 21:57:01 +0800", "ratio 10:20:30 -0500",
    "Nov 22 21:57:01 HOST kernel",
    "Nov 22 21:57:01 build-falcon-07 sshd", "May 30 10:11:12 ABC", "12:34:56 PM EST",
  ])
  func `are nobody's when they are UTC's or no dates`(text: String) {
    let result = told(text)
    #expect(result.values("place.utc_offset") == [], "\(text)")
    #expect(result.values("place.local_time") == [], "\(text)")
    #expect(result.values("place.timezone") == [], "\(text)")
  }
}
