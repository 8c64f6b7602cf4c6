import Model

/// One thing in a message, with all that is in it: a header, a JSON value, a form field.
struct FieldNode {
  enum Kind: UInt8 {
    case object, array, string, number, literal
    /// A text that is itself encoded; its one child is what it decodes to.
    case wrapped
  }

  var kind: Kind
  /// The member's name as it is compared (in small letters), or ``Atoms/none`` for an item.
  var key: Int32 = Atoms.none
  /// The member's name as it was sent.
  var name: Int32 = Atoms.none
  /// The value of a scalar, decoded.
  var value: Int32 = Atoms.none
  /// The value as it was spelled, where that can differ from what it means.
  var spelling: Int32 = Atoms.none
  /// For wrapped texts: the encodings, outermost first, with commas between.
  var encodings: Int32 = Atoms.none
  /// Whether the value is, or ends in, a digest of the message's body.
  var isBodyDigest = false
  /// Position behind the node and everything in it.
  var end: Int32 = 0
  /// Where the outermost carrier stands in the body.
  var offset: Int32 = -1
  var length: Int32 = 0
}

/// One message of one run, or one on-path fact, as a tree in order of the wire.
struct ComparedExchange {
  /// `POST /v1/messages`, `TLS ClientHello`, `DNS query` …
  var name: String
  var tool: String
  var role: String
  /// Where the root object's members are in the report's vocabulary.
  var nodes: [FieldNode]
  var host: String
  var time: Timestamp
  var communityID: String
  var frames: [Int]
  var number: Int?

  /// Positions of the children of a node, in order.
  func children(of parent: Int) -> [Int] {
    var result: [Int] = []
    var child = parent + 1
    while child < Int(nodes[parent].end) {
      result.append(child)
      child = Int(nodes[child].end)
    }
    return result
  }
}

/// All that one run said, as far as it is compared.
struct RunTrees {
  var exchanges: [ComparedExchange] = []
  var hosts: Set<String> = []
  var start: Timestamp?
}
