/// A small regular language over bytes, compiled to an automaton that is linear in its input.
///
/// Syntax: literals, `.` (any byte but a line feed), classes `[a-z0-9_]` and `[^…]`,
/// `\d \w \s \D \W \S`, `\t \n \r \xHH`, `\` before punctuation, groups `( )` and `(?: )`,
/// alternatives `|`, `* + ? {m} {m,} {m,n}`, and the anchors `^` and `$`, which stand for the two
/// ends of the input. `(?i)` at the very beginning ignores the case of ASCII letters. The first
/// capturing group is the value. Characters outside ASCII stand for their UTF-8 bytes, in
/// classes as well.
///
/// Of several matches the leftmost is taken, and among those the one that a backtracking engine
/// would try first: earlier alternatives before later ones, and repetitions as long as they can.
/// Matching itself never backtracks: its cost is at most the length of the input times the size of
/// the program, which is capped.
public struct Pattern: Sendable {
  /// The highest count that may stand in braces.
  public static let maximumRepetition = 255
  /// The highest number of instructions that a pattern may compile to.
  public static let maximumProgramSize = 4096
  /// How deep groups may nest.
  public static let maximumDepth = 32

  public struct Match: Sendable, Hashable {
    /// Byte range of the whole match.
    public var range: Range<Int>
    /// Byte range of the first group; nil when the pattern has none or it took no part.
    public var group: Range<Int>?

    /// The range of what the pattern is after: the first group, or else the whole match.
    public var value: Range<Int> { group ?? range }
  }

  /// The pattern as it was written.
  public let source: String
  let program: PatternProgram

  public init(_ source: String, ignoringCase: Bool = false) throws(PatternError) {
    self.source = source
    var parser = PatternParser(source, ignoringCase: ignoringCase)
    program = try PatternProgram(compiling: try parser.parse())
  }

  /// Whether the pattern has a capturing group.
  public var hasGroup: Bool { program.hasGroup }

  /// The leftmost match at or after `start`; `^` holds at offset 0 of `bytes` only.
  public func firstMatch(in bytes: Span<UInt8>, from start: Int = 0) -> Match? {
    PatternMachine.firstMatch(of: program, in: bytes, from: start)
  }

  public func firstMatch(in text: String) -> Match? {
    firstMatch(in: text.utf8Span.span)
  }

  /// Text of the first group of the leftmost match, or of the whole match where there is no group.
  public func firstValue(in text: String) -> String? {
    guard let match = firstMatch(in: text) else { return nil }
    return text.text(at: match.value)
  }
}

/// Why a pattern was refused.
public struct PatternError: Error, Hashable, Sendable {
  public var message: String
  /// Offset in the pattern, in bytes of UTF-8.
  public var offset: Int
}

extension String {
  /// The characters in a range of UTF-8 offsets; what is no whole character is replaced.
  func text(at range: Range<Int>) -> String {
    String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
