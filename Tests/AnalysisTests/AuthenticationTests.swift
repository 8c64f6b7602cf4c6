import Analysis
import Foundation
import Model
import Testing

/// Messages of NTLM (MS-NLMP), as proxies and servers of Windows networks ask for them.
@Suite struct `A login` {
  private func told(_ name: String, _ value: String) -> AnalysisResult {
    var scene = Scene()
    scene.request("api.openai.com/v1/responses", [(name, value)], json: #"{"model":"gpt-5"}"#)
    return scene.result()
  }

  private func fields(_ texts: [[UInt8]], from offset: Int) -> (fields: [UInt8], payload: [UInt8]) {
    var fields: [UInt8] = []
    var payload: [UInt8] = []
    for text in texts {
      let at = offset + payload.count
      fields += [UInt8(text.count), 0, UInt8(text.count), 0, UInt8(at), 0, 0, 0]
      payload += text
    }
    return (fields, payload)
  }

  private func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  /// AUTHENTICATE_MESSAGE of marisol in the domain QUIETHARBOR at the machine FALCON-07.
  private var authenticate: [UInt8] {
    let answers = [UInt8](repeating: 0x5a, count: 24)
    let (fields, payload) = fields(
      [answers, answers, wide("QUIETHARBOR"), wide("marisol"), wide("FALCON-07"), []], from: 64)
    return Array("NTLMSSP\0".utf8) + [3, 0, 0, 0] + fields + [1, 0, 0, 0] + payload
  }

  @Test(arguments: ["authorization", "proxy-authorization"])
  func `by NTLM names user, domain and machine`(header: String) {
    let result = told(header, "NTLM " + Data(authenticate).base64EncodedString())
    #expect(result.values("identity.username") == ["marisol"])
    #expect(result.values("identity.organization_id") == ["QUIETHARBOR"])
    #expect(result.values("machine.hostname") == ["FALCON-07"])
    let secret = header == "authorization" ? "account.token" : "network.proxy_credentials"
    #expect(result.disclosures(secret).count == 1)
  }

  @Test func `by NTLM inside SPNEGO is read, too`() {
    let wrapped: [UInt8] = [0xa1, 0x81, 0xb0, 0x30, 0x81, 0xad, 0xa2, 0x81, 0xaa, 0x04, 0x81, 0xa7]
    let result = told(
      "authorization", "Negotiate " + Data(wrapped + authenticate).base64EncodedString())
    #expect(result.values("identity.username") == ["marisol"])
  }

  /// NEGOTIATE_MESSAGE as recorded in a public capture of a client in the domain HTTPDOM.
  @Test func `that begins holds no credential, but the names of domain and machine`() {
    let result = told(
      "authorization",
      "NTLM TlRMTVNTUAABAAAABwIAAgcABwAoAAAACAAIAC8AAAAKAGFKAAAAD0hUVFBET01IVFRQSE9TVA==")
    #expect(result.disclosures("account.token").isEmpty)
    #expect(result.values("identity.organization_id") == ["HTTPDOM"])
    #expect(result.values("machine.hostname") == ["HTTPHOST"])
  }

  @Test func `that begins names nothing where it has no names`() {
    let result = told(
      "authorization", "NTLM TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAGAbEdAAAADw==")
    #expect(result.disclosures.filter { $0.channel.path == "authorization" }.isEmpty)
  }

  @Test(arguments: [8, 11, 12, 20, 40, 60, 63])
  func `that is cut short is not read past its end`(length: Int) {
    let result = told(
      "authorization", "NTLM " + Data(authenticate.prefix(length)).base64EncodedString())
    #expect(result.values("identity.username") == [])
    #expect(result.values("machine.hostname") == [])
  }

  @Test func `by digest names the user`() {
    let result = told(
      "authorization",
      #"Digest username="marisol", realm="orchard", nonce="xyz", response="deadbeef""#)
    #expect(result.values("identity.username") == ["marisol"])
    #expect(result.disclosures("account.token").count == 1)
  }

  @Test func `by digest of a role names nobody`() {
    let result = told("authorization", #"Digest username="api", realm="x", response="deadbeef""#)
    #expect(result.values("identity.username") == [])
  }
}
