import Wire

/// A value in a protobuf message and the way to it.
public struct ProtobufLeaf: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case varint(UInt64)
    /// The bit pattern of an integer or a `float`.
    case fixed32(UInt32)
    /// The bit pattern of an integer or a `double`.
    case fixed64(UInt64)
    case string
    case bytes
  }

  /// Field numbers from the outermost message inwards: `#1.2.2.5`.
  ///
  /// The value of a key-value pair (``key``) has the path of the pair, followed by its key:
  /// `#1.2.2.9 key=duration_ms`.
  public var path: String
  /// The key of the pair whose value this is; keys of pairs within pairs are joined by a full stop.
  public var key: String?
  public var value: Value
  /// Where the value stands in the bytes walked.
  public var range: Range<Int>
}

extension Protobuf {
  /// Visits the values of a message in order, those of key-value pairs by their keys.
  ///
  /// A key-value pair is what OpenTelemetry calls `KeyValue`: field 1 a key, field 2 an `AnyValue`.
  /// The key itself is not visited.
  ///
  /// - Parameter body: takes each value; false ends the walk.
  /// - Returns: whether the bytes were a well-formed message and all of it was visited.
  @discardableResult
  public static func leaves(
    of bytes: Span<UInt8>, _ body: (ProtobufLeaf) -> Bool
  ) -> Bool {
    let raw = bytes.bytes
    var trail = Trail()
    return walk(bytes) { event in
      switch event {
      case .beginMessage(let field, let content):
        trail.enter(field, pair: KeyValue(raw, content))
        return true
      case .endMessage:
        trail.leave()
        return true
      case .varint(let field, let value, let range):
        return trail.visit(field, .varint(value), range, body)
      case .fixed32(let field, let bits, let range):
        return trail.visit(field, .fixed32(bits), range, body)
      case .fixed64(let field, let bits, let range):
        return trail.visit(field, .fixed64(bits), range, body)
      case .string(let field, let range):
        return trail.visit(field, .string, range, body)
      case .bytes(let field, let range):
        return trail.visit(field, .bytes, range, body)
      }
    }
  }

  /// Where a walk stands.
  private struct Trail {
    private struct Step {
      var path: String
      var key: String?
      /// Whether the message is itself a pair, not something within one.
      var isPair: Bool
    }

    private var steps: [Step] = []

    mutating func enter(_ field: Int, pair: KeyValue?) {
      let above = steps.last
      let path = Self.join(above?.path, field)
      guard let pair else {
        // Within a value the path stays that of its pair.
        let key = above?.key
        steps.append(Step(path: key == nil ? path : above?.path ?? path, key: key, isPair: false))
        return
      }
      let key = above?.key.map { "\($0).\(pair.key)" } ?? pair.key
      steps.append(
        Step(path: above?.key == nil ? path : above?.path ?? path, key: key, isPair: true))
    }

    mutating func leave() {
      _ = steps.popLast()
    }

    func visit(
      _ field: Int, _ value: ProtobufLeaf.Value, _ range: Range<Int>,
      _ body: (ProtobufLeaf) -> Bool
    ) -> Bool {
      let above = steps.last
      if let above, above.isPair, field == 1 { return true }
      let path: String
      if let above, let key = above.key {
        path = "\(above.path) key=\(key)"
      } else {
        path = Self.join(above?.path, field)
      }
      return body(ProtobufLeaf(path: path, key: above?.key, value: value, range: range))
    }

    private static func join(_ path: String?, _ field: Int) -> String {
      path.map { "\($0).\(field)" } ?? "#\(field)"
    }
  }
}

/// OpenTelemetry's `KeyValue { string key = 1; AnyValue value = 2; }`.
private struct KeyValue {
  static let longestKey = 256

  var key: String

  init?(_ bytes: borrowing RawSpan, _ content: Range<Int>) {
    var scanner = ProtobufScanner(content)
    guard let name = try? scanner.next(in: bytes), name.number == 1, case .delimited = name.content,
      (1...Self.longestKey).contains(name.range.count), TextShape(bytes, name.range) == .text,
      let value = try? scanner.next(in: bytes), value.number == 2, case .delimited = value.content,
      scanner.offset == content.upperBound, Self.isAnyValue(bytes, value.range)
    else { return nil }
    key = String(decoding: bytes.extracting(name.range).array, as: UTF8.self)
  }

  /// `AnyValue`: a choice of string, bool, int, double, array, list of pairs and bytes.
  private static func isAnyValue(_ bytes: borrowing RawSpan, _ content: Range<Int>) -> Bool {
    if content.isEmpty { return true }
    var scanner = ProtobufScanner(content)
    guard let choice = try? scanner.next(in: bytes), scanner.offset == content.upperBound else {
      return false
    }
    switch (choice.number, choice.content) {
    case (1, .delimited), (5, .delimited), (6, .delimited), (7, .delimited): return true
    case (2, .varint), (3, .varint), (4, .fixed64): return true
    default: return false
    }
  }
}
