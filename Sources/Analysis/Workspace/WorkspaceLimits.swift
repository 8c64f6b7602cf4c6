/// Bounds of what is looked for in conversations (docs/Limits.md).
package enum WorkspaceLimits {
  /// Texts of one message that wait for its end; later ones are not looked at.
  package static let texts = 16_384
  /// Bytes of the same.
  package static let textBytes = 64 << 20
  /// Bytes of a line that are looked at.
  package static let lineBytes = 4096
  /// Commands told of one text, and bytes of each.
  package static let commands = 32
  package static let commandBytes = 512
  /// Lists of packages told of one text, and entries of each.
  package static let lists = 16
  package static let entries = 16
  /// Pieces of code told of one text, and lines and bytes of each.
  package static let pieces = 16
  package static let pieceLines = 6
  package static let pieceBytes = 400
}
