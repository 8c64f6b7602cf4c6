import Analysis
import Foundation
import Model
import Testing

/// Sixteen runs, eight of each level, whose messages a closure makes from the level and a number that is
/// different in every run.
private func compare(
  redaction: Redaction = .secrets, _ messages: (Bool, String, inout Scene) -> Void
) -> Comparison {
  var comparator = Comparator(catalogue: sourceCatalogue, redaction: redaction)
  var runs: [Experiment.Run] = []
  for number in 0..<16 {
    let isOther = number % 2 == 1
    var scene = Scene()
    messages(isOther, "\(7_919 * (number + 3))", &scene)
    for record in scene.records { comparator.consume(record) }
    comparator.endRun()
    var run = Experiment.Run(
      capture: "\(number)", factors: ["TZ": isOther ? "Asia/Tokyo" : "America/New_York"])
    run.order = number * 5 % 16
    runs.append(run)
  }
  return comparator.finish(Experiment(runs: runs), generatorVersion: "test")
}

private func varint(_ value: Int) -> [UInt8] {
  value < 128 ? [UInt8(value)] : [UInt8(value & 127 | 128)] + varint(value >> 7)
}

private func field(_ number: Int, _ content: [UInt8]) -> [UInt8] {
  varint(number << 3 | 2) + varint(content.count) + content
}

@Suite struct `Alignment of bodies` {
  /// Words of each run alone, between which the same two words come again and again.
  private func flood(_ count: Int, _ id: String, _ name: String) -> String {
    (0..<count).map { "\(name)\(id)n\($0) it s" }.joined(separator: " ")
  }

  @Test func `gives up a stretch of text with too many differences, and finds what is beside it`() {
    func covert(_ count: Int) -> [String] {
      compare { isOther, id, scene in
        let mark = isOther ? "\u{2019}" : "'"
        let text = "Begin \(flood(count, id, "a")) it\(mark)s \(flood(count, id, "b")) end"
        scene.request(
          "api.openai.com/v1/chat/completions",
          json: "{\"id\":\"\(id)\",\"note\":\"\(text)\",\"zone\":\"It\(mark)s here\"}")
      }.covert.map(\.path).sorted()
    }
    #expect(covert(10) == ["$.note", "$.zone"])
    #expect(covert(400) == ["$.zone"])
  }

  /// One code point differs; around it an id that is different in every run.
  @Test(
    arguments: [
      ("application/x-www-form-urlencoded", "$.note"), ("multipart/form-data", "$.note"),
      ("application/x-protobuf", "$.#2.#3"), ("application/grpc", "$[*].#2.#3"),
      ("text/event-stream", "$[*]/$.note"), ("application/x-ndjson", "$[*]/$.note"),
    ])
  func `finds one code point at one place in every form of body`(type: String, path: String) {
    let result = compare { isOther, id, scene in
      let text = "Today\(isOther ? "\u{2019}" : "'")s tools"
      let json = "{\"id\":\"\(id)\",\"note\":\"\(text)\"}"
      let message = field(1, Array(id.utf8)) + field(2, field(3, Array(text.utf8)))
      var contentType = type
      let body: [UInt8]
      switch type {
      case "application/x-www-form-urlencoded":
        let quote = isOther ? "%E2%80%99" : "%27"
        body = Array("id=\(id)&note=Today\(quote)s+tools".utf8)
      case "multipart/form-data":
        contentType += "; boundary=b\(id)"
        body = Array(
          ("--b\(id)\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n\(text)\r\n"
            + "--b\(id)--\r\n").utf8)
      case "application/x-protobuf": body = message
      case "application/grpc":
        body = [0, 0, 0, 0, UInt8(message.count)] + message
      case "text/event-stream": body = Array("data: \(json)\n\n".utf8)
      default: body = Array("\(json)\n{\"id\":\"\(id)x\"}\n".utf8)
      }
      scene.request("POST", "llm.example/send", [("content-type", contentType)], body: body)
    }
    #expect(result.covert.map(\.path) == [path])
    #expect(result.covert.first?.levels.map(\.codePoints) == [["U+0027"], ["U+2019"]])
    #expect(result.covert.first?.factors == ["TZ"])
  }

