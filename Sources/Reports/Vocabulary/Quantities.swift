import Model

/// `1 flow`, `2 flows`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) " + (count == 1 ? noun : plural ?? noun + "s")
}

/// `311 kB`: decimal units, two digits or more.
func byteCount(_ bytes: Int) -> String {
  var value = max(0, bytes)
  var tenths = 0
  var unit = 0
  let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]
  while value >= 1000, unit < units.count - 1 {
    tenths = value % 1000 / 100
    value /= 1000
    unit += 1
  }
  return "\(value)" + (unit > 0 && value < 10 ? ".\(tenths)" : "") + " " + units[unit]
}

/// `8 s`, `3 min`, `2 h 5 min`, `4 d 2 h`.
func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "? s" }
  if seconds < 1 { return "under 1 s" }
  let whole = Int(seconds)
  switch whole {
  case ..<120: return "\(whole) s"
  case ..<7_200: return "\(whole / 60) min"
  case ..<172_800: return "\(whole / 3_600) h \(whole / 60 % 60) min"
  default: return "\(whole / 86_400) d \(whole / 3_600 % 24) h"
  }
}

/// `73 %`; never rounded up to all, nor down to nothing.
func percent(_ ratio: Double) -> String {
  guard ratio.isFinite else { return "? %" }
  let value = Int((max(0, min(1, ratio)) * 100).rounded())
  if value == 100, ratio < 1 { return "over 99 %" }
  if value == 0, ratio > 0 { return "under 1 %" }
  return "\(value) %"
}

/// `2026-11-22 21:26 UTC`.
func minute(_ time: Timestamp) -> String {
  let text = time.description.prefix(16)
  return String(text.map { $0 == "T" ? " " : $0 }) + " UTC"
}
