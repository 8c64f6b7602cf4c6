public import Model

/// A key log on disk, which the program under test may still be writing.
public struct KeyLogFile {
  public let path: String
  private let source: FileSource
  /// The beginning of a line whose end has not been written yet.
  private var partial: [UInt8] = []
  /// Whether the rest of an overlong line is still to come.
  private var isSkipping = false
  private static let piece = 64 << 10
  private static let longestLine = 16 << 10
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
    let before = tally.secrets
    while try source.readMore(Self.piece, into: &partial) > 0 {
      guard let end = partial.lastIndex(of: 0x0a) else {
        cutLine()
        continue
      }
      take(partial[...end], into: &store)
      partial.removeSubrange(...end)
      cutLine()
    }
    if isFinal {
      take(partial[...], into: &store)
      partial = []
    }
    return tally.secrets - before
  }

  /// Drops the beginning of a line that is longer than any secret; so is the rest of it dropped.
  private mutating func cutLine() {
    guard partial.count > Self.longestLine else { return }
    partial = []
    isSkipping = true
  }

  private mutating func take(_ text: ArraySlice<UInt8>, into store: inout SecretStore) {
    var text = text
    if isSkipping {
      tally.unreadable += 1
      text = text.drop { $0 != 0x0a }
      isSkipping = false
    }
    let news = KeyLog.read(text, into: &store)
    tally.secrets += news.secrets
    tally.unreadable += news.unreadable
  }
}
