/// A DNS message (RFC 1035, section 4), reduced to what a reader of records wants.
public struct DNSMessage: Sendable, Hashable {
  public struct Question: Sendable, Hashable {
    /// Without the final dot; bytes outside printable ASCII escaped as `\DDD`.
    public var name: String
    /// Mnemonic of the type (`A`, `AAAA`, `HTTPS`), or `TYPE` and its number (RFC 3597).
    public var type: String
    public init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  public struct Answer: Sendable, Hashable {
    public var name: String
    public var type: String
    /// Seconds.
    public var timeToLive: UInt32
    /// For `A` and `AAAA`.
    public var address: IPAddress?
    /// Of other types, or in place of the address.
    private var text: String?

    public init(
      name: String, type: String, timeToLive: UInt32, data: String, address: IPAddress? = nil
    ) {
      self.name = name
      self.type = type
      self.timeToLive = timeToLive
      text = data
      self.address = address
    }

    /// An `A` or `AAAA` record.
    public init(name: String, type: String, timeToLive: UInt32, address: IPAddress) {
      self.name = name
      self.type = type
      self.timeToLive = timeToLive
      self.address = address
    }

    /// Presentation form; for unknown types `\# length hex` (RFC 3597).
    public var data: String {
      get { text ?? address?.description ?? "" }
      set { text = newValue }
    }
  }

  public var id: UInt16
  public var isResponse: Bool
  /// Mnemonic of the response code (`NOERROR`, `NXDOMAIN` …).
  public var responseCode: String
  public var questions: [Question]
  public var answers: [Answer]

  public init(
    id: UInt16, isResponse: Bool, responseCode: String, questions: [Question], answers: [Answer]
  ) {
    self.id = id
    self.isResponse = isResponse
    self.responseCode = responseCode
    self.questions = questions
    self.answers = answers
  }
}
