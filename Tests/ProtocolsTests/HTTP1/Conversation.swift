import Model
import Protocols
import TestKit

/// A recorded talk on one connection, and what the layer makes of it.
struct Conversation {
  enum Turn {
    case client(String)
    case server(String)
    case clientGap(Int)
    case serverGap(Int)
  }

  var turns: [Turn]

  init(_ turns: Turn...) {
    self.turns = turns
  }

  /// Plays the talk to a new layer, each turn in pieces of `size`.
  func played(
    size: Int = .max, isClean: Bool = true, _ prepare: (LayerHarness) -> Void = { _ in }
  ) -> LayerHarness {
    let harness = LayerHarness(serverPort: 80)
    prepare(harness)
    let layer = HTTP1Layer(harness.context)
    for turn in turns {
      switch turn {
      case .client(let text):
        harness.play(Array(text.utf8), from: .client, to: layer, size: size)
      case .server(let text):
        harness.play(Array(text.utf8), from: .server, to: layer, size: size)
      case .clientGap(let count):
        layer.gap(count, from: .client, at: harness.nextFrame())
      case .serverGap(let count):
        layer.gap(count, from: .server, at: harness.nextFrame())
      }
    }
    harness.finish(layer, isClean: isClean)
    return harness
  }

  func exchanges(size: Int = .max, isClean: Bool = true) -> [HTTPExchange] {
    played(size: size, isClean: isClean).exchanges
  }
}

extension HTTPExchange {
  /// What the exchange says, without the frames that said it.
  var meaning: String {
    func text(_ message: HTTPMessage?) -> String {
      guard let message else { return "none" }
      let fields = (message.fields + message.trailers).map { "\($0.name)=\($0.value)" }
      let body = message.body
      return "[\(fields.joined(separator: "|"))] \(String(decoding: body.bytes, as: UTF8.self))"
        + " \(body.transferredLength) \(body.missing) \(body.isComplete)"
    }
    return """
      \(stream) \(version.rawValue) \(method) \(host ?? "-") \(target) \(status ?? 0) \(isProxied)
      > \(text(request))
      < \(text(response))
      """
  }

  /// Method, host, target and status.
  var line: String { "\(method) \(host ?? "-") \(target) \(status ?? 0)" }
  var requestText: String { String(decoding: request?.body.bytes ?? [], as: UTF8.self) }
  var responseText: String { String(decoding: response?.body.bytes ?? [], as: UTF8.self) }
}
