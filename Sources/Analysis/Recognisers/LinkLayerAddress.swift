import Model

/// Link-layer addresses: six pairs of hex digits with colons or hyphens, unicast, not all alike.
enum LinkLayerAddress {
  static let id = "recogniser.link-layer-address"

  static func inspect(_ text: Span<UInt8>, separator: Int, _ sink: inout FindingSink) {
    let start = separator - 2
    guard start >= 0, start + 17 <= text.count,
      text.byte(start - 1).map({ !$0.isWord && $0 != text[separator] }) ?? true,
      text.byte(start + 17).map({ !$0.isWord && $0 != text[separator] }) ?? true
    else { return }
    var kinds: Set<UInt8> = []
    var hasLetter = false
    for i in 0..<17 {
      let byte = text[start + i]
      if i % 3 == 2 {
        guard byte == text[separator] else { return }
      } else {
        guard byte.isHex else { return }
        kinds.insert(byte | 0x20)
        hasLetter = hasLetter || byte.isLetter
      }
    }
    // The second digit's lowest bit is that of group addresses; manuals like 00:11:22:33:44:55.
    guard kinds.count >= 4, hasLetter,
      let low = Int(text.text((start + 1)..<(start + 2)), radix: 16),
      low & 1 == 0
    else { return }
    let value = text.copy(start..<(start + 17))
    guard !String(decoding: value, as: UTF8.self).lowercased().hasPrefix("aa:bb:cc") else { return }
    sink.add(Finding("identity.mac_address", value, source: id, confidence: 0.8))
  }
}
