import Wire

/// A field name or value: its text, and the octets it had on the wire, by which tables are measured.
struct HPACKText {
  /// What stands in place of text that a lost header block defined.
  static let unknown = HPACKText(text: "?", octets: 0, isKnown: false)

  var text: String
  var octets: Int
  var isKnown = true

  init(_ text: String) {
    self.text = text
    octets = text.utf8.count
  }

  private init(text: String, octets: Int, isKnown: Bool) {
    self.text = text
    self.octets = octets
    self.isKnown = isKnown
  }

  /// Reads a string literal (RFC 7541, section 5.2) at `offset`, and moves `offset` behind it.
  ///
  /// - Parameter limit: octets of text that a string may have.
  init(
    reading bytes: borrowing RawSpan, at offset: inout Int, limit: Int
  ) throws(HPACKDecoder.Failure) {
    guard offset < bytes.byteCount else { throw .truncated }
    let isCoded = bytes[offset] & 0x80 != 0
    let length: Int
    do throws(HPACKInteger.Failure) {
      length = try HPACKInteger.read(bytes, at: &offset, prefix: 7)
    } catch {
      throw .init(error)
    }
    guard length <= bytes.byteCount - offset else { throw .truncated }
    guard length <= limit else { throw .stringTooLong }
    let raw = bytes.extracting(offset..<offset + length)
    offset += length
    var octets: [UInt8]
    if isCoded {
      do throws(Huffman.Failure) {
        octets = try Huffman.decode(raw, limit: limit)
      } catch {
        throw .badHuffmanCode
      }
    } else {
      octets = raw.array
    }
    self.octets = octets.count
    text = fieldText(octets)
  }
}

/// The text of a field's octets: UTF-8 where they are, otherwise Latin-1.
func fieldText(_ octets: [UInt8]) -> String {
  if let text = String(validating: octets, as: UTF8.self) { return text }
  var text = ""
  text.unicodeScalars.append(contentsOf: octets.lazy.map { Unicode.Scalar($0) })
  return text
}
