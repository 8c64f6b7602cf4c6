import Analysis
import Foundation
import Model
import Telltale
import TestKit
import Testing

/// Public captures in which a browser names its system in clear on the connection that it opened.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(
      atPath: Place.shared.appending(path: "public-captures/pcaps").path)))
struct `The way a system opens connections` {
  private static let families = [
    "Windows": "Windows", "Macintosh": "macOS or iOS", "iPhone": "macOS or iOS",
    "Linux": "Linux or Android", "Android": "Linux or Android",
  ]

  /// Families told and systems named, by recipient.
  private func told(_ path: String) throws -> [(family: String, system: String, host: String)] {
    var options = AnalyzeRun.Options()
    options.allTraffic = true
    options.analysis.readsAllTraffic = true
    let summary = try AnalyzeRun(options: options).run(InputOptions(captures: [path]))
    return summary.tools.flatMap { tool in
      let openings = tool.disclosures.filter { $0.attribute == "network.tcp_fingerprint" }
      return openings.flatMap { opening in
        tool.disclosures.filter {
          $0.attribute == "machine.os" && $0.recipient == opening.recipient
            && $0.signal == "recogniser.user-agent"
        }
        .map { (opening.value, $0.value, $0.recipient) }
      }
    }
  }

  @Test func `agrees with what its browser says of it`() throws {
    let folder = Place.shared.appending(path: "public-captures/pcaps")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var agreed: [String: Int] = [:]
    var others: [String] = []
    for name in names {
      guard let found = try? told(folder.appending(path: name).path) else { continue }
      for (family, system, host) in found {
        guard let expected = Self.families[system] else { continue }
        if family.hasPrefix(expected) {
          agreed[expected, default: 0] += 1
        } else {
          others.append("\(name) \(host): \(system) opens as \(family)")
        }
      }
    }
    // A proxy shows its own system: so far one browser of a Mac stands behind one.
    #expect(others.count <= 1 && others.count * 20 <= agreed.values.reduce(0, +), "\(others)")
    // Each family was put to the test.
    for family in Set(Self.families.values) {
      #expect(agreed[family, default: 0] >= 2, "\(family)")
    }
  }
}
