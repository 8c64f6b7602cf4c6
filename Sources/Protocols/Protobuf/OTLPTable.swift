// opentelemetry-proto 1.x (https://github.com/open-telemetry/opentelemetry-proto), read 2026-11-22.

/// A field of an OTLP message and those of the message that it holds.
struct OTLPField: Sendable {
  var name: String
  var children: [Int: OTLPField] = [:]

  init(_ name: String, _ children: [Int: OTLPField] = [:]) {
    self.name = name
    self.children = children
  }
}

/// The fields of the OTLP export requests, by number.
enum OTLPTable {
  static func root(of request: OTLP) -> OTLPField {
    switch request {
    case .traces: traces
    case .logs: logs
    case .metrics: metrics
    }
  }

  private static let attributes = OTLPField("attributes")

  private static let resource = OTLPField(
    "resource", [1: attributes, 2: OTLPField("droppedAttributesCount")])

  private static let scope = OTLPField(
    "scope", [1: OTLPField("name"), 2: OTLPField("version"), 3: attributes])

  private static let schema = OTLPField("schemaUrl")

  private static let traces = OTLPField(
    "",
    [
      1: OTLPField(
        "resourceSpans",
        [
          1: resource,
          2: OTLPField("scopeSpans", [1: scope, 2: span, 3: schema]),
          3: schema,
        ])
    ])

  private static let span = OTLPField(
    "spans",
    [
      1: OTLPField("traceId"), 2: OTLPField("spanId"), 3: OTLPField("traceState"),
      4: OTLPField("parentSpanId"), 5: OTLPField("name"), 6: OTLPField("kind"),
      7: OTLPField("startTimeUnixNano"), 8: OTLPField("endTimeUnixNano"), 9: attributes,
      11: OTLPField(
        "events", [1: OTLPField("timeUnixNano"), 2: OTLPField("name"), 3: attributes]),
      13: OTLPField(
        "links",
        [
          1: OTLPField("traceId"), 2: OTLPField("spanId"), 3: OTLPField("traceState"),
          4: attributes,
        ]),
      15: OTLPField("status", [2: OTLPField("message"), 3: OTLPField("code")]),
      16: OTLPField("flags"),
    ])

  private static let logs = OTLPField(
    "",
    [
      1: OTLPField(
        "resourceLogs",
        [
          1: resource,
          2: OTLPField("scopeLogs", [1: scope, 2: logRecord, 3: schema]),
          3: schema,
        ])
    ])

  private static let logRecord = OTLPField(
    "logRecords",
    [
      1: OTLPField("timeUnixNano"), 2: OTLPField("severityNumber"), 3: OTLPField("severityText"),
      5: OTLPField("body", [1: OTLPField("stringValue"), 3: OTLPField("intValue")]),
      6: attributes, 8: OTLPField("flags"), 9: OTLPField("traceId"), 10: OTLPField("spanId"),
      11: OTLPField("observedTimeUnixNano"), 12: OTLPField("eventName"),
    ])

  private static let metrics = OTLPField(
    "",
    [
      1: OTLPField(
        "resourceMetrics",
        [
          1: resource,
          2: OTLPField("scopeMetrics", [1: scope, 2: metric, 3: schema]),
          3: schema,
        ])
    ])

  private static let metric = OTLPField(
    "metrics",
    [
      1: OTLPField("name"), 2: OTLPField("description"), 3: OTLPField("unit"),
      5: OTLPField("gauge", [1: dataPoint(attributesAt: 7)]),
      7: OTLPField("sum", [1: dataPoint(attributesAt: 7)]),
      9: OTLPField("histogram", [1: dataPoint(attributesAt: 9)]),
      10: OTLPField("exponentialHistogram", [1: dataPoint(attributesAt: 1)]),
      11: OTLPField("summary", [1: dataPoint(attributesAt: 7)]),
      12: OTLPField("metadata"),
    ])

  private static func dataPoint(attributesAt number: Int) -> OTLPField {
    OTLPField(
      "dataPoints",
      [
        2: OTLPField("startTimeUnixNano"), 3: OTLPField("timeUnixNano"), number: attributes,
      ])
  }
}
