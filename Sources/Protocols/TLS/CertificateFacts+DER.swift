package import Model
import Wire

extension CertificateFacts {
  /// Names of one certificate to read at most; more are left out.
  private static let mostNames = 512

  /// Reads the names of an X.509 certificate (RFC 5280, section 4.1), or gives nil when the bytes
  /// are none.
  package init?(parsing bytes: RawSpan) {
    var outer = DERReader(0..<bytes.byteCount)
    guard let certificate = outer.next(0x30, in: bytes) else { return nil }
    var inside = DERReader(certificate)
    guard let body = inside.next(0x30, in: bytes) else { return nil }
    var fields = DERReader(body)
    guard var field = fields.next(in: bytes) else { return nil }
    if field.tag == 0xa0 {
      guard let serialNumber = fields.next(in: bytes) else { return nil }
      field = serialNumber
    }
    // Serial number (just read), signature algorithm, issuer, validity, subject, public key.
    guard field.tag == 0x02, fields.next(0x30, in: bytes) != nil,
      let issuer = fields.next(0x30, in: bytes), fields.next(0x30, in: bytes) != nil,
      let subject = fields.next(0x30, in: bytes), fields.next(0x30, in: bytes) != nil
    else { return nil }
    self.init(
      subject: distinguishedName(issuerOrSubject: subject, in: bytes),
      issuer: distinguishedName(issuerOrSubject: issuer, in: bytes), alternativeNames: [])
    while let optional = fields.next(in: bytes) {
      guard optional.tag == 0xa3 else { continue }
      alternativeNames = Self.alternativeNames(inExtensions: optional.content, of: bytes)
    }
  }

  /// The DNS names of the subject alternative name extension, 2.5.29.17 (RFC 5280, section 4.2.1.6).
  private static func alternativeNames(
    inExtensions range: Range<Int>, of bytes: borrowing RawSpan
  ) -> [String] {
    var wrapper = DERReader(range)
    guard let list = wrapper.next(0x30, in: bytes) else { return [] }
    var extensions = DERReader(list)
    while let one = extensions.next(0x30, in: bytes) {
      var parts = DERReader(one)
      guard let identifier = parts.next(0x06, in: bytes), identifier.count == 3,
        bytes[identifier.lowerBound] == 0x55, bytes[identifier.lowerBound + 1] == 0x1d,
        bytes[identifier.lowerBound + 2] == 17
      else { continue }
      guard var value = parts.next(in: bytes) else { return [] }
      if value.tag == 0x01 {
        guard let next = parts.next(in: bytes) else { return [] }
        value = next
      }
      var octets = DERReader(value.content)
      guard value.tag == 0x04, let names = octets.next(0x30, in: bytes) else { return [] }
      return dnsNames(in: names, of: bytes)
    }
    return []
  }

  private static func dnsNames(in range: Range<Int>, of bytes: borrowing RawSpan) -> [String] {
    var names: [String] = []
    var reader = DERReader(range)
    while names.count < mostNames, let name = reader.next(in: bytes) {
      if name.tag == 0x82 { names.append(text(bytes.extracting(name.content))) }
    }
    return names
  }
}

/// A distinguished name as `C=US, O=Example, CN=example.com`, in the certificate's order.
private func distinguishedName(
  issuerOrSubject range: Range<Int>, in bytes: borrowing RawSpan
) -> String {
  var parts: [String] = []
  var sets = DERReader(range)
  while parts.count < 64, let set = sets.next(0x31, in: bytes) {
    var attributes = DERReader(set)
    while parts.count < 64, let attribute = attributes.next(0x30, in: bytes) {
      var pair = DERReader(attribute)
      guard let type = pair.next(0x06, in: bytes), let value = pair.next(in: bytes) else {
        continue
      }
      let shown = text(bytes.extracting(value.content), isUTF16: value.tag == 0x1e)
      parts.append(attributeName(bytes.extracting(type)) + "=" + shown)
    }
  }
  return parts.joined(separator: ", ")
}

/// The short name of an attribute type (RFC 4514, section 3), or its dotted number.
private func attributeName(_ identifier: RawSpan) -> String {
  if identifier.byteCount == 3, identifier[0] == 0x55, identifier[1] == 0x04 {
    switch identifier[2] {
    case 3: return "CN"
    case 4: return "SN"
    case 5: return "serialNumber"
    case 6: return "C"
    case 7: return "L"
    case 8: return "ST"
    case 9: return "street"
    case 10: return "O"
    case 11: return "OU"
    case 12: return "title"
    case 15: return "businessCategory"
    case 17: return "postalCode"
    case 42: return "GN"
    default: break
    }
  }
  switch hexadecimal(identifier.array) {
  case "2a864886f70d010901": return "emailAddress"
  case "0992268993f22c640119": return "DC"
  case "0992268993f22c640101": return "UID"
  default: return dotted(identifier)
  }
}

/// An object identifier in dotted numbers (X.690, section 8.19).
private func dotted(_ identifier: RawSpan) -> String {
  var numbers: [UInt64] = []
  var value: UInt64 = 0
  for i in 0..<min(identifier.byteCount, 32) {
    value = value << 7 | UInt64(identifier[i] & 0x7f)
    guard identifier[i] & 0x80 == 0 else { continue }
    if numbers.isEmpty {
      let first = min(value / 40, 2)
      numbers = [first, value - first * 40]
    } else {
      numbers.append(value)
    }
    value = 0
  }
  return numbers.map(String.init).joined(separator: ".")
}

/// A name's text, at most 1,024 bytes of it, control characters shown as `?`.
private func text(_ bytes: RawSpan, isUTF16: Bool = false) -> String {
  let shown = bytes.extracting(first: 1_024)
  let decoded =
    isUTF16
    ? String(decoding: uint16List(shown), as: UTF16.self)
    : String(decoding: shown.array, as: UTF8.self)
  guard decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else {
    return decoded
  }
  var clean = String.UnicodeScalarView()
  for scalar in decoded.unicodeScalars {
    clean.append(scalar.value < 0x20 || scalar.value == 0x7f ? "?" : scalar)
  }
  return String(clean)
}
