import Model

extension Contact {
  /// The first and the last frame that carried a stretch of the body, or the head.
  ///
  /// The same of a WebSocket message. Behind a content coding, offsets lead to no frames: there it is all frames of the body. Where nothing
  /// better is known it is all frames of the message.
  func frames(of part: ChannelPart?, offset: Int?, length: Int?) -> (first: FrameID, last: FrameID)
  {
    let message = (provenance.first, provenance.last)
    guard let head = segments.first, let tail = segments.last else { return message }
    switch part {
    case .requestLine, .header, .query:
      return (provenance.first, head.first)
    case .trailer:
      // They end the message, and begin in the frame that the body ends in or behind it.
      return (tail.last, provenance.last)
    case .body, .webSocket:
      guard !isCoded else { return (head.first, tail.last) }
      guard let offset, let length, head.offset <= offset else { return (head.first, tail.last) }
      return (segment(at: offset).first, segment(at: offset + max(length, 1) - 1).last)
    default:
      return message
    }
  }

  /// The segment that holds an offset; there is at least one.
  private func segment(at offset: Int) -> MessageBody.Segment {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].offset <= offset { low = middle } else { high = middle }
    }
    return segments[low]
  }
}
