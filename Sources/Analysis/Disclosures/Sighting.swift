import Model
import Protocols

/// Where something stood, before anybody asks for the proof: naming a flow costs a digest.
struct Sighting {
  var flow: FlowReference
  var first: FrameID
  var last: FrameID
  var exchange: Int?
  var offset: Int?
  var length: Int?

  init(_ contact: Contact, of part: ChannelPart?, offset: Int? = nil, length: Int? = nil) {
    flow = contact.flow
    (first, last) = contact.frames(of: part, offset: offset, length: length)
    exchange = contact.exchange
    self.offset = offset
    self.length = length
  }

  var evidence: Evidence {
    Evidence(
      capture: first.capture, communityID: CommunityID.of(flow),
      frames: first.number == last.number ? [first.number] : [first.number, last.number],
      exchange: exchange, offset: offset, length: length)
  }
}
