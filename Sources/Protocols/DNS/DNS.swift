public import Model
import Wire

/// Messages of the Domain Name System (RFC 1035, section 4), and of mDNS and LLMNR, which share the
/// form.
public enum DNS {
  public enum Failure: Error, Hashable, Sendable {
    case truncated
    /// A compression pointer that does not lead back.
    case badPointer
    /// A label of a reserved kind.
    case badLabel
    case nameTooLong
    /// More records than are read.
    case tooManyRecords
    /// Record data that does not fit its type.
    case badRecord
  }

  /// Records of one message that are read.
  public static let recordLimit = 1_024
  static let headerLength = 12

  /// Reads a whole message.
  public static func parse(_ bytes: RawSpan) throws(Failure) -> DNSMessage {
    let (message, failure) = read(bytes)
    if let failure { throw failure }
    guard let message else { throw .truncated }
    return message
  }

  /// Reads as much of a message as is sound.
  ///
  /// - Parameter onlyAddresses: whether answers of other types than `A` and `AAAA` are passed over, and what
  ///   their data holds is not looked at.
  /// - Returns: the message up to the first fault, and the fault. The message is nil when not even
  /// its questions can be read.
  public static func read(
    _ bytes: RawSpan, onlyAddresses: Bool = false
  ) -> (message: DNSMessage?, failure: Failure?) {
    guard bytes.byteCount >= headerLength else { return (nil, .truncated) }
    let flags = bytes.uint16(at: 2)
    var message = DNSMessage(
      id: bytes.uint16(at: 0), isResponse: flags & 0x8000 != 0, responseCode: "",
      questions: [], answers: [])
    var code = flags & 0x000f
    var offset = headerLength
    var failure: Failure?
    do throws(Failure) {
      message.questions = try questions(bytes, at: &offset)
    } catch {
      return (nil, error)
    }
    do throws(Failure) {
      try answers(
        bytes, at: &offset, question: message.questions.first, onlyAddresses: onlyAddresses,
        into: &message.answers)
      code |= try extendedCode(bytes, at: &offset)
    } catch {
      failure = error
    }
    message.responseCode = DNSCodes.responseCode(code)
    return (message, failure)
  }

  /// Whether all records are there and well-formed, and nothing stands behind them.
  static func isWhole(_ bytes: RawSpan) -> Bool {
    guard bytes.byteCount >= headerLength else { return false }
    var offset = headerLength
    let records = (0..<3).reduce(0) { $0 + Int(bytes.uint16(at: 6 + 2 * $1)) }
    guard records <= recordLimit else { return false }
    do throws(Failure) {
      for question in try questions(bytes, at: &offset) where question.type.hasPrefix("TYPE") {
        return false
      }
      var name: [UInt8] = []
      for _ in 0..<records {
        name.removeAll(keepingCapacity: true)
        try DNSNameReader.read(bytes, at: &offset, into: &name)
        _ = try record(bytes, at: &offset)
      }
    } catch {
      return false
    }
    return offset == bytes.byteCount
  }

  private static func questions(
    _ bytes: RawSpan, at offset: inout Int
  ) throws(Failure) -> [DNSMessage.Question] {
    let count = Int(bytes.uint16(at: 4))
    guard count <= recordLimit else { throw .tooManyRecords }
    var questions: [DNSMessage.Question] = []
    for _ in 0..<count {
      let name = try DNSNameReader.name(bytes, at: &offset)
      guard offset + 4 <= bytes.byteCount else { throw .truncated }
      questions.append(.init(name: name, type: DNSCodes.type(bytes.uint16(at: offset))))
      offset += 4
    }
    return questions
  }

  private static func answers(
    _ bytes: RawSpan, at offset: inout Int, question: DNSMessage.Question?, onlyAddresses: Bool,
    into answers: inout [DNSMessage.Answer]
  ) throws(Failure) {
    let count = Int(bytes.uint16(at: 6))
    for i in 0..<count {
      guard i < recordLimit else { throw .tooManyRecords }
      var start = offset
      try DNSNameReader.skip(bytes, at: &offset)
      let record = try record(bytes, at: &offset)
      let address = DNSRecordData.address(bytes, record.data, type: record.type)
      if onlyAddresses, address == nil { continue }
      // Most answers point back to the question's name.
      let name =
        if let question, bytes.uint16(at: start) == 0xc00c {
          question.name
        } else {
          try DNSNameReader.name(bytes, at: &start)
        }
      let type = DNSCodes.type(record.type)
      if let address {
        answers.append(
          .init(name: name, type: type, timeToLive: record.timeToLive, address: address))
      } else {
        answers.append(
          .init(
            name: name, type: type, timeToLive: record.timeToLive,
            data: try DNSRecordData.text(bytes, record.data, type: record.type)))
      }
    }
  }

  private struct RecordHeader {
    var type: UInt16
    var timeToLive: UInt32
    var data: Range<Int>
  }

  /// Reads what stands between a record's name and the next record.
  private static func record(
    _ bytes: RawSpan, at offset: inout Int
  ) throws(Failure) -> RecordHeader {
    guard offset + 10 <= bytes.byteCount else { throw .truncated }
    let length = Int(bytes.uint16(at: offset + 8))
    let start = offset + 10
    guard start + length <= bytes.byteCount else { throw .truncated }
    defer { offset = start + length }
    return RecordHeader(
      type: bytes.uint16(at: offset), timeToLive: bytes.uint32(at: offset + 4),
      data: start..<start + length)
  }

  /// The upper bits of the response code, which an OPT record carries (RFC 6891, section 6.1.3).
  private static func extendedCode(
    _ bytes: RawSpan, at offset: inout Int
  ) throws(Failure) -> UInt16 {
    let count = Int(bytes.uint16(at: 8)) + Int(bytes.uint16(at: 10))
    var name: [UInt8] = []
    for i in 0..<count {
      guard i < recordLimit else { throw .tooManyRecords }
      name.removeAll(keepingCapacity: true)
      try DNSNameReader.read(bytes, at: &offset, into: &name)
      let record = try record(bytes, at: &offset)
      if record.type == DNSCodes.opt { return UInt16(record.timeToLive >> 24) << 4 }
    }
    return 0
  }
}
