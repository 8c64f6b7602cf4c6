import Analysis
import Model
import Testing

@Suite struct `The name of a host` {
  private func told(_ scene: Scene) -> [String] {
    scene.result().disclosures.filter { $0.signal?.hasPrefix("host.") == true }
      .map {
        "\($0.attribute) \($0.value) \($0.channel.part.rawValue) "
          + $0.observers.map(\.rawValue).sorted().joined(separator: "+")
      }.sorted()
  }

  @Test func `tells its region to the path, in the hello and in DNS`() {
    var scene = Scene()
    scene.ask("bedrock-runtime.eu-central-1.amazonaws.com", answer: "203.0.113.9")
    scene.hello("bedrock-runtime.eu-central-1.amazonaws.com", isDecrypted: false)
    scene.end(decrypted: false)
    #expect(
      told(scene) == [
        "place.service_region eu-central-1 dns network",
        "place.service_region eu-central-1 tls network",
      ])
  }

  @Test func `tells a resource of the customer's`() {
    var scene = Scene()
    scene.hello("orchard-prod.openai.azure.com", isDecrypted: true)
    scene.request(
      "orchard-prod.openai.azure.com/openai/deployments/x/chat/completions",
      json: #"{"model":"m","messages":[]}"#)
    #expect(told(scene) == ["account.cloud_account orchard-prod tls network"])
  }

  @Test func `in a clear request is told with it`() {
    var scene = Scene()
    scene.request(
      "POST", "quietharbor.api.augmentcode.com/chat-stream",
      [("host", "quietharbor.api.augmentcode.com")],
      body: Array("{}".utf8), encrypted: false, port: 80)
    #expect(
      told(scene) == ["identity.organization_id quietharbor header first-party+network"])
  }

  @Test(arguments: [
    "api.openai.com", "aiplatform.googleapis.com", "api.githubcopilot.com", "api.anthropic.com",
    "us.i.posthog.com", "o33249.ingest.us.sentry.io",
  ])
  func `that is everybody's tells nothing more`(host: String) {
    var scene = Scene()
    scene.ask(host, answer: "203.0.113.9")
    scene.hello(host, isDecrypted: false)
    scene.end(decrypted: false)
    #expect(told(scene) == [])
  }
}
