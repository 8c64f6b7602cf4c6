import Dissection
import Model
import TestKit
import Testing
import Wire

@Suite struct `A DNS answer that the snap length cut` {
  @Test func `still has its question, and says that it was cut`() {
    var records: [Record] = []
    let dissector = Dissector(options: DissectionOptions(), policy: OpenEverything()) {
      records.append($0)
    }
    // The answer to `a.example`, type A, without the last byte of its address.
    let message = hex(
      "1234 8180 0001 0001 0000 0000 01 61 07 6578616d706c65 00 0001 0001"
        + "c00c 0001 0001 0000012c 0004 c00002")
    let frame = PacketBuilder().with {
      $0.sourcePort = 53
      $0.destinationPort = 40_000
      $0.payload = message
    }.udpFrame
    dissector.process(
      frame.span.bytes, linkType: .ethernet, wireLength: frame.count,
      id: FrameID(capture: 0, number: 1), time: Timestamp(nanoseconds: 0))
    dissector.finish()
    let names = records.compactMap { record -> [String]? in
      guard case .dns(let message) = record.observation else { return nil }
      return message.questions.map(\.name)
    }
    let events = records.compactMap { record -> String? in
      guard case .anomaly(let anomaly) = record.observation else { return nil }
      return anomaly.event
    }
    #expect(names == [["a.example"]])
    #expect(events == ["parse_failed"])
  }
}
