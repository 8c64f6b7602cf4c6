import Crypto
import Model

/// Sessions of TLS 1.2 and earlier that a later connection may resume (RFC 5246, section 7.3; RFC
/// 5077): both use one master secret, and a key log may name it by the first connection alone.
public struct ResumableSessions: Sendable {
  /// What a client shows to resume: digests, because tickets are long.
  private typealias Handle = [UInt8]

  private let capacity: Int
  private var randoms: [Handle: ClientRandom] = [:]
  private var order: [Handle] = []
  private var oldest = 0

  /// - Parameter capacity: sessions to keep; older ones give way in order of arrival.
  public init(capacity: Int = 1 << 14) {
    self.capacity = capacity
  }

  /// Notes that a session id or ticket stands for the master secret of a connection.
  mutating func remember(_ identity: [UInt8], random: ClientRandom) {
    guard !identity.isEmpty else { return }
    let handle = Array(SHA256.hash(data: identity))
    if randoms[handle] == nil {
      if order.count >= capacity {
        randoms[order[oldest]] = nil
        order[oldest] = handle
        oldest = (oldest + 1) % capacity
      } else {
        order.append(handle)
      }
    }
    randoms[handle] = random
  }

  /// The connection whose master secret a session id or ticket stands for.
  func random(of identity: [UInt8]) -> ClientRandom? {
    guard !identity.isEmpty, !randoms.isEmpty else { return nil }
    return randoms[Array(SHA256.hash(data: identity))]
  }
}
