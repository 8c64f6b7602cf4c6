public import Model

/// How a report is laid out, apart from its content.
public struct RenderOptions: Sendable, Hashable {
  /// Columns of the terminal; what is narrower than 80 is taken for 80.
  public var width: Int
  /// Whether ANSI colours may be used.
  public var color: Bool

  public init(width: Int = 100, color: Bool = false) {
    self.width = width
    self.color = color
  }
}

/// Turns a summary into one format. Same summary, same bytes.
public protocol Renderer: Sendable {
  /// The format's name on the command line.
  static var format: String { get }

  /// Whether the format tells the captures' digests. Digests cost as much as all the rest of a run
  /// over ordinary traffic, so they are made only where somebody reads them.
  static var tellsDigests: Bool { get }

  init()

  func render(_ summary: Summary, options: RenderOptions) -> [UInt8]
}

extension Renderer {
  public static var tellsDigests: Bool { false }
}
