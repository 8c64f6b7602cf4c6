/// Every format that a summary can be written in: one line each.
public enum RendererRegistry {
  private static let types: [any Renderer.Type] = [
    TextRenderer.self,
    JSONRenderer.self,
    EVESummaryRenderer.self,
    OCSFRenderer.self,
    SARIFRenderer.self,
    CSVRenderer.self,
    MarkdownRenderer.self,
    HTMLRenderer.self,
  ]

  /// The formats' names, in the order in which help texts list them.
  public static var formats: [String] { types.map { $0.format } }

  /// The renderer of a format, or nil when there is none of that name.
  public static func renderer(for format: String) -> (any Renderer)? {
    types.first { $0.format == format }?.init()
  }
}
