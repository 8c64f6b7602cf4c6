public import Model

/// A key log on disk, which the program under test may still be writing.
public struct KeyLogFile {
  public let path: String
  private let source: FileSource
  /// The beginning of a line whose end has not been written yet.
  private var partial: [UInt8] = []
  public private(set) var tally = KeyLog.Tally()

  /// - Throws: ``CaptureError`` when the file cannot be opened.
  public init(path: String) throws(CaptureError) {
    self.path = path
    source = try FileSource(path: path)
    source.isHashing = false
  }

  /// Takes in all that was written since the last call.
  ///
  /// - Parameter isFinal: whether a last line without an end counts as whole.
  /// - Returns: how many secrets came.
  @discardableResult
  public mutating func refresh(
    into store: inout SecretStore, isFinal: Bool
  ) throws(CaptureError) -> Int {
    var text = partial
    partial = []
    while try source.readMore(64 << 10, into: &text) > 0 {}
    if !isFinal, let end = text.lastIndex(of: 0x0a) {
      partial = Array(text[(end + 1)...])
      text.removeSubrange((end + 1)...)
    } else if !isFinal {
      partial = text
      text = []
    }
    // A line longer than any secret is no secret.
    if partial.count > 16_384 { partial = [] }
    let news = KeyLog.read(text, into: &store)
    tally.secrets += news.secrets
    tally.unreadable += news.unreadable
    return news.secrets
  }
}
