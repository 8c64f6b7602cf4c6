/// A line on stderr that tells how far the reading is; on terminals only.
final class Progress {
  private var shown = 0
  private var isVisible = false
  private static let step = 32 << 20

  func update(_ bytes: Int) {
    guard bytes - shown >= Self.step else { return }
    shown = bytes
    isVisible = true
    Console.write("\r\(bytes >> 20) MiB read ", to: 2)
  }

  func finish() {
    guard isVisible else { return }
    Console.write("\r\u{1B}[K", to: 2)
    isVisible = false
  }
}
