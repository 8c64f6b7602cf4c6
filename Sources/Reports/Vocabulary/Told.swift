import Model

/// What was told, for people: one line for a value however many places and recipients it had.
struct Told: Sendable {
  var attribute: String
  var category: String
  var sensitivity: Int
  /// The first value, as the summary has it.
  var value: String
  var distinct: Int
  /// Hosts in order of first mention; empty where only the path could see it.
  var recipients: [String]
  var places: [Channel]
  var occurrences: Int
  /// Whether a third party or an unknown one got it.
  var wentFurther: Bool

  /// The lines of a tool, weightiest first. Covert disclosures are told apart from these.
  static func lines(of tool: ToolSummary) -> [Told] {
    struct Key: Hashable {
      var attribute: String
      var value: String
      var onPath: Bool
    }
    var lines: [Told] = []
    var indices: [Key: Int] = [:]
    for disclosure in tool.disclosures where !disclosure.isCovert {
      let onPath = disclosure.observers == [.network]
      let key = Key(attribute: disclosure.attribute, value: disclosure.value, onPath: onPath)
      if let index = indices[key] {
        lines[index].add(disclosure, onPath: onPath)
      } else {
        indices[key] = lines.count
        lines.append(Told(disclosure, onPath: onPath))
      }
    }
    return lines.enumerated().sorted { a, b in
      let (first, second) = (a.element.order, b.element.order)
      return first != second ? first < second : a.offset < b.offset
    }.map(\.element)
  }

  private init(_ disclosure: Disclosure, onPath: Bool) {
    attribute = disclosure.attribute
    category = disclosure.category
    sensitivity = disclosure.sensitivity
    value = disclosure.value
    distinct = disclosure.distinct
    recipients = onPath ? [] : [disclosure.recipient]
    places = [disclosure.channel]
    occurrences = disclosure.occurrences
    wentFurther = disclosure.observers.contains(.thirdParty)
  }

  private mutating func add(_ disclosure: Disclosure, onPath: Bool) {
    sensitivity = max(sensitivity, disclosure.sensitivity)
    distinct = max(distinct, disclosure.distinct)
    occurrences += disclosure.occurrences
    wentFurther = wentFurther || disclosure.observers.contains(.thirdParty)
    if !onPath, !recipients.contains(disclosure.recipient) {
      recipients.append(disclosure.recipient)
    }
    if places.count < 64, !places.contains(disclosure.channel) { places.append(disclosure.channel) }
  }

  private var order: (Int, Int, String) {
    (-sensitivity, categoryOrder.firstIndex(of: category) ?? categoryOrder.count, attribute)
  }

  /// Who got it, in few words.
  var to: String {
    switch recipients.count {
    case 0: "on the path"
    case 1: recipients[0]
    case 2: "both"
    default: "\(recipients.count) hosts"
    }
  }

  /// The value, and how many others stood in its place.
  var shownValue: String {
    distinct > 1 ? "\(value) (+\(distinct - 1) more)" : value
  }
}

extension Channel {
  /// Where it stood, in few words.
  var place: String {
    let place =
      switch part {
      case .body: path
      case .ip, .tcp, .dns, .tls, .quic: part.rawValue.uppercased() + " " + path
      case .requestLine: path.isEmpty ? "request line" : "request line " + path
      case .header, .query, .trailer: part.rawValue + " " + path
      case .webSocket: path.isEmpty ? "WebSocket" : "WebSocket " + path
      }
    let wrapping = encodings.filter { !Self.ordinaryEncodings.contains($0) }
    return wrapping.isEmpty ? place : place + " (" + wrapping.joined(separator: ", ") + ")"
  }

  /// Encodings that wrap nearly every message, and so say nothing about the value.
  private static let ordinaryEncodings: Set<String> = [
    "gzip", "deflate", "br", "zstd", "json", "form", "multipart", "sse", "ndjson",
  ]
}

extension ToolSummary {
  /// The tool and its versions, as a heading.
  var heading: String {
    let shown = versions.prefix(3).joined(separator: ", ") + (versions.count > 3 ? " …" : "")
    return [name, shown].filter { !$0.isEmpty }.joined(separator: " ")
  }

  var exchanges: Int { sessions.reduce(0) { $0 + $1.exchanges } }

  /// Whether anything that the tool sent could be read.
  var wasRead: Bool { recipients.contains { $0.isDecrypted || $0.isPlaintext } }

  /// Recipients by what they were sent, most first.
  var recipientsByVolume: [Recipient] {
    recipients.sorted { a, b in
      a.bytesSent != b.bytesSent ? a.bytesSent > b.bytesSent : a.host < b.host
    }
  }
}

extension Summary {
  /// Tools by exposure, highest first.
  var toolsByExposure: [ToolSummary] {
    tools.sorted { a, b in
      a.exposure.rating != b.exposure.rating ? a.exposure.rating > b.exposure.rating : a.id < b.id
    }
  }
}
