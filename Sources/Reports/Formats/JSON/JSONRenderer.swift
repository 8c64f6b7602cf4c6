public import Model

/// The summary as `telltale.summary/1` (docs/Output.md).
public struct JSONRenderer: Renderer {
  public static let format = "json"
  public static let tellsDigests = true

  public init() {}

  public func render(_ summary: Summary, options: RenderOptions) -> [UInt8] {
    render(summary) { $0.null() }
  }

  /// - Parameter policy: writes the value of the member `policy`.
  public func render(_ summary: Summary, policy: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      SummaryJSON.members(of: summary, to: &json)
      json.key("policy")
      policy(&json)
    }
    json.endLine()
    return json.bytes
  }
}
