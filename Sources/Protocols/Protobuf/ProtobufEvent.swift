/// One thing that a walk over protobuf bytes comes across. Ranges are offsets into the bytes walked.
public enum ProtobufEvent: Sendable, Hashable {
  /// A field holds a message, whose fields follow. `content` is the message without tag and length.
  case beginMessage(field: Int, content: Range<Int>)
  case endMessage(field: Int)
  /// An integer, an enumeration or a Boolean; signedness and zigzag are the schema's secret.
  case varint(field: Int, value: UInt64, range: Range<Int>)
  /// The bit pattern of a `fixed32`, `sfixed32` or `float`.
  case fixed32(field: Int, bits: UInt32, range: Range<Int>)
  /// The bit pattern of a `fixed64`, `sfixed64` or `double`.
  case fixed64(field: Int, bits: UInt64, range: Range<Int>)
  /// UTF-8 text, possibly empty.
  case string(field: Int, range: Range<Int>)
  /// Bytes that are neither text nor a message.
  case bytes(field: Int, range: Range<Int>)
}
