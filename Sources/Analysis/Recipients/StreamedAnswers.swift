import Model

/// Answers that came piece by piece while nobody could read them: the size of each piece follows the length of
/// the words in it, and its time the model's work.
enum StreamedAnswers {
  /// Fewer pieces are a page's or a handshake's.
  private static let fewestPieces = 20
  /// Pieces that are all alike say nothing.
  private static let fewestSizes = 5
  private static let shortest = 0.5

  /// A sentence on a flow to a host of models; nil where nothing looks like a streamed answer.
  static func note(_ pieces: UnreadPieces, host: String) -> String? {
    guard pieces.count >= fewestPieces, pieces.sizes >= fewestSizes, let first = pieces.first,
      let last = pieces.last, last.seconds(since: first) >= shortest
    else { return nil }
    let seconds = (last.seconds(since: first) * 10).rounded() / 10
    return "\(host) sent \(pieces.count) small records of \(pieces.sizes) different sizes within "
      + "\(seconds) s: as an answer is streamed, anyone on the path sees lengths and times of its pieces."
  }
}
