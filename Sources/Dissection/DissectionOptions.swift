public import Flows
public import Protocols

/// How a capture is dissected.
public struct DissectionOptions: Sendable {
  public var flows = FlowLimits()
  public var layers = Limits()
  /// First bytes of unread streams to report, per direction; zero for none.
  public var plaintextBytes = 0
  /// Whether streams that were understood are sampled too.
  public var samplesAllPlaintext = false
  /// Whether flow records tell length, digest and gaps of the TCP streams.
  public var digestsStreams = false
  /// Whether the bodies of responses are kept.
  public var keepsResponseBodies = true
  /// Whether secrets may arrive after the packets that need them.
  public var mayLearnSecrets = false

  public init() {}
}
