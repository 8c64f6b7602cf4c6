import Crypto
import Foundation
import Model
import Protocols
import TestKit
import Testing

/// A recorded TLS connection with its keys: one file of `Fixtures`.
///
/// Lines: `# origin`, `key LABEL RANDOM SECRET` as in a key log, `expect SIDE COUNT SHA256` of the
/// content, and `c` or `s` with what that side sent next, in order; a line `payload` says what the
/// source prints of the piece before it.
struct TLSFixture: CustomTestStringConvertible {
  var name: String
  var keys: [(label: SecretLabel, random: ClientRandom, secret: [UInt8])] = []
  var pieces: [(side: Side, bytes: [UInt8])] = []
  /// The `payload` line after each piece; empty where there is none.
  var notes: [String] = []
  var expected: [Side: (count: Int, digest: String)] = [:]

  var testDescription: String { name }

  init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "key":
        guard let label = SecretLabel(rawValue: words[1]), let random = ClientRandom(hex(words[2]))
        else { continue }
        keys.append((label, random, hex(words[3])))
      case "expect":
        expected[words[1] == "c" ? .client : .server] = (Int(words[2]) ?? -1, words[3])
      case "c", "s":
        pieces.append((words[0] == "c" ? .client : .server, hex(words[1])))
        notes.append("")
      case "payload": notes[notes.count - 1] = String(line)
      default: break
      }
    }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static func all(in folder: URL = folder) throws -> [TLSFixture] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map { try TLSFixture($0) }
  }

  static func named(_ name: String) throws -> TLSFixture {
    try TLSFixture(folder.appending(path: name + ".txt"))
  }

  /// A house that knows the keys and keeps all content.
  func harness(withKeys: Bool = true) -> LayerHarness {
    let harness = LayerHarness()
    harness.plaintextSample = (1 << 24, true)
    if withKeys {
      for key in keys { harness.secrets.insert(key.secret, label: key.label, for: key.random) }
    }
    return harness
  }

  /// Plays the whole connection in pieces of at most `size` bytes.
  func play(to harness: LayerHarness, size: Int = .max) -> TLSLayer {
    let layer = TLSLayer(harness.context)
    for piece in pieces { harness.play(piece.bytes, from: piece.side, to: layer, size: size) }
    harness.finish(layer)
    return layer
  }
}

extension LayerHarness {
  var handshakes: [TLSHandshake] {
    observations.compactMap { if case .tls(let handshake) = $0 { handshake } else { nil } }
  }

  /// All content of one side that was read.
  func content(from side: Side) -> [UInt8] {
    observations.flatMap { observation -> [UInt8] in
      guard case .plaintext(let sample) = observation, sample.sender == side else { return [] }
      return sample.bytes
    }
  }
}

func digest(_ bytes: [UInt8]) -> String { hexText(SHA256.hash(data: bytes)) }
