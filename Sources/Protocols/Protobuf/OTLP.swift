import Wire

/// Which OpenTelemetry export request a protobuf message is (OTLP 1.x, `collector/*/v1`).
///
/// The three requests share their frame: field 1 repeats resources with their scopes, so shape alone
/// cannot tell them apart with certainty; the request's path (`/v1/traces`) or the gRPC method does.
public enum OTLP: String, Sendable, Hashable, CaseIterable {
  case traces = "ExportTraceServiceRequest"
  case logs = "ExportLogsServiceRequest"
  case metrics = "ExportMetricsServiceRequest"

  /// The request that is sent to a path, such as `/v1/traces` behind any prefix, or to the gRPC
  /// method of the collector service; nil when it is none.
  public init?(target: String) {
    let path = target.prefix { $0 != "?" }
    if path.hasSuffix("/v1/traces") || path.hasSuffix("TraceService/Export") {
      self = .traces
    } else if path.hasSuffix("/v1/logs") || path.hasSuffix("LogsService/Export") {
      self = .logs
    } else if path.hasSuffix("/v1/metrics") || path.hasSuffix("MetricsService/Export") {
      self = .metrics
    } else {
      return nil
    }
  }

  /// What a leaf's path stands for, in the words of the OTLP schema: `resourceSpans.scopeSpans.spans`
  /// for `#1.2.2`; nil for paths that the request does not have.
  public func name(of path: String) -> String? {
    guard path.hasPrefix("#") else { return nil }
    let numbers = path.dropFirst().prefix { $0 != " " }.split(separator: ".").map { Int($0) }
    var node: OTLPField? = OTLPTable.root(of: self)
    var names: [String] = []
    for number in numbers {
      guard let number, let next = node?.children[number] else { return nil }
      names.append(next.name)
      node = next
    }
    return names.isEmpty ? nil : names.joined(separator: ".")
  }
}
