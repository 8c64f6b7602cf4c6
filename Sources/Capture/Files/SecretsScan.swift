public import Model

/// Finds the secrets inside a capture before its packets are read, wherever in the file they stand.
public enum SecretsScan {
  /// Takes the TLS secrets of a pcapng file's Decryption Secrets Blocks into a store.
  ///
  /// - Returns: whether the file could be looked through to its end; false for pipes and compressed
  ///   files, which can be read once only or not cheaply twice.
  public static func scan(path: String, into store: inout SecretStore) -> Bool {
    guard path != "-", FileKind.isRegular(path), let file = try? FileSource(path: path) else {
      return false
    }
    file.isHashing = false
    var bytes: [UInt8] = []
    guard let count = try? file.read(1 << 20, into: &bytes), count > 0 else { return true }
    guard PcapngFormat.isPcapng(bytes) else {
      // Only pcapng carries secrets. What is compressed may be pcapng inside.
      return !bytes.starts(with: [0x1f, 0x8b]) && !bytes.starts(with: [0x28, 0xb5, 0x2f, 0xfd])
    }
    var format = PcapngFormat()
    var batch = FrameBatch()
    while true {
      let step = format.parse(bytes.span.bytes, from: 0, base: 0, into: &batch)
      for secret in batch.secrets { KeyLog.read(secret, into: &store) }
      batch = FrameBatch()
      bytes.removeSubrange(..<step.consumed)
      guard let count = try? file.read(1 << 20, into: &bytes), count > 0 else { return true }
    }
  }
}
