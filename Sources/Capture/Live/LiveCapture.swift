import CPcap
import Model
import Wire

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Frames from network interfaces, through libpcap.
public final class LiveCapture {
  /// Packets that never reached the program.
  public struct Drops: Sendable, Hashable {
    /// The kernel's buffer was full.
    public var kernel = 0
    /// The interface or its driver dropped them.
    public var interface = 0
  }

  private struct Source {
    var name: String
    var handle: OpaquePointer
    var linkType: LinkType
  }

  /// Bytes of kernel buffer per interface: some 25 ms at 10 Gbit/s.
  private static let bufferBytes: Int32 = 32 << 20
  /// Milliseconds after which the kernel hands over a buffer that is not full.
  private static let handOver: Int32 = 100
  /// Frames in a batch, so that a busy interface cannot keep the others waiting.
  private static let batchFrames = 4_096

  private var sources: [Source] = []
  private var number = 0

  /// Opens interfaces for capture.
  ///
  /// - Parameter filter: a libpcap filter expression, or nil for everything.
  public init(interfaces: [String], filter: String?) throws(CaptureError) {
    for name in interfaces {
      sources.append(try Self.open(name, filter: filter))
    }
  }

  deinit {
    for source in sources { pcap_close(source.handle) }
  }

  /// Waits a moment for frames and takes what has come; the batch may stay empty.
  public func next(into batch: inout FrameBatch) throws(CaptureError) {
    batch.frames.removeAll(keepingCapacity: true)
    batch.storage.removeAll(keepingCapacity: true)
    batch.secrets.removeAll()
    wait()
    for source in sources {
      var taken = 0
      while taken < Self.batchFrames, try take(source, into: &batch) { taken += 1 }
    }
  }

  /// Packets lost since the capture began, over all interfaces.
  public var drops: Drops {
    var drops = Drops()
    for source in sources {
      var statistics = pcap_stat()
      guard pcap_stats(source.handle, &statistics) == 0 else { continue }
      drops.kernel += Int(statistics.ps_drop)
      drops.interface += Int(statistics.ps_ifdrop)
    }
    return drops
  }

  private func wait() {
    var descriptors = sources.map { source in
      pollfd(fd: pcap_get_selectable_fd(source.handle), events: Int16(POLLIN), revents: 0)
    }
    // A signal ends the wait early, which is what a signal is for.
    _ = poll(&descriptors, nfds_t(descriptors.count), Self.handOver)
  }

  private func take(_ source: Source, into batch: inout FrameBatch) throws(CaptureError) -> Bool {
    var header: UnsafeMutablePointer<pcap_pkthdr>?
    var bytes: UnsafePointer<UInt8>?
    switch pcap_next_ex(source.handle, &header, &bytes) {
    case 1:
      guard let header = header?.pointee, let bytes else { return false }
      number += 1
      let offset = batch.storage.count
      batch.storage.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(header.caplen)))
      let nanoseconds =
        Int64(header.ts.tv_sec) &* 1_000_000_000 &+ Int64(header.ts.tv_usec)
        &* (pcap_get_tstamp_precision(source.handle) == PCAP_TSTAMP_PRECISION_NANO ? 1 : 1_000)
      batch.frames.append(
        FrameBatch.Descriptor(
          offset: offset, length: Int(header.caplen), wireLength: Int(header.len),
          time: Timestamp(nanoseconds: nanoseconds), linkType: source.linkType, number: number))
      return true
    case 0:
      return false
    default:
      throw CaptureError(
        .readFailed, "\(source.name): \(String(cString: pcap_geterr(source.handle)))")
    }
  }

  private static func open(_ name: String, filter: String?) throws(CaptureError) -> Source {
    var reason = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    guard let handle = pcap_create(name, &reason) else {
      throw CaptureError(.cannotOpen, "\(name): \(text(reason))")
    }
    pcap_set_snaplen(handle, 262_144)
    pcap_set_promisc(handle, 1)
    pcap_set_timeout(handle, handOver)
    pcap_set_buffer_size(handle, bufferBytes)
    pcap_set_tstamp_precision(handle, PCAP_TSTAMP_PRECISION_NANO)
    let status = pcap_activate(handle)
    guard status >= 0 else {
      let error = failure(status, name, handle)
      pcap_close(handle)
      throw error
    }
    if let filter {
      do throws(CaptureError) {
        var program = try FrameFilter.compile(filter, handle)
        let status = pcap_setfilter(handle, &program)
        pcap_freecode(&program)
        guard status == 0 else {
          throw CaptureError(.badFilter, "--filter: \(String(cString: pcap_geterr(handle)))")
        }
      } catch {
        pcap_close(handle)
        throw error
      }
    }
    guard pcap_setnonblock(handle, 1, &reason) == 0 else {
      pcap_close(handle)
      throw CaptureError(.cannotOpen, "\(name): \(text(reason))")
    }
    return Source(
      name: name, handle: handle,
      linkType: LinkType(rawValue: UInt32(truncatingIfNeeded: pcap_datalink(handle))))
  }

  private static func failure(
    _ status: Int32, _ name: String, _ handle: OpaquePointer
  )
    -> CaptureError
  {
    switch status {
    case PCAP_ERROR_PERM_DENIED, PCAP_ERROR_PROMISC_PERM_DENIED:
      CaptureError(
        .permissionDenied,
        "\(name): capturing needs CAP_NET_RAW; run as root, or: setcap cap_net_raw+ep on the program"
      )
    case PCAP_ERROR_NO_SUCH_DEVICE:
      CaptureError(.cannotOpen, "\(name): no such interface; `ip link` lists them")
    case PCAP_ERROR_IFACE_NOT_UP:
      CaptureError(
        .cannotOpen, "\(name): the interface is down; `ip link set \(name) up` brings it up")
    default:
      CaptureError(
        .cannotOpen,
        "\(name): \(String(cString: pcap_statustostr(status))) \(String(cString: pcap_geterr(handle)))"
      )
    }
  }

  private static func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
