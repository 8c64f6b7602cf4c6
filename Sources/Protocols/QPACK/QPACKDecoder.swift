public import Model
import Wire

/// Decodes the field sections of one direction of an HTTP/3 connection (RFC 9204).
///
/// Fed by that direction's encoder stream. After lost bytes of that stream (``lose()``) a field whose
/// entry is not known is named `?`; everything else is still right.
public struct QPACKDecoder {
  /// What a field section says.
  public struct Section: Sendable, Hashable {
    public var fields: [HTTPField] = []
    /// Fields whose name or value is not known.
    public var unknown = 0
    /// Whether fields were left out because the list grew beyond its cap.
    public var isTruncated = false
    /// What ended the reading early.
    public var failure: QPACKFailure?
  }

  private var table = QPACKDynamicTable()
  private var pending: [UInt8] = []
  private let limit: Int
  /// The other side's `SETTINGS_QPACK_MAX_TABLE_CAPACITY`; nil until it is seen.
  private var allowedCapacity: Int?
  private var largestCapacity = 0
  /// Whether instructions are lost: the table will never be complete again.
  public private(set) var isLost = false

  /// - Parameter limit: octets of a string, and of all names and values of one section, that are kept.
  public init(limit: Int) {
    self.limit = limit
  }

  /// Entries inserted so far.
  public var insertCount: Int { table.insertCount }

  /// Takes note of `SETTINGS_QPACK_MAX_TABLE_CAPACITY` of the side that receives these sections.
  public mutating func allow(capacity: Int) {
    allowedCapacity = capacity
  }

  /// Takes note that bytes of the encoder stream were lost; what follows cannot be read.
  public mutating func lose() {
    isLost = true
    pending = []
  }

  // MARK: Encoder stream

  /// Takes the next bytes of the encoder stream (section 4.3), cut anywhere.
  ///
  /// - Returns: what is wrong with them; the stream is then lost.
  public mutating func instruct(_ bytes: RawSpan) -> QPACKFailure? {
    guard !isLost else { return nil }
    bytes.append(to: &pending)
    let all = pending
    var offset = 0
    while offset < all.count {
      var position = offset
      do throws(QPACKFailure) {
        try instruction(all.span.bytes, &position)
      } catch {
        if error == .truncated, all.count - offset <= 2 * limit + 32 { break }
        lose()
        return error
      }
      offset = position
    }
    if offset > 0 { pending.removeFirst(offset) }
    return nil
  }

  private mutating func instruction(
    _ bytes: borrowing RawSpan, _ position: inout Int
  ) throws(QPACKFailure) {
    let first = bytes[position]
    if first & 0x80 != 0 {
      // Insert with name reference.
      let index = try QPACKWire.integer(bytes, &position, prefix: 6)
      let value = try QPACKWire.string(bytes, &position, prefix: 7, limit: limit)
      let isStatic = first & 0x40 != 0
      insert(try name(isStatic ? index : table.insertCount - 1 - index, isStatic), value)
    } else if first & 0x40 != 0 {
      // Insert with literal name.
      let name = try QPACKWire.string(bytes, &position, prefix: 5, limit: limit)
      let value = try QPACKWire.string(bytes, &position, prefix: 7, limit: limit)
      insert((fieldText(name), name.count, true), value)
    } else if first & 0x20 != 0 {
      let capacity = try QPACKWire.integer(bytes, &position, prefix: 5)
      largestCapacity = max(largestCapacity, capacity)
      table.setCapacity(capacity)
    } else {
      let index = try QPACKWire.integer(bytes, &position, prefix: 5)
      guard let entry = table[absolute: table.insertCount - 1 - index] else {
        throw .invalidIndex(index)
      }
      table.insert(entry)
    }
  }

  private typealias Name = (text: String, octets: Int, isKnown: Bool)

  private func name(_ index: Int, _ isStatic: Bool) throws(QPACKFailure) -> Name {
    if isStatic {
      guard index < QPACKStaticTable.fields.count else { throw .invalidIndex(index) }
      let text = QPACKStaticTable.fields[index].name
      return (text, text.utf8.count, true)
    }
    guard let entry = table[absolute: index] else { throw .invalidIndex(index) }
    return (entry.field.name, entry.field.name.utf8.count, entry.isKnown)
  }

  private mutating func insert(_ name: Name, _ value: [UInt8]) {
    table.insert(
      .init(
        field: HTTPField(name.text, fieldText(value)), size: name.octets + value.count + 32,
        isKnown: name.isKnown))
  }

