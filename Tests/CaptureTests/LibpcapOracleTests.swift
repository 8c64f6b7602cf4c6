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

  /// What libpcap reads, and whether it came to the end; nil when it refuses the file.
  static func oracle(_ path: String) -> (frames: [Seen], isWhole: Bool)? {
    var reason = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    guard let handle = pcap_open_offline(path, &reason) else { return nil }
    defer { pcap_close(handle) }
    var frames: [Seen] = []
    var header: UnsafeMutablePointer<pcap_pkthdr>?
    var bytes: UnsafePointer<UInt8>?
    var status: Int32 = 1
    while true {
      status = pcap_next_ex(handle, &header, &bytes)
      guard status == 1, let header = header?.pointee, let bytes else { break }
      frames.append(
        Seen(
          bytes: Array(UnsafeBufferPointer(start: bytes, count: Int(header.caplen))),
          wireLength: Int(header.len),
          microseconds: Int64(header.ts.tv_sec) * 1_000_000 + Int64(header.ts.tv_usec)))
    }
    return (frames, status == PCAP_ERROR_BREAK)
  }

  @Test(arguments: files)
  func `reads the same frames`(name: String) throws {
    let path = Place.root.appending(path: "Captures/\(name)").path
    let (expected, isWhole) = try #require(Self.oracle(path))
    #expect(isWhole)
    var reader = try CaptureReader(path: path)
    let frames = CaptureReaderFrames.all(&reader).map { frame, bytes in
      Seen(
        bytes: bytes, wireLength: frame.wireLength, microseconds: frame.time.nanoseconds / 1_000)
    }
    #expect(frames == expected)
    #expect(!frames.isEmpty)
    #expect(reader.damage.isEmpty)
  }

  /// Captures beside the repository, by path; libpcap refuses some of them.
  static let shared: [String] = {
    guard Place.hasShared else { return [] }
    let kinds = [".pcap", ".pcapng", ".cap", ".dmp"]
    return ["captures", "public-captures"].flatMap { tree -> [String] in
      let root = Place.shared.appending(path: tree)
      let names = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
      return names.filter { name in kinds.contains { name.hasSuffix($0) } }.sorted()
        .map { root.appending(path: $0).path }
    }
  }()

  @Test(.enabled(if: Place.hasShared))
  func `reads the same frames of every shared capture that libpcap reads`() throws {
    var read = 0
    for path in Self.shared {
      guard let (expected, isWhole) = Self.oracle(path) else { continue }
      var reader = try CaptureReader(path: path, isHashing: false)
      let frames = CaptureReaderFrames.all(&reader).map { frame, bytes in
        Seen(
          bytes: bytes, wireLength: frame.wireLength, microseconds: frame.time.nanoseconds / 1_000)
      }
      // libpcap gives up at damage and at the second link type.
      #expect(
        isWhole ? frames == expected : frames.starts(with: expected),
        "\(path): \(frames.count) frames, libpcap \(expected.count)")
      read += 1
    }
    #expect(read > 300)
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
