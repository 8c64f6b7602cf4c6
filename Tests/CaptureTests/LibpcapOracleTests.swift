import CPcap
import Capture
import Foundation
import Model
import TestKit
import Testing
import Wire

@Suite struct `Capture reader beside libpcap` {
  static let files =
    (try? FileManager.default.contentsOfDirectory(
      atPath: Place.root.appending(path: "Captures").path))?
    .filter { $0.hasSuffix(".pcapng") }.sorted() ?? []

  struct Seen: Hashable {
    var bytes: [UInt8]
    var wireLength: Int
    var microseconds: Int64
  }

  /// What libpcap reads; nil when it refuses the file.
  static func oracle(_ path: String) -> [Seen]? {
    var reason = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    guard let handle = pcap_open_offline(path, &reason) else { return nil }
    defer { pcap_close(handle) }
    var frames: [Seen] = []
    var header: UnsafeMutablePointer<pcap_pkthdr>?
    var bytes: UnsafePointer<UInt8>?
    while pcap_next_ex(handle, &header, &bytes) == 1 {
      guard let header = header?.pointee, let bytes else { return nil }
      frames.append(
        Seen(
          bytes: Array(UnsafeBufferPointer(start: bytes, count: Int(header.caplen))),
          wireLength: Int(header.len),
          microseconds: Int64(header.ts.tv_sec) * 1_000_000 + Int64(header.ts.tv_usec)))
    }
    return frames
  }

  @Test(arguments: files)
  func `reads the same frames`(name: String) throws {
    let path = Place.root.appending(path: "Captures/\(name)").path
    let expected = try #require(Self.oracle(path))
    var reader = try CaptureReader(path: path)
    let frames = CaptureReaderFrames.all(&reader).map { frame, bytes in
      Seen(
        bytes: bytes, wireLength: frame.wireLength, microseconds: frame.time.nanoseconds / 1_000)
    }
    #expect(frames == expected)
    #expect(!frames.isEmpty)
    #expect(reader.damage.isEmpty)
  }

  @Test func `hands out secrets that libpcap passes over`() throws {
    var store = SecretStore()
    let path = Place.root.appending(path: "Captures/curl-anthropic-tls13.pcapng").path
    #expect(SecretsScan.scan(path: path, into: &store))
    #expect(store.count > 0)
  }
}

/// All frames of a capture, with their bytes.
enum CaptureReaderFrames {
  static func all(_ reader: inout CaptureReader) -> [(FrameBatch.Descriptor, [UInt8])] {
    var batch = FrameBatch()
    var all: [(FrameBatch.Descriptor, [UInt8])] = []
    while reader.next(into: &batch) {
      for frame in batch.frames {
        all.append((frame, Array(batch.storage[frame.offset..<frame.offset + frame.length])))
      }
    }
    return all
  }
}
