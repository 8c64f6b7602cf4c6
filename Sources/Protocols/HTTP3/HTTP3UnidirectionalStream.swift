import Wire

/// A unidirectional stream: its type, then what that type holds (RFC 9114, section 6.2).
final class HTTP3UnidirectionalStream {
  /// Bytes of a SETTINGS frame that are read.
  private static let settingsLimit = 4_096

  let id: UInt64
  private(set) var type: UInt64?
  private(set) var pushID: UInt64?
  var parser = HTTP3FrameParser()
  /// Whether the rest of the stream cannot be followed.
  var isIgnored = false
  private var head: [UInt8] = []
  private var frameType: UInt64 = 0
  private var settings: [UInt8] = []

  init(id: UInt64) {
    self.id = id
  }

  /// Reads the type, and of a push stream the push id; false until all of it is there.
  func takeType(_ bytes: RawSpan, _ offset: inout Int) -> Bool {
    while offset < bytes.byteCount {
      head.append(bytes[offset])
      offset += 1
      let all = head
      var position = 0
      guard let type = VariableInteger.read(all.span.bytes, at: &position) else { continue }
      if type == HTTP3StreamType.push {
        guard let push = VariableInteger.read(all.span.bytes, at: &position) else { continue }
        pushID = push
      }
      self.type = type
      return true
    }
    return false
  }

  /// Reads a control stream, and tells each setting.
  func readControl(_ bytes: RawSpan, setting: (UInt64, UInt64) -> Void) {
    var offset = 0
    while let step = parser.next(in: bytes, at: &offset) {
      switch step {
      case .begin(let type, _):
        frameType = type
        settings = []
      case .payload(let range):
        guard frameType == HTTP3FrameType.settings,
          settings.count + range.count <= Self.settingsLimit
        else { continue }
        bytes.extracting(range).append(to: &settings)
      case .end:
        guard frameType == HTTP3FrameType.settings else { continue }
        let all = settings
        var position = 0
        while let id = VariableInteger.read(all.span.bytes, at: &position),
          let value = VariableInteger.read(all.span.bytes, at: &position)
        {
          setting(id, value)
        }
      }
    }
  }
}
