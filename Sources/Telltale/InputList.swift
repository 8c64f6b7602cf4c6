public import Capture
import Model

/// The captures of a run, directories opened up and put in order of time.
public struct InputList: Sendable {
  public let paths: [String]

  /// - Throws: ``CaptureError`` when a named input cannot be opened or is no capture.
  public init(
    _ inputs: [String], warn: (String) -> Void
  ) throws(CaptureError) {
    var paths: [String] = []
    for input in inputs {
      guard FileKind.isDirectory(input) else {
        // Opened now so that a typing error costs no time. A pipe can be read once only.
        if input != "-", !FileKind.isPipe(input) { _ = try CaptureReader(path: input) }
        paths.append(input)
        continue
      }
      paths += try Self.members(of: input, warn: warn)
    }
    self.paths = paths
  }

  /// The captures in a directory by the time of their first frame, then by name. Other files are
  /// passed over.
  private static func members(
    of directory: String, warn: (String) -> Void
  ) throws(CaptureError) -> [String] {
    guard let names = FileKind.names(in: directory) else {
      throw CaptureError(.cannotOpen, "\(directory): cannot list the directory")
    }
    var members: [(path: String, start: Int64)] = []
    var passedOver = 0
    for name in names {
      let path = directory.hasSuffix("/") ? directory + name : directory + "/" + name
      guard FileKind.isRegular(path), var reader = try? CaptureReader(path: path) else {
        if FileKind.isRegular(path) { passedOver += 1 }
        continue
      }
      var batch = FrameBatch()
      let start = reader.next(into: &batch) ? batch.frames.first?.time.nanoseconds : nil
      members.append((path, start ?? .max))
    }
    guard !members.isEmpty else {
      throw CaptureError(.notACapture, "\(directory): no captures in this directory")
    }
    if passedOver > 0 {
      warn("\(directory): \(passedOver) files that are no captures were passed over")
    }
    return members.enumerated()
      .sorted { a, b in
        a.element.start != b.element.start
          ? a.element.start < b.element.start : a.offset < b.offset
      }
      .map { $0.element.path }
  }
}
