#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system itself tells a process about the machine and its user.
package struct SystemFacts {
  package var hostname: String?
  package var operatingSystem: String?
  package var kernelRelease: String?
  package var kernelBuild: String?
  package var architecture: String?
  package var processors: Int?
  package var user: String?
  /// The user's name in the account database, before the first comma.
  package var fullName: String?
  package var home: String?
  /// Addresses of the interfaces, in presentation form, loopback left out.
  package var addresses: [String] = []

  package init() {}

  static func ofThisMachine() -> SystemFacts {
    var facts = SystemFacts()
    var names = utsname()
    if uname(&names) == 0 {
      facts.operatingSystem = text(&names.sysname)
      facts.hostname = text(&names.nodename)
      facts.kernelRelease = text(&names.release)
      facts.kernelBuild = text(&names.version)
      facts.architecture = text(&names.machine)
    }
    let count = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    facts.processors = count > 0 ? count : nil
    if let entry = getpwuid(getuid()) {
      facts.user = string(entry.pointee.pw_name)
      facts.home = string(entry.pointee.pw_dir)
      facts.fullName = string(entry.pointee.pw_gecos).map { String($0.prefix { $0 != "," }) }
    }
    facts.addresses = interfaceAddresses()
    return facts
  }

  private static func string(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  /// A field of `utsname`, which is an array of characters in C.
  private static func text<T>(_ field: inout T) -> String? {
    withUnsafeBytes(of: &field) { bytes in
      let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      return text.isEmpty ? nil : text
    }
  }

  private static func interfaceAddresses() -> [String] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var addresses: [String] = []
    var next = first
    while let entry = next {
      next = entry.pointee.ifa_next
      guard let address = entry.pointee.ifa_addr,
        entry.pointee.ifa_flags & UInt32(IFF_LOOPBACK) == 0
      else { continue }
      let family = Int32(address.pointee.sa_family)
      guard family == AF_INET || family == AF_INET6 else { continue }
      var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let length =
        family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
      guard
        getnameinfo(
          address, socklen_t(length), &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
      else { continue }
      // `%eth0` names the zone of a link-local address (RFC 4007, section 11).
      let text = name.prefix { $0 != 0 && $0 != CChar(UInt8(ascii: "%")) }
      addresses.append(String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return addresses.sorted()
  }
}