  // MARK: Field sections

  /// Inserts that must have arrived before the section can be read (section 4.5.1.1).
  public func requiredInsertCount(of section: RawSpan) throws(QPACKFailure) -> Int {
    var offset = 0
    return try requiredInsertCount(section, &offset)
  }

  private func requiredInsertCount(
    _ bytes: borrowing RawSpan, _ offset: inout Int
  ) throws(QPACKFailure) -> Int {
    let encoded = try QPACKWire.integer(bytes, &offset, prefix: 8)
    guard encoded > 0 else { return 0 }
    // Without settings the encoder's own choice stands in; it is the maximum with most encoders.
    let entries = (allowedCapacity ?? largestCapacity) / 32
    guard entries > 0 else {
      guard isLost || allowedCapacity == nil else { throw .invalidInsertCount(encoded) }
      return encoded - 1
    }
    let fullRange = 2 * entries
    guard encoded <= fullRange else { throw .invalidInsertCount(encoded) }
    let largest = table.insertCount + entries
    var count = largest / fullRange * fullRange + encoded - 1
    if count > largest {
      guard count > fullRange else { throw .invalidInsertCount(encoded) }
      count -= fullRange
    }
    guard count > 0 else { throw .invalidInsertCount(encoded) }
    return count
  }

  /// Decodes a whole field section; references to entries that have not arrived are unknown fields.
  public func decode(_ bytes: RawSpan) -> Section {
    var section = Section()
    var offset = 0
    var room = limit
    do throws(QPACKFailure) {
      let required = try requiredInsertCount(bytes, &offset)
      guard offset < bytes.byteCount else { throw .truncated }
      let isNegative = bytes[offset] & 0x80 != 0
      let delta = try QPACKWire.integer(bytes, &offset, prefix: 7)
      let base = isNegative ? required - delta - 1 : required + delta
      guard base >= 0 else { throw .invalidIndex(base) }
      while offset < bytes.byteCount {
        let line = try line(bytes, &offset, base: base)
        if !line.isKnown { section.unknown += 1 }
        room -= line.size
        if room >= 0 {
          section.fields.append(line.field)
        } else {
          section.isTruncated = true
        }
      }
    } catch {
      section.failure = error
    }
    return section
  }

  /// One field line (section 4.5.2 to 4.5.6).
  private func line(
    _ bytes: borrowing RawSpan, _ offset: inout Int, base: Int
  ) throws(QPACKFailure) -> QPACKDynamicTable.Entry {
    let first = bytes[offset]
    if first & 0x80 != 0 {
      let index = try QPACKWire.integer(bytes, &offset, prefix: 6)
      if first & 0x40 == 0 { return dynamic(base - 1 - index) }
      return try fixed(index)
    }
    if first & 0xf0 == 0x10 {
      return dynamic(base + (try QPACKWire.integer(bytes, &offset, prefix: 4)))
    }
    let name: HTTPField
    var isKnown = true
    if first & 0x40 != 0 {
      let index = try QPACKWire.integer(bytes, &offset, prefix: 4)
      let entry = first & 0x10 != 0 ? try fixed(index) : dynamic(base - 1 - index)
      (name, isKnown) = (entry.field, entry.isKnown)
    } else if first & 0x20 != 0 {
      let octets = try QPACKWire.string(bytes, &offset, prefix: 3, limit: limit)
      name = HTTPField(fieldText(octets), "")
    } else {
      let entry = dynamic(base + (try QPACKWire.integer(bytes, &offset, prefix: 3)))
      (name, isKnown) = (entry.field, entry.isKnown)
    }
    let value = try QPACKWire.string(bytes, &offset, prefix: 7, limit: limit)
    return .init(
      field: HTTPField(name.name, fieldText(value)), size: name.name.utf8.count + value.count + 32,
      isKnown: isKnown)
  }

  private func fixed(_ index: Int) throws(QPACKFailure) -> QPACKDynamicTable.Entry {
    guard index < QPACKStaticTable.fields.count else { throw .invalidIndex(index) }
    let field = QPACKStaticTable.fields[index]
    return .init(field: field, size: field.name.utf8.count + field.value.utf8.count + 32)
  }

  private func dynamic(_ index: Int) -> QPACKDynamicTable.Entry {
    table[absolute: index] ?? .unknown
  }
}
