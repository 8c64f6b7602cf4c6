import Analysis
import Foundation
import Model
import Testing

/// Who wrote a text decides what it may tell: the same code counts in a message and in a tool's answer, and never in
/// what the program or the model wrote.
@Suite struct `Texts of a conversation` {
  private static let code =
    "```python\nimport sys\n\ndef main(argv):\n    for arg in argv:\n        print(arg)\n```"

  private func languages(_ json: String, at url: String = "api.openai.com/v1/responses") -> [String]
  {
    var scene = Scene()
    scene.request(url, json: json)
    return scene.result().disclosures("workspace.source_code").map(\.channel.path)
  }

  @Test(arguments: [
    (#"{"messages":[{"role":"user","content":CODE}]}"#, "$.messages[*].content"),
    (#"{"messages":[{"content":CODE,"role":"user"}]}"#, "$.messages[*].content"),
    (
      #"{"messages":[{"role":"user","content":[{"type":"text","text":CODE}]}]}"#,
      "$.messages[*].content[*].text"
    ),
    (
      #"{"messages":[{"role":"user","content":[{"tool_use_id":"t","type":"tool_result","content":CODE}]}]}"#,
      "$.messages[*].content[*].content"
    ),
    (
      #"{"messages":[{"role":"user","content":[{"type":"tool_result","content":[{"type":"text","text":CODE}]}]}]}"#,
      "$.messages[*].content[*].content[*].text"
    ),
    (#"{"messages":[{"role":"tool","content":CODE}]}"#, "$.messages[*].content"),
    (#"{"input":CODE}"#, "$.input"), (#"{"input":["x",CODE]}"#, "$.input[*]"),
    (#"{"input":[{"type":"function_call_output","output":CODE}]}"#, "$.input[*].output"),
    (
      #"{"input":[{"type":"message","role":"user","content":[{"type":"input_text","text":CODE}]}]}"#,
      "$.input[*].content[*].text"
    ),
    (#"{"contents":[{"parts":[{"text":CODE}]}]}"#, "$.contents[*].parts[*].text"),
    (
      #"{"request":{"contents":[{"role":"user","parts":[{"functionResponse":{"name":"read_file","response":{"output":CODE}}}]}]}}"#,
      "$.request.contents[*].parts[*].functionResponse.response.output"
    ),
    (
      #"{"messages":[{"role":"user","content":[{"toolResult":{"toolUseId":"t","content":[{"text":CODE}]}}]}]}"#,
      "$.messages[*].content[*].toolResult.content[*].text"
    ),
    (
      #"{"type":"conversation.item.create","item":{"type":"message","role":"user","content":[{"type":"input_text","text":CODE}]}}"#,
      "$.item.content[*].text"
    ),
    (#"{"prompt":CODE,"suffix":"\n"}"#, "$.prompt"),
  ])
  func `are heard from people and tools`(json: String, path: String) {
    #expect(
      languages(json.replacingOccurrences(of: "CODE", with: quoted(Self.code))) == [path], "\(json)"
    )
  }

  @Test(arguments: [
    #"{"messages":[{"role":"system","content":CODE}]}"#,
    #"{"messages":[{"content":CODE,"role":"system"}]}"#,
    #"{"messages":[{"content":[{"type":"text","text":CODE}],"role":"developer"}]}"#,
    #"{"messages":[{"role":"assistant","content":CODE}]}"#,
    #"{"contents":[{"parts":[{"text":CODE}],"role":"model"}]}"#,
    #"{"input":[{"type":"reasoning","summary":[{"type":"summary_text","text":CODE}]}]}"#,
    #"{"input":[{"type":"additional_tools","tools":[{"type":"custom","description":CODE}]}]}"#,
    #"{"system":[{"type":"text","text":CODE}],"messages":[]}"#,
    #"{"instructions":CODE,"input":"hi"}"#,
    #"{"request":{"systemInstruction":{"role":"user","parts":[{"text":CODE}]},"contents":[]}}"#,
    #"{"tools":[{"name":"run","description":CODE}],"messages":[]}"#,
  ])
  func `are not heard from programs and models`(json: String) {
    #expect(
      languages(json.replacingOccurrences(of: "CODE", with: quoted(Self.code))) == [], "\(json)")
  }

  @Test func `are read within JSON that a tool answered`() {
    let answer = #"{"output":\#(quoted(Self.code)),"metadata":{"exit_code":0}}"#
    let found = told(answer: answer).disclosures("workspace.source_code")
    #expect(found.map(\.channel.path) == ["$.messages[*].content/$.output"])
    #expect(found.map(\.channel.encodings) == [["json", "json"]])
    #expect(found.first?.evidence.first?.length ?? 0 > 0)
  }

  @Test func `do without code where the program wrote a block of a message`() {
    #expect(
      told(message: "<system-reminder>\n\(Self.code)\n</system-reminder>\nsay hi")
        .disclosures("workspace.source_code").isEmpty)
    let read =
      "1\u{2192}import sys\n2\u{2192}\n3\u{2192}def main(argv):\n4\u{2192}    return argv[1]\n"
    #expect(
      told(message: "<system-reminder>\nContents of a.py:\n\(read)</system-reminder>\nsay hi")
        .disclosures("workspace.source_code").count == 1)
  }

  @Test(arguments: [
    (
      #"{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":TEXT}]}"#,
      "in a tool's answer"
    ),
    (#"{"role":"tool","tool_call_id":"c","content":TEXT}"#, "in a tool's answer"),
    (
      #"{"role":"user","content":TEXT}"#,
      "in a message of the user's, outside blocks that tools make"
    ),
  ])
  func `are told as the person's or as a tool's`(message: String, note: String) {
    let text = quoted("mail marisol@quietharbor.example now")
    let result = told(messages: message.replacingOccurrences(of: "TEXT", with: text))
    #expect(result.disclosures("identity.email").map(\.note) == [note])
  }

  @Test func `have blocks of the program in the answers of tools, too`() {
    let text = quoted("done\n<system-reminder>\nyou\u{2009}are helpful\n</system-reminder>")
    let part = #"{"type":"tool_result","tool_use_id":"t","content":\#(text)}"#
    let result = told(messages: #"{"role":"user","content":[\#(part)]}"#)
    #expect(result.disclosures("covert.space_variant").count == 1)
  }

  @Test func `are left out beyond the bound of a message`() {
    let words = Array(repeating: #"{"type":"text","text":"hi"}"#, count: WorkspaceLimits.texts)
    let code = #"{"type":"text","text":\#(quoted(Self.code))}"#
    func message(_ parts: [String]) -> String {
      #"{"messages":[{"role":"user","content":[\#(parts.joined(separator: ","))]},{"role":"user","content":"$ git log -3"}]}"#
    }
    #expect(languages(message(words.dropLast() + [code])).count == 1)
    #expect(languages(message(words + [code])).isEmpty)
    var scene = Scene()
    scene.request("api.openai.com/v1/responses", json: message(words + [code]))
    #expect(scene.result().values("workspace.command_line") == ["git log -3"])
  }

  @Test func `end with the body when it was cut`() {
    let whole = #"{"messages":[{"role":"user","content":\#(quoted(Self.code))}]}"#
    for length in stride(from: 0, through: whole.utf8.count, by: 7) {
      let body = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
      _ = languages(body)
    }
    #expect(languages(String(whole.dropLast(3))) == ["$.messages[*].content"])
  }
}
