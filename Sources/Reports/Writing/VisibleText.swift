/// Text from the wire, safe to look at: what a terminal obeys, hides or reorders is spelled out.
///
/// Control characters become escapes (`\n`, `\x1B`); format characters (zero-width, bidirectional
/// controls, tags), variation selectors, unusual spaces, private-use and unassigned code points
/// become `<U+200B>`. All else stays as it is.
public func visible(_ text: some StringProtocol) -> String {
  if isPrintableASCII(text) { return String(text) }
  var output = String.UnicodeScalarView()
  var marks = 0
  for scalar in text.unicodeScalars {
    marks = isCombining(scalar) ? marks + 1 : 0
    if isPlain(scalar), marks <= 2 {
      output.append(scalar)
    } else {
      output.append(contentsOf: escape(scalar).unicodeScalars)
    }
  }
  return String(output)
}

/// The code points of a text outside printable ASCII, each once, as `U+2019`.
func unusualCodePoints(in text: String, limit: Int = 8) -> [String] {
  var seen: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars
  where (scalar.value < 0x20 || scalar.value > 0x7e) && !seen.contains(scalar) {
    seen.append(scalar)
    if seen.count == limit { break }
  }
  return seen.map(codePoint)
}

/// Columns that visible text takes in a terminal.
func columns(of text: String) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
}

/// Which end of a text is worth keeping when there is no room for all.
enum Keeping: Sendable {
  case start, end
}

/// The text, made visible and cut to so many columns with an ellipsis.
func shortened(_ text: String, to width: Int, keeping: Keeping = .start) -> String {
  if text.utf8.count <= width, isPrintableASCII(text) { return text }
  // A value can be megabytes long; no more of it is looked at than could be shown.
  let scalars = text.unicodeScalars
  let limit = 4 * max(width, 1) + 16
  let raw: Substring.UnicodeScalarView =
    keeping == .start ? scalars.prefix(limit) : scalars.suffix(limit)
  let safe = visible(Substring(raw))
  let isWhole = raw.startIndex == scalars.startIndex && raw.endIndex == scalars.endIndex
  if isWhole, columns(of: safe) <= width { return safe }
  var room = width - 1
  var kept: [Unicode.Scalar] = []
  let ordered: any Sequence<Unicode.Scalar> =
    keeping == .start ? safe.unicodeScalars : safe.unicodeScalars.reversed()
  for scalar in ordered {
    room -= columns(of: scalar)
    if room < 0 { break }
    kept.append(scalar)
  }
  var output = String.UnicodeScalarView()
  if keeping == .end {
    output.append("…")
    output.append(contentsOf: kept.reversed())
  } else {
    output.append(contentsOf: kept)
    output.append("…")
  }
  return String(output)
}

private func isPrintableASCII(_ text: some StringProtocol) -> Bool {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
}

private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value >= 0x20, scalar.value < 0x7f { return true }
  if scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800 { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator, .spaceSeparator:
    return false
  default: return true
  }
}

private func isCombining(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.value >= 0x300 else { return false }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return true
  default: return false
  }
}

private func escape(_ scalar: Unicode.Scalar) -> String {
  switch scalar.value {
  case 0x09: "\\t"
  case 0x0a: "\\n"
  case 0x0d: "\\r"
  case 0..<0x10: "\\x0" + String(scalar.value, radix: 16, uppercase: true)
  case 0..<0x20, 0x7f: "\\x" + String(scalar.value, radix: 16, uppercase: true)
  default: "<" + codePoint(scalar) + ">"
  }
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

/// East Asian wide characters and emoji take two columns, combining marks none.
private func columns(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case ..<0x300: 1
  case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
    0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff,
    0x1f900...0x1faff, 0x20000...0x3fffd:
    2
  default: isCombining(scalar) ? 0 : 1
  }
}
