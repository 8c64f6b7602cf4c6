import Analysis
import Model
import Testing

@Suite struct `Names in any spelling` {
  private func told(_ json: String, to host: String = "us.i.posthog.com/batch") -> AnalysisResult {
    var scene = Scene()
    scene.request(host, json: json)
    return scene.result()
  }

  @Test(arguments: [
    #"{"osVersion":"15.1.1"}"#, #"{"a":{"$os_version":"15.1.1"}}"#, #"{"os":{"version":"15.1.1"}}"#,
    #"{"attributes":[{"key":"os.version","value":{"stringValue":"15.1.1"}}]}"#,
    #"{"common.osversion":"15.1.1"}"#, #"{"data":"{\"OS-Version\":\"15.1.1\"}"}"#,
  ])
  func `are one name`(json: String) {
    #expect(told(json).values("machine.os_version") == ["15.1.1"])
  }

  @Test(arguments: [
    #"{"osVersionCheck":"15.1.1"}"#, #"{"version":{"os":"15.1.1"}}"#, #"{"os_version":"latest"}"#,
  ])
  func `are no other names`(json: String) {
    #expect(told(json).values("machine.os_version") == [])
  }

  @Test(arguments: [
    ("x-acme-device-id", "identity.device_id", "63c8f02f-63c8-f02f-63c8"),
    ("x-timezone", "place.timezone", "Asia/Shanghai"),
    ("x-acme-os", "machine.os", "linux"),
  ])
  func `are read behind a program's own word in headers`(
    header: String, attribute: String, value: String
  ) {
    var scene = Scene()
    scene.request("api.openai.com/v1/responses", [(header, value)], json: #"{"model":"gpt-5"}"#)
    #expect(scene.result().values(attribute) == [value])
  }

  @Test func `are not read in fields of HTTP itself`() {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/responses", [("content-language", "pt-PT"), ("accept-language", "pt-PT")],
      json: #"{"model":"gpt-5"}"#)
    #expect(scene.result().values("place.locale") == [])
  }

  @Test func `count in queries`() {
    var scene = Scene()
    scene.request(
      "GET", "us.i.posthog.com/flags?timezone=Asia%2FShanghai&machineId=fdbf79e8af58461384")
    #expect(scene.result().values("place.timezone") == ["Asia/Shanghai"])
    #expect(scene.result().values("identity.machine_id") == ["fdbf79e8af58461384"])
  }

  @Test func `give way to a signal for that very place`() {
    let result = told(
      #"{"batch":[{"properties":{"$device_id":"53162c34-f8f2-4b96-b5d3-2eaf3642cde9"}}]}"#)
    #expect(result.values("identity.analytics_id") == ["53162c34-f8f2-4b96-b5d3-2eaf3642cde9"])
    #expect(result.values("identity.device_id") == [])
  }

  @Test(arguments: ["unknown", "localhost", "N/A"])
  func `tell nothing by a word that says nothing`(value: String) {
    #expect(told(#"{"hostname":"\#(value)"}"#).values("machine.hostname") == [])
  }

  @Test func `do not mistake the vendor's own address for a base URL`() {
    #expect(told(#"{"base_url":"https://api.openai.com/v1"}"#).values("network.base_url") == [])
    #expect(
      told(#"{"base_url":"https://llm.quietharbor.example/v1"}"#).values("network.base_url")
        == ["https://llm.quietharbor.example/v1"])
  }
}
