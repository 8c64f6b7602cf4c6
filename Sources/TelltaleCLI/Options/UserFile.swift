import Analysis
import Knowledge

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that a user names in an option.
enum UserFile {
  /// Reads a whole file, which may be a pipe.
  ///
  /// - Throws: ``Exit/cannotOpen``, ``Exit/inputOutput`` or ``Exit/damagedInput``, after one line for the user.
  static func read(_ path: String, limit: Int, what: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      Console.complain("\(path): cannot open \(what): \(reason())")
      throw Exit.cannotOpen
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        Console.complain("\(path): cannot read \(what): \(reason())")
        throw errno == EISDIR ? Exit.cannotOpen : Exit.inputOutput
      }
      if count == 0 { return bytes }
      bytes += piece[..<count]
      guard bytes.count <= limit else {
        Console.complain("\(path): \(what) has more than \(limit) bytes; is it the right file?")
        throw Exit.damagedInput
      }
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}

/// `--digest-key FILE`.
enum DigestKeyFile {
  static func read(_ path: String) throws -> [UInt8] {
    let key = try UserFile.read(path, limit: 1 << 20, what: "the digest key")
    guard !key.isEmpty else {
      Console.complain("\(path): the digest key is empty; 32 random bytes make a good one")
      throw Exit.damagedInput
    }
    return key
  }
}

/// `--profile FILE`.
enum ProfileFile {
  static func read(_ path: String, catalogue: Catalogue) throws -> Profile {
    let bytes = try UserFile.read(path, limit: 32 << 20, what: "the profile")
    let known = Set(catalogue.attributes.map(\.id))
    do {
      var profile = try Profile(json: bytes)
      let unknown = profile.facts.filter { !known.contains($0.attribute) }
      if let first = unknown.first {
        Console.complain(
          "\(path): \(unknown.count) facts are passed over, because '\(first.attribute)' is no attribute; "
            + "telltale catalogue list and docs/Profile.md name them")
        profile.facts.removeAll { !known.contains($0.attribute) }
      }
      return profile
    } catch {
      Console.complain("\(path): no profile: \(error.reason); telltale profile makes one")
      throw Exit.damagedInput
    }
  }
}