  @Test(arguments: [
    ("b32", ["base32"]), ("hex", ["hex"]), ("inner", ["base64"]), ("newline", ["sha1"]),
    ("half", ["sha512/16"]), ("percent", ["percent"]),
  ])
  func `recognises the factor in every encoding that a profile's facts are looked for in`(
    name: String, encodings: [String]
  ) {
    // Made with Python's base64, hashlib and urllib.parse of "America/New_York" and "Asia/Tokyo".
    let spelled: [String: [String]] = [
      "b32": ["IFWWK4TJMNQS6TTFO5PVS33SNM======", "IFZWSYJPKRXWW6LP"],
      "hex": ["416d65726963612f4e65775f596f726b", "417369612f546f6b796f"],
      "inner": ["dHo9QW1lcmljYS9OZXdfWW9yaw==", "dHo9QXNpYS9Ub2t5bw=="],
      "newline": [
        "ec3db0f5f9dd340fa169824332903411285b1d52", "3adbe16d2366135afed647d058f34b360d1ef498",
      ],
      "half": ["814dce768f8e4b73", "d6c10f0b37d889c3"],
      "percent": ["America%2FNew_York", "Asia%2FTokyo"],
    ]
    let result = compare { isOther, id, scene in
      let value = spelled[name]?[isOther ? 1 : 0] ?? ""
      scene.request("llm.example/send", json: "{\"id\":\"\(id)\",\"\(name)\":\"\(value)\"}")
    }
    #expect(result.covert.isEmpty)
    let encoded = result.variations.filter { $0.kind == .encoded }
    #expect(encoded.map(\.path) == ["$.\(name)"])
    #expect(encoded.map(\.encodings) == [encodings])
  }

  @Test func `takes digests of noisy bodies, and dates of the clock, for derived noise`() {
    // MD5 of the bodies, by Python's hashlib.
    let digests = [
      "23757": "NG6wYpu5n9kpL2DEmCFAng==",
      "31676": "KH2s4B7xKQkZE6ULjRPyQQ==",
      "39595": "+lH044qOT5IBk9pc7RqT5A==",
      "47514": "rUa8ghkAZ7EQMuRIxOtpzg==",
      "55433": "uZ05fanKaiNDNl26u4FLNQ==",
      "63352": "PPP8khxTeXYhhwX0KKcwMQ==",
      "71271": "FZlb9GxsrsPqAUTSEYcmNQ==",
      "79190": "ATpuVymu2B2d+Z8DPVLAuw==",
      "87109": "TQNU5E2urPd2OHS/4XSdtw==",
      "95028": "1vv5LTVZ1ZG2hCen9iI65g==",
      "102947": "Pbjz9oVhCuGd8OMv/wQH5Q==",
      "110866": "gWrdzhsZGLtkHjpiv3/1xg==",
      "118785": "BbkLmaZQ6JoG92YiPYcBsA==",
      "126704": "AsqUpvumS0kHrRkLosUINg==",
      "134623": "1jXIF6JkixnWA2XmagqlgA==",
      "142542": "1CVHailRyaevLJwq9n8GNA==",
    ]
    let result = compare { _, id, scene in
      scene.clock = Double(id) ?? 0
      let time = Date(timeIntervalSince1970: Double(scene.now.nanoseconds) / 1e9)
      let format = DateFormatter()
      format.locale = Locale(identifier: "en_US_POSIX")
      format.timeZone = TimeZone(identifier: "UTC")
      format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
      scene.request(
        "llm.example/send",
        [("x-date", format.string(from: time)), ("content-md5", digests[id] ?? "")],
        json: "{\"id\":\"\(id)\"}")
    }
    #expect(result.variations.allSatisfy { $0.kind == .noise })
    let date = result.variations.first { $0.path == "x-date" }
    #expect(date?.note == "derived noise: follows the clock")
    let digest = result.variations.first { $0.path == "content-md5" }
    #expect(digest?.note == "derived noise: a digest of the body, which varies")
  }

  @Test func `calls no value covert that only occurs more often under one level`() {
    var number = 0
    let result = compare { isOther, id, scene in
      number += 1
      let cached = isOther ? true : number % 4 == 1
      scene.request("llm.example/send", json: "{\"id\":\"\(id)\",\"cached\":\(cached)}")
    }
    #expect(result.covert.isEmpty)
  }

  @Test func `tells a request that is made many times once, also where runs make it less often`() {
    let result = compare { isOther, id, scene in
      for turn in 0..<(id.hasSuffix("7") ? 2 : 4) {
        scene.clock = Double(turn)
        let quote = isOther ? "\u{2019}" : "'"
        scene.request(
          "llm.example/send", json: "{\"id\":\"\(id)\",\"system\":\"Today\(quote)s date\"}",
          flow: UInt64(turn + 1))
      }
    }
    #expect(result.covert.map(\.path) == ["$.system"])
    #expect(result.covert.first?.note?.contains("exchanges") == true)
  }

  @Test func `shows neither values nor items under values redaction`() {
    let result = compare(redaction: .values) { isOther, id, scene in
      let user = isOther ? "marisol" : "torvald"
      scene.request(
        "llm.example/send",
        json: "{\"id\":\"\(id)\",\"users\":[{\"name\":\"fixed\"},{\"name\":\"\(user)\"}]}")
    }
    let told = result.variations.filter { $0.kind != .noise }
    #expect(!told.isEmpty)
    let shown = told.flatMap {
      $0.levels.map(\.value) + $0.items + [$0.context ?? "", $0.note ?? ""]
    }
    #expect(!shown.contains { $0.contains("marisol") || $0.contains("torvald") })
  }
}
