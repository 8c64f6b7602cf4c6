import Knowledge
import Model

/// What one tool at one client exchanged with one host.
struct RecipientTally {
  var host: String
  var vendor: String?
  var kind: Vendor.Kind?
  /// Whether traffic to it is AI traffic by itself.
  var isAI = true
  var isProxy = false
  /// Whether an unlisted host spoke a vendor's API.
  var isGateway = false
  var roles: Set<String> = []
  var exchanges = 0
  var bytesSent = 0
  var bytesReceived = 0
  var identifiedBy: String
  var isDecrypted = false
  var isPlaintext = false
  var ja4: Set<String> = []
  /// When it was spoken to first, and the first times at all.
  private(set) var times: [Timestamp] = []

  mutating func note(_ time: Timestamp) {
    if times.count < Cadence.mostTimes { times.append(time) }
  }

  /// Who got it, seen from the user (docs/Identification.md).
  func party(toolVendor: String?) -> Party {
    if isProxy || isGateway { return .intermediary }
    guard let vendor, let kind else { return .unknown }
    if vendor == toolVendor { return .firstParty }
    switch kind {
    // An unknown program that asks for anything but AI may be anybody's.
    case .ai: return isAI || toolVendor != nil ? .firstParty : .unknown
    case .processor, .platform: return .thirdParty
    }
  }

  mutating func merge(_ other: RecipientTally) {
    isGateway = isGateway || other.isGateway
    roles.formUnion(other.roles)
    exchanges += other.exchanges
    bytesSent += other.bytesSent
    bytesReceived += other.bytesReceived
    isDecrypted = isDecrypted || other.isDecrypted
    isPlaintext = isPlaintext || other.isPlaintext
    ja4.formUnion(other.ja4)
    times = Array((times + other.times).sorted().prefix(Cadence.mostTimes))
  }
}
