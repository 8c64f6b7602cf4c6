import CPcap
public import Wire

/// A libpcap filter expression, applied to frames from files; compiled anew for each link type.
public final class FrameFilter {
  private let expression: String
  private var programs: [UInt32: bpf_program] = [:]

  /// - Throws: ``CaptureError`` when the expression does not compile for Ethernet.
  public init(_ expression: String) throws(CaptureError) {
    self.expression = expression
    _ = try program(for: .ethernet)
  }

  deinit {
    for var program in programs.values { pcap_freecode(&program) }
  }

  /// Whether a frame passes. Frames of link types that the expression makes no sense for do not.
  public func passes(_ frame: RawSpan, linkType: LinkType, wireLength: Int) -> Bool {
    guard var program = try? program(for: linkType) else { return false }
    var header = pcap_pkthdr()
    header.caplen = UInt32(clamping: frame.byteCount)
    header.len = UInt32(clamping: wireLength)
    return frame.withUnsafeBytes { bytes in
      pcap_offline_filter(
        &program, &header, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)) != 0
    }
  }

  private func program(for linkType: LinkType) throws(CaptureError) -> bpf_program {
    if let program = programs[linkType.rawValue] { return program }
    guard let handle = pcap_open_dead(Int32(linkType.rawValue), 262_144) else {
      throw CaptureError(.badFilter, "--filter: out of memory")
    }
    defer { pcap_close(handle) }
    let program = try Self.compile(expression, handle)
    programs[linkType.rawValue] = program
    return program
  }

  static func compile(
    _ expression: String, _ handle: OpaquePointer
  ) throws(CaptureError) -> bpf_program {
    var program = bpf_program()
    guard pcap_compile(handle, &program, expression, 1, PCAP_NETMASK_UNKNOWN) == 0 else {
      throw CaptureError(
        .badFilter,
        "--filter '\(expression)': \(String(cString: pcap_geterr(handle))); see pcap-filter(7)")
    }
    return program
  }
}
