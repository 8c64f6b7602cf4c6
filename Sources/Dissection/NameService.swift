/// UDP ports on which DNS messages travel: DNS, mDNS, LLMNR.
enum NameService {
  @inline(__always)
  static func isPort(_ port: UInt16) -> Bool { port == 53 || port == 5353 || port == 5355 }
}
