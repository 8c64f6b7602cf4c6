import Analysis
import Model
import Testing

@Suite struct `A machine's name on its own network` {
  /// A scene in which a client of AI, or none, sends one name service message.
  private func told(
    _ name: String, of address: String = "10.77.1.23", port: UInt16 = 5353,
    isResponse: Bool = true, type: String = "A", timeToLive: UInt32 = 120, withAI: Bool = true,
    allTraffic: Bool = false
  ) -> [Disclosure] {
    var scene = Scene()
    if withAI { scene.hello("api.anthropic.com", isDecrypted: false) }
    scene.announce(
      DNSMessage(
        id: 0, isResponse: isResponse, responseCode: "NOERROR",
        questions: isResponse ? [] : [.init(name: name, type: type)],
        answers: [
          .init(
            name: name, type: type, timeToLive: timeToLive, data: address,
            address: IPAddress(address))
        ]), port: port)
    var options = AnalysisOptions()
    options.readsAllTraffic = allTraffic
    return scene.result(options).disclosures("machine.hostname")
  }

  @Test func `is told where mDNS announces the sender's own address`() throws {
    let told = told("falcon.local")
    #expect(told.map(\.value) == ["falcon"])
    #expect(told.first?.observers == [.network])
    #expect(told.first?.channel == Channel(part: .dns, path: "announced"))
  }

  @Test func `is told where LLMNR answers with it`() {
    #expect(told("falcon", port: 5355).map(\.value) == ["falcon"])
  }

  @Test func `is told where NetBIOS registers it`() {
    #expect(
      told("FALCON<20>", port: 137, isResponse: false, type: "NB").map(\.value) == ["FALCON"])
  }

  @Test(arguments: [
    ("printer.local", "10.77.1.40", UInt16(5353), true),
    ("falcon.local", "10.77.1.23", 5353, false),
    ("falcon.local", "10.77.1.23", 53, true),
    ("7c1f9a04-5f6e-4d0b-9a57-2e1d3c4b5a69.local", "10.77.1.23", 5353, true),
    ("_ipp._tcp.local", "10.77.1.23", 5353, true),
    ("WORKGROUP<00>", "10.77.1.23", 137, false),
    ("FALCON<20>", "10.77.1.23", 137, true),
  ])
  func `is not taken from questions, other machines, browsers or workgroups`(
    name: String, address: String, port: UInt16, isResponse: Bool
  ) {
    #expect(told(name, of: address, port: port, isResponse: isResponse).isEmpty)
  }

  @Test func `is not told of a machine that takes leave`() {
    #expect(told("falcon.local", timeToLive: 0).isEmpty)
  }

  @Test func `of nobody's client is told with all traffic alone`() {
    #expect(told("falcon.local", withAI: false).isEmpty)
    #expect(told("falcon.local", withAI: false, allTraffic: true).map(\.value) == ["falcon"])
  }
}
