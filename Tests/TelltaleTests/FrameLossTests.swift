import Capture
import Dissection
import Foundation
import Model
import TestKit
import Testing

/// A capture's frames, and what is dissected out of those that are left of them.
private struct LossyCapture {
  private var batches: [FrameBatch] = []
  private var secrets = SecretStore()

  init(_ folder: String) throws {
    let place = Place.shared.appending(path: "captures/\(folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    let name = try #require(names.first { $0.hasPrefix("capture.") })
    var reader = try CaptureReader(path: place.appending(path: name).path, isHashing: false)
    var batch = FrameBatch()
    while reader.next(into: &batch) {
      for text in batch.secrets { KeyLog.read(text, into: &secrets) }
      batches.append(batch)
    }
    if names.contains("keys.log") {
      KeyLog.read(
        [UInt8](try Data(contentsOf: place.appending(path: "keys.log"))), into: &secrets)
    }
  }

  /// - Parameter seed: picks the frames that are lost, one in a hundred; nil for none.
  func dissected(seed: UInt64?) -> (records: [Record], lost: Int) {
    var random = SeededRandom(seed: seed ?? 0)
    var records: [Record] = []
    var lost = 0
    let dissector = Dissector(options: DissectionOptions(), policy: OpenEverything()) {
      records.append($0)
    }
    dissector.secrets = secrets
    for batch in batches {
      let storage = batch.storage.span.bytes
      for frame in batch.frames {
        if seed != nil, Int.random(in: 0..<100, using: &random) == 0 {
          lost += 1
          continue
        }
        dissector.process(
          storage.extracting(frame.offset..<frame.offset + frame.length),
          linkType: frame.linkType, wireLength: frame.wireLength,
          id: FrameID(capture: 0, number: frame.number), time: frame.time)
      }
    }
    dissector.finish()
    return (records, lost)
  }
}

extension [Record] {
  /// Requests and messages as far as they claim to be whole.
  fileprivate var claims: [String] {
    compactMap { record in
      switch record.observation {
      case .http(let exchange):
        guard let request = exchange.request, request.body.isComplete,
          !request.fields.contains(where: { $0.name == "?" })
        else { return nil }
        let fields = request.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
        return "\(exchange.method) \(exchange.target)\n\(fields)\n\(request.body.bytes)"
      case .webSocket(let message) where !message.isTruncated && message.isFinal:
        return "\(message.sender) \(message.opcode) \(message.payload)"
      default:
        return nil
      }
    }
  }

  /// Names and values of requests, whole or not.
  fileprivate var fields: Set<HTTPField> {
    Set(
      flatMap { record -> [HTTPField] in
        guard case .http(let exchange) = record.observation else { return [] }
        return (exchange.request?.fields ?? []) + (exchange.response?.fields ?? [])
      })
  }

  fileprivate var gaps: Int {
    count {
      if case .anomaly(let anomaly) = $0.observation { anomaly.event == "gap" } else { false }
    }
  }
}

@Suite(.enabled(if: Place.hasShared)) struct `Captures that lost one frame in a hundred` {
  @Test(arguments: [
    "openai/https-proxy-auth", "curl/socks5", "curl/tls12-cbc", "raw-tls/resumption-tls13",
    "websockets/openai-realtime", "http-client/compressed-bodies", "codex-cli/exec-default",
    "claude-code-2.1.170/d-https-proxy", "openai/async-h2-multiplex", "chromium/chatgpt-h2",
  ])
  func `say nothing wrong, and most of what they said`(folder: String) throws {
    let capture = try LossyCapture(folder)
    let whole = capture.dissected(seed: nil).records
    let known = Set(whole.claims)
    let fields = whole.fields
    #expect(whole.gaps == 0)
    #expect(!known.isEmpty)
    var found = 0
    var possible = 0
    var lost = 0
    var gaps = 0
    for seed in 1...8 as ClosedRange<UInt64> {
      let (records, count) = capture.dissected(seed: seed)
      let invented = records.claims.filter { !known.contains($0) }
      #expect(invented.isEmpty, "seed \(seed)")
      let strange = records.fields.filter {
        !fields.contains($0) && $0.name != "?" && $0.value != "?"
      }
      #expect(strange.isEmpty, "seed \(seed): \(strange.map(\.name))")
      found += records.claims.count
      possible += whole.claims.count
      lost += count
      gaps += records.gaps
    }
    #expect(found * 2 > possible, "\(found) of \(possible) with \(lost) frames lost")
    #expect(lost < 40 || gaps > 0)
  }
}
