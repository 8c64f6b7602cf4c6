import Model

/// One place where runs differ, and what stood there in each.
struct Place {
  /// What kind of text differs there.
  enum TokenClass: Int, Hashable { case word, number, punctuation, space, other }

  var group: Int
  /// ``ExchangeGroup/kind`` of the group.
  var kind: Int
  /// `header`, `body`, `query` …
  var part: String
  /// Header name or JSONPath, with `[*]` for items.
  var path: String
  /// Which items of lists are meant, as far as there is more than one; empty otherwise.
  var item: String
  var encodings: String
  var aspect: Variation.Aspect
  var token = TokenClass.other
  var partition: RunPartition
  /// What stood there, by the partition's codes.
  var texts: [String]
  /// The whole field in each run (an atom), and where in it the place is, by byte; for text only.
  var fields: [Int32]
  var ranges: [Range<Int>]
  /// The node in each run's exchange; -1 where the run lacks it.
  var nodes: [Int]
  /// Whether what stands there is a digest of the message's body in every run.
  var isBodyDigest = false
  /// Whether what is told are names of fields, not what stood in them.
  var saysNames = false

  /// A field of all exchanges of one kind. Its places that vary alike are one hypothesis.
  struct Field: Hashable {
    var kind: Int
    var part: String
    var path: String
    var aspect: Variation.Aspect
  }

  var field: Field { Field(kind: kind, part: part, path: path, aspect: aspect) }

  func text(_ run: Int) -> String? {
    let code = partition.codes[run]
    return code >= 0 ? texts[code] : nil
  }
}

/// An exchange that was found in several runs.
struct ExchangeGroup {
  /// A number for name, tool and role: a tool makes the same request many times.
  var kind: Int
  var name: String
  var tool: String
  var role: String
  /// Position among the run's exchanges; -1 where the run lacks it.
  var members: [Int]
}

/// What varies from run to run and can say nothing, by place.
struct NoisePlace: Hashable {
  enum Reason: String, Comparable {
    case clock, unique, untestable, order, digest
    static func < (a: Reason, b: Reason) -> Bool { a.rawValue < b.rawValue }

    /// Why a place is noise that follows no factor.
    init(_ place: Place) {
      self = place.isBodyDigest ? .digest : place.aspect == .order ? .order : .untestable
    }
  }

  var kind: Int
  var part: String
  var path: String
  var aspect: Variation.Aspect
  var reason: Reason
}
