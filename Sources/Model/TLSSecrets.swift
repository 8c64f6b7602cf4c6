/// A ClientHello's random, by which key logs name a connection.
public struct ClientRandom: Hashable, Sendable {
  /// 32 bytes.
  public let bytes: [UInt8]
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }
}

/// What a line of an NSS key log is about (draft-ietf-tls-keylogfile).
public enum SecretLabel: String, Hashable, Sendable, CaseIterable {
  /// The TLS 1.2 (and earlier) master secret.
  case clientRandom = "CLIENT_RANDOM"
  case clientEarly = "CLIENT_EARLY_TRAFFIC_SECRET"
  case clientHandshake = "CLIENT_HANDSHAKE_TRAFFIC_SECRET"
  case serverHandshake = "SERVER_HANDSHAKE_TRAFFIC_SECRET"
  case clientTraffic0 = "CLIENT_TRAFFIC_SECRET_0"
  case serverTraffic0 = "SERVER_TRAFFIC_SECRET_0"
  case exporter = "EXPORTER_SECRET"
  case earlyExporter = "EARLY_EXPORTER_SECRET"
  case ech = "ECH_SECRET"
  case echConfig = "ECH_CONFIG"
}

/// The secrets at hand, by connection. Filled from key logs and from Decryption Secrets Blocks.
///
/// One writer, then readers: the pipeline that owns the store also fills it.
public struct SecretStore: Sendable {
  private var secrets: [ClientRandom: [SecretLabel: [UInt8]]] = [:]
  /// Connections to keep; older ones give way in order of arrival.
  public let capacity: Int
  private var order: [ClientRandom] = []
  private var oldest = 0

  public init(capacity: Int = 1 << 20) {
    self.capacity = capacity
  }

  public var isEmpty: Bool { secrets.isEmpty }
  public var count: Int { secrets.count }

  public mutating func insert(
    _ secret: [UInt8], label: SecretLabel, for random: ClientRandom
  ) {
    if secrets[random] == nil {
      if secrets.count >= capacity {
        secrets[order[oldest]] = nil
        order[oldest] = random
        oldest = (oldest + 1) % capacity
      } else {
        order.append(random)
      }
    }
    secrets[random, default: [:]][label] = secret
  }

  public func secret(_ label: SecretLabel, for random: ClientRandom) -> [UInt8]? {
    secrets[random]?[label]
  }

  /// Whether anything at all is known about the connection.
  public func knows(_ random: ClientRandom) -> Bool { secrets[random] != nil }
}
