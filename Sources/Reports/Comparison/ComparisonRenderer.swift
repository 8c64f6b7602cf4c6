public import Model

/// Turns a comparison into one format. Same comparison, same bytes.
public protocol ComparisonRenderer: Sendable {
  /// The format's name on the command line.
  static var format: String { get }

  init()

  func render(_ comparison: Comparison, options: RenderOptions) -> [UInt8]
}

/// Every format that a comparison can be written in: one line each.
public enum ComparisonFormats {
  private static let types: [any ComparisonRenderer.Type] = [
    ComparisonTextRenderer.self,
    ComparisonJSONRenderer.self,
    ComparisonMarkdownRenderer.self,
    ComparisonHTMLRenderer.self,
  ]

  /// The formats' names, in the order in which help texts list them.
  public static var names: [String] { types.map { $0.format } }

  /// The renderer of a format, or nil when there is none of that name.
  public static func renderer(for format: String) -> (any ComparisonRenderer)? {
    types.first { $0.format == format }?.init()
  }
}
