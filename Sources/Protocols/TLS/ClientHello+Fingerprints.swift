import Crypto
package import Model
import Wire

extension ClientHello {
  /// What carried a hello: JA4's first letter.
  package enum Transport: UInt8, Sendable {
    case tls = 0x74
    case quic = 0x71
    case dtls = 0x64
  }

  /// What tells TLS clients apart.
  package struct Fingerprints: Sendable, Hashable {
    package var ja3: String
    package var ja3Text: String
    package var ja4: String
  }

  package func fingerprints(transport: Transport) -> Fingerprints {
    let text = ja3Text
    return Fingerprints(
      ja3: hexadecimal(Insecure.MD5.hash(data: text)),
      ja3Text: String(decoding: text, as: UTF8.self), ja4: ja4(transport: transport))
  }

  /// What reports say of the hello, fingerprints included.
  package func facts(transport: Transport) -> ClientHelloFacts {
    facts(fingerprints(transport: transport))
  }

  /// The same with fingerprints that are known.
  package func facts(_ fingerprints: Fingerprints) -> ClientHelloFacts {
    ClientHelloFacts(
      serverName: serverName, version: version, alpn: alpn.map(printableName),
      ja3: fingerprints.ja3, ja3Text: fingerprints.ja3Text, ja4: fingerprints.ja4,
      byteCount: byteCount, keyShareGroups: keyShareGroups)
  }

  /// JA3: version, suites, extensions, groups and point formats, without GREASE.
  package var ja3Text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(256)
    appendDecimal(legacyVersion, to: &text)
    for list in [cipherSuites, extensionTypes, supportedGroups] {
      text.append(UInt8(ascii: ","))
      appendDecimals(list, to: &text)
    }
    text.append(UInt8(ascii: ","))
    appendDecimals(pointFormats.map(UInt16.init), to: &text)
    return text
  }

  /// JA4 (FoxIO, technical details of 2023-10): three parts joined by underscores.
  package func ja4(transport: Transport) -> String {
    let suites = cipherSuites.filter { !isGREASE($0) }
    let extensions = extensionTypes.filter { !isGREASE($0) }
    var text: [UInt8] = [transport.rawValue]
    text.append(contentsOf: ja4Version(version))
    text.append(UInt8(ascii: hasServerName ? "d" : "i"))
    appendTwoDigits(suites.count, to: &text)
    appendTwoDigits(extensions.count, to: &text)
    text.append(contentsOf: ja4ProtocolLetters(alpn.first))
    text.append(UInt8(ascii: "_"))
    text.append(contentsOf: ja4Digest(hexadecimals(suites.sorted())))
    text.append(UInt8(ascii: "_"))
    var rest = hexadecimals(extensions.filter { $0 != 0 && $0 != 16 }.sorted())
    let algorithms = signatureAlgorithms.filter { !isGREASE($0) }
    if !algorithms.isEmpty {
      rest.append(UInt8(ascii: "_"))
      rest.append(contentsOf: hexadecimals(algorithms))
    }
    text.append(contentsOf: ja4Digest(rest))
    return String(decoding: text, as: UTF8.self)
  }
}

/// JA4's two characters for a version.
private func ja4Version(_ version: UInt16) -> [UInt8] {
  let text: StaticString =
    switch version {
    case 0x0304: "13"
    case 0x0303: "12"
    case 0x0302: "11"
    case 0x0301: "10"
    case 0x0300: "s3"
    case 0x0002: "s2"
    case 0xfeff: "d1"
    case 0xfefd: "d2"
    case 0xfefc: "d3"
    default: "00"
    }
  return Array(text.description.utf8)
}

/// First and last character of the first protocol name; of its hexadecimal form when either is no
/// ASCII letter or digit.
private func ja4ProtocolLetters(_ name: [UInt8]?) -> [UInt8] {
  guard let name, let first = name.first, let last = name.last else {
    return [UInt8(ascii: "0"), UInt8(ascii: "0")]
  }
  if isAlphanumeric(first), isAlphanumeric(last) { return [first, last] }
  return [hexadecimalDigit(first >> 4), hexadecimalDigit(last & 15)]
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
  default: false
  }
}

/// The first twelve digits of a SHA-256, or twelve zeros of nothing.
private func ja4Digest(_ text: [UInt8]) -> [UInt8] {
  guard !text.isEmpty else { return [UInt8](repeating: UInt8(ascii: "0"), count: 12) }
  return Array(hexadecimal(SHA256.hash(data: text).prefix(6)).utf8)
}

/// The numbers in four hexadecimal digits each, with commas between.
private func hexadecimals(_ numbers: [UInt16]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(numbers.count * 5)
  for number in numbers {
    if !text.isEmpty { text.append(UInt8(ascii: ",")) }
    for shift in [12, 8, 4, 0] { text.append(hexadecimalDigit(UInt8(number >> shift & 15))) }
  }
  return text
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x57 + value
}

/// The numbers in decimal, GREASE left out, with hyphens between.
func appendDecimals(_ numbers: [UInt16], to text: inout [UInt8]) {
  var isFirst = true
  for number in numbers where !isGREASE(number) {
    if !isFirst { text.append(UInt8(ascii: "-")) }
    isFirst = false
    appendDecimal(number, to: &text)
  }
}

func appendDecimal(_ number: UInt16, to text: inout [UInt8]) {
  var divisor: UInt16 = 10_000
  while divisor > 1, number < divisor { divisor /= 10 }
  while divisor > 0 {
    text.append(0x30 + UInt8(number / divisor % 10))
    divisor /= 10
  }
}

/// A count in two digits; 99 stands for more.
private func appendTwoDigits(_ count: Int, to text: inout [UInt8]) {
  let shown = UInt8(min(count, 99))
  text.append(0x30 + shown / 10)
  text.append(0x30 + shown % 10)
}

/// Lower-case hexadecimal of a digest.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in bytes {
    text.append(hexadecimalDigit(byte >> 4))
    text.append(hexadecimalDigit(byte & 15))
  }
  return String(decoding: text, as: UTF8.self)
}

/// A protocol name as text: itself when it is visible ASCII, else `0x` and its hexadecimal form.
func printableName(_ name: [UInt8]) -> String {
  if name.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) { return String(decoding: name, as: UTF8.self) }
  return "0x" + hexadecimal(name)
}
