/// Ways in which a message departs from RFC 9112, by the event name that anomalies carry.
public enum HTTP1Fault: String, Error, Sendable, Hashable, CaseIterable {
  /// Both `Content-Length` and `Transfer-Encoding`: the latter holds (section 6.3).
  case lengthAndTransferEncoding = "length_and_transfer_encoding"
  /// More than one `Content-Length`, all of the same value.
  case repeatedContentLength = "repeated_content_length"
  /// Different values of `Content-Length`: the first is taken.
  case conflictingContentLength = "conflicting_content_length"
  /// A `Content-Length` that is no number.
  case badContentLength = "bad_content_length"
  /// `chunked` is missing, repeated, or not the last transfer coding. A request is read in chunks all
  /// the same, if it names them, so that nothing hides in it.
  case badTransferEncoding = "bad_transfer_encoding"
  /// `Transfer-Encoding` in an HTTP/1.0 message (section 6.1).
  case transferEncodingInHTTP10 = "transfer_encoding_in_http_1_0"
  /// A CR that no LF follows; read as a space (section 2.2).
  case bareCarriageReturn = "bare_cr"
  /// A line of a head or chunk that ends in LF alone (section 2.2).
  case bareLineFeed = "bare_lf"
  /// A NUL or another control character in a field value (RFC 9110, section 5.5).
  case controlCharacter = "control_character"
  /// White space between a field's name and its colon (section 5.1).
  case spaceBeforeColon = "space_before_colon"
  /// A field value that goes on in the next line (section 5.2).
  case obsoleteFold = "obsolete_fold"
  /// A line that is no field.
  case badFieldLine = "bad_field_line"
  /// A request target with a space in it.
  case spaceInTarget = "space_in_target"
  /// More than one `Host`.
  case repeatedHost = "repeated_host"
  /// A `Host` that names another host than the absolute target, which holds (section 3.2.2).
  case hostMismatch = "host_mismatch"
  /// A chunk whose size or end cannot be read.
  case badChunk = "bad_chunk"
  /// A field in a trailer section that frames or routes messages, which it may not (RFC 9110, section
  /// 6.5.1).
  case forbiddenTrailer = "forbidden_trailer"
  /// A request line without a version that can be read; HTTP/0.9 had none.
  case noVersion = "no_version"
  /// Bytes that begin no message.
  case notHTTP = "not_http"
  /// A head, trailer section or chunk header longer than its cap.
  case tooLong = "cap_reached"

  /// A sentence for people.
  public var explanation: String {
    switch self {
    case .lengthAndTransferEncoding: "Content-Length beside Transfer-Encoding is ignored"
    case .repeatedContentLength: "the same Content-Length more than once"
    case .conflictingContentLength: "different Content-Length values, the first is taken"
    case .badContentLength: "Content-Length is no number"
    case .badTransferEncoding: "Transfer-Encoding does not end in one chunked"
    case .transferEncodingInHTTP10: "Transfer-Encoding in an HTTP/1.0 message"
    case .bareCarriageReturn: "CR without LF in a head"
    case .bareLineFeed: "line that ends in LF alone"
    case .controlCharacter: "control character in a field value"
    case .spaceBeforeColon: "white space between a field's name and its colon"
    case .obsoleteFold: "field value folded over lines"
    case .badFieldLine: "line in a head that is no field"
    case .spaceInTarget: "space in the request target"
    case .repeatedHost: "more than one Host field"
    case .hostMismatch: "Host and the absolute target name different hosts"
    case .forbiddenTrailer: "field in a trailer section that belongs to a head"
    case .badChunk: "malformed chunk"
    case .noVersion: "request line without a readable version"
    case .notHTTP: "bytes that begin no HTTP/1 message are skipped"
    case .tooLong: "head longer than its cap is skipped"
    }
  }
}
