public import Model
import Wire

/// Decodes the header blocks of one direction of an HTTP/2 connection (RFC 7541).
///
/// An observer must survive what an endpoint may treat as fatal: after lost bytes (``lose()``) a field
/// whose index points at a lost entry is named `?`, with value `?`, and everything else is still
/// right. Text is never guessed.
public struct HPACKDecoder {
  public enum Failure: Error, Hashable, Sendable {
    /// The block ended within a field.
    case truncated
    /// An integer larger than any table or string.
    case integerTooLarge
    case stringTooLong
    case badHuffmanCode
    /// An index that no entry has, although no block was lost.
    case invalidIndex(Int)
    /// A table size beyond what the peer allows, or a change after the block's first field.
    case badTableSize(Int)

    init(_ failure: HPACKInteger.Failure) {
      self = failure == .truncated ? .truncated : .integerTooLarge
    }
  }

  /// What a header block says.
  public struct Block: Sendable, Hashable {
    public var fields: [HTTPField] = []
    /// Fields of which name or value is unknown.
    public var unknown = 0
    /// Whether fields were left out because the list grew beyond its cap.
    public var isTruncated = false
    /// The first thing that was wrong with the block. After ``Failure/invalidIndex(_:)`` and
    /// ``Failure/badTableSize(_:)`` reading went on; anything else ended it.
    public var failure: Failure?
  }

  /// Size of the dynamic table before anybody changes it (RFC 9113, section 6.5.2).
  public static let defaultTableSize = 4_096

  /// The largest table that is kept, whatever the peers agree on.
  private static let tableSizeCap = 1 << 20

  private var table = HPACKDynamicTable(capacity: Self.defaultTableSize)
  private var allowedTableSize = Self.defaultTableSize
  private let listLimit: Int

  /// - Parameter listLimit: octets of the names and values of one decoded block that are kept.
  public init(listLimit: Int) {
    self.listLimit = listLimit
  }

  /// Whether fields may turn up whose definition was lost.
  public var isLost: Bool { table.isLost }

  /// Takes note that header blocks were lost: what they added to the table is unknown.
  public mutating func lose() {
    table.lose()
  }

  /// Takes note of the other side's `SETTINGS_HEADER_TABLE_SIZE`.
  ///
  /// The table follows when the encoder says so in a block (RFC 7541, section 4.2). As the moment of
  /// acknowledgement is not known here, the largest size ever allowed counts.
  public mutating func allow(tableSize: Int) {
    allowedTableSize = max(allowedTableSize, tableSize)
  }

  /// Decodes a complete header block.
  public mutating func decode(_ bytes: RawSpan) -> Block {
    var block = Block()
    var offset = 0
    var room = listLimit
    var sawField = false
    do throws(Failure) {
      while offset < bytes.byteCount {
        let first = bytes[offset]
        if first & 0xe0 == 0x20 {
          let size = try integer(bytes, &offset, prefix: 5)
          if sawField || size > allowedTableSize { block.note(.badTableSize(size)) }
          resize(to: size)
          continue
        }
        sawField = true
        let entry = try field(bytes, &offset, &block)
        if !entry.name.isKnown || !entry.value.isKnown { block.unknown += 1 }
        room -= entry.size
        if room >= 0 {
          block.fields.append(HTTPField(entry.name.text, entry.value.text))
        } else {
          block.isTruncated = true
        }
      }
    } catch {
      block.note(error)
      // What the rest would have added is unknown.
      table.lose()
    }
    return block
  }

  /// Reads one field representation (RFC 7541, section 6).
  private mutating func field(
    _ bytes: borrowing RawSpan, _ offset: inout Int, _ block: inout Block
  ) throws(Failure) -> HPACKDynamicTable.Entry {
    let first = bytes[offset]
    if first & 0x80 != 0 {
      let index = try integer(bytes, &offset, prefix: 7)
      return entry(index, &block)
    }
    let isIndexed = first & 0x40 != 0
    let nameIndex = try integer(bytes, &offset, prefix: isIndexed ? 6 : 4)
    let name =
      nameIndex == 0
      ? try HPACKText(reading: bytes, at: &offset, limit: listLimit)
      : entry(nameIndex, &block).name
    let value = try HPACKText(reading: bytes, at: &offset, limit: listLimit)
    let entry = HPACKDynamicTable.Entry(name: name, value: value)
    if isIndexed { table.insert(entry) }
    return entry
  }

  private mutating func entry(_ index: Int, _ block: inout Block) -> HPACKDynamicTable.Entry {
    let fixed = HPACKStaticTable.fields
    if index >= 1, index <= fixed.count {
      let field = fixed[index - 1]
      return .init(name: HPACKText(field.name), value: HPACKText(field.value))
    }
    if let entry = table[index - fixed.count - 1] { return entry }
    if index == 0 || !table.isLost { block.note(.invalidIndex(index)) }
    return .init(name: .unknown, value: .unknown)
  }

  private mutating func resize(to size: Int) {
    table.resize(to: min(size, Self.tableSizeCap))
    // The peers keep entries that are not kept here.
    if size > Self.tableSizeCap { table.lose() }
  }

  private func integer(
    _ bytes: borrowing RawSpan, _ offset: inout Int, prefix: Int
  ) throws(Failure) -> Int {
    do throws(HPACKInteger.Failure) {
      return try HPACKInteger.read(bytes, at: &offset, prefix: prefix)
    } catch {
      throw Failure(error)
    }
  }
}

extension HPACKDecoder.Block {
  fileprivate mutating func note(_ failure: HPACKDecoder.Failure) {
    if self.failure == nil { self.failure = failure }
  }
}
