import Analysis
public import Capture
import Knowledge
import Model
public import Reports

/// The values that captures tell, to be taken out of their protocol records.
public enum KnownValues {
  /// Analyses captures before they are dissected.
  ///
  /// - Returns: nil where an input can be read once only.
  public static func find(in input: InputOptions) throws(CaptureError) -> ValueHiding? {
    guard try CaptureRun(input).paths.allSatisfy({ FileKind.isRegular($0) }) else { return nil }
    var options = AnalyzeRun.Options()
    options.analysis.redaction = .values
    options.analysis.readsAllTraffic = true
    options.allTraffic = true
    guard let scrubber = try AnalyzeRun(options: options).scrubber(for: input) else { return nil }
    return ValueHiding(
      text: { scrubber.scrub(text: $0) },
      host: { scrubber.scrub(host: $0, keeping: Catalogue.builtIn.host($0) == nil ? 0 : 2) },
      whole: { scrubber.replace($0) })
  }
}
