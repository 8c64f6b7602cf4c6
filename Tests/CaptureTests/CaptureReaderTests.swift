import CZlib
import Capture
import Foundation
import Model
import TestKit
import Testing
import Wire

@Suite struct `Capture reader` {
  static let frames: [[UInt8]] = (1...5).map { Array(repeating: UInt8($0), count: 40 + $0) }

  /// A pcap file of ``frames``, one second apart.
  static func pcap(magic: UInt32 = 0xa1b2_c3d4, isBig: Bool = true) -> [UInt8] {
    func u32(_ value: UInt32) -> [UInt8] {
      isBig ? PacketBuilder.big(value) : PacketBuilder.big(value.byteSwapped)
    }
    func u16(_ value: UInt16) -> [UInt8] {
      isBig ? PacketBuilder.big(value) : PacketBuilder.big(value.byteSwapped)
    }
    var file = u32(magic) + u16(2) + u16(4) + u32(0) + u32(0) + u32(65_535) + u32(1)
    for (index, frame) in frames.enumerated() {
      file += u32(1_000 + UInt32(index)) + u32(42) + u32(UInt32(frame.count))
      file += u32(UInt32(frame.count + 7)) + frame
    }
    return file
  }

  /// Writes bytes to a file of its own and reads it back as a capture.
  static func read(
    _ bytes: [UInt8], _ check: (inout CaptureReader) throws -> Void
  ) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "capture-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var reader = try CaptureReader(path: url.path)
    try check(&reader)
  }

  static func allFrames(_ reader: inout CaptureReader) -> [(FrameBatch.Descriptor, [UInt8])] {
    CaptureReaderFrames.all(&reader)
  }

  @Test(arguments: [
    (0xa1b2_c3d4, true, 42_000), (0xa1b2_c3d4, false, 42_000), (0xa1b2_3c4d, true, 42),
    (0xa1b2_3c4d, false, 42),
  ])
  func `reads both time resolutions in both byte orders`(
    magic: UInt32, isBig: Bool, fraction: Int
  ) throws {
    try Self.read(Self.pcap(magic: magic, isBig: isBig)) { reader in
      let all = Self.allFrames(&reader)
      #expect(all.map(\.1) == Self.frames)
      #expect(all.map(\.0.number) == [1, 2, 3, 4, 5])
      #expect(all.map(\.0.wireLength) == Self.frames.map { $0.count + 7 })
      #expect(
        all.map(\.0.time.nanoseconds)
          == (0..<5).map { (1_000 + $0) * 1_000_000_000 + Int64(fraction) })
      #expect(reader.damage.isEmpty)
    }
  }

  @Test func `gives all whole frames of a file cut short, and says so once`() throws {
    let file = Self.pcap()
    for cut in [1, 20, 40] {
      try Self.read(file.dropLast(cut)) { reader in
        #expect(Self.allFrames(&reader).map(\.1) == Array(Self.frames.dropLast()))
        #expect(reader.damage.map(\.cause) == ["the file ends in the middle of frame 5"])
      }
    }
  }

  @Test func `finds its way back after a corrupt record header`() throws {
    var file = Self.pcap()
    // The captured length of the third frame.
    let third = 24 + (16 + 41) + (16 + 42)
    file.replaceSubrange(third + 8..<third + 12, with: [0xff, 0xff, 0xff, 0xff])
    try Self.read(file) { reader in
      let all = Self.allFrames(&reader)
      #expect(all.map(\.1) == [0, 1, 3, 4].map { Self.frames[$0] })
      #expect(reader.damage.count == 1)
      #expect(reader.damage.first?.offset == third)
    }
  }

  @Test func `finds its way back however far into the file the damage lies`() throws {
    // Around the size of the pieces in which files are read, so that frames lie across their edges.
    let frame = Array(repeating: UInt8(7), count: 1_400)
    func record(_ index: Int) -> [UInt8] {
      PacketBuilder.big(UInt32(1_000 + index)) + PacketBuilder.big(UInt32(0))
        + PacketBuilder.big(UInt32(frame.count)) + PacketBuilder.big(UInt32(frame.count)) + frame
    }
    let head = Self.pcap().prefix(24)
    for broken in 735..<745 {
      var file = Array(head)
      for index in 0..<1_600 {
        if index == broken { file += Array(repeating: 0xff, count: 333) }
        file += record(index)
      }
      try Self.read(file) { reader in
        #expect(Self.allFrames(&reader).count == 1_600)
        #expect(reader.damage.map(\.offset) == [24 + broken * (frame.count + 16)])
      }
    }
  }

  @Test(arguments: [0xa1b2_cd34, 0x34cd_b2a1] as [UInt32])
  func `reads the modified format, whose records carry eight more bytes`(magic: UInt32) throws {
    let isBig = magic == 0xa1b2_cd34
    func u32(_ value: UInt32) -> [UInt8] { PacketBuilder.big(isBig ? value : value.byteSwapped) }
    var file = PacketBuilder.big(magic) + [0, 2, 0, 4] + Array(repeating: 0, count: 8)
    file += u32(65_535) + u32(1)
    for frame in Self.frames {
      file += u32(1) + u32(2) + u32(UInt32(frame.count)) + u32(UInt32(frame.count))
      file += [0, 0, 0, 3, 8, 0, 4, 0] + frame
    }
    try Self.read(file) { reader in
      #expect(Self.allFrames(&reader).map(\.1) == Self.frames)
      #expect(reader.damage.isEmpty)
    }
  }

  @Test(arguments: [("", "is empty"), ("#!/bin/sh\nexit 0\n# padding padding", "is no capture")])
  func `says in one line that a file is no capture`(content: String, words: String) throws {
    do {
      try Self.read(Array(content.utf8)) { _ in }
      Issue.record("the file was taken for a capture")
    } catch let error as CaptureError {
      #expect(error.code == .notACapture)
      #expect(error.message.contains(words))
      #expect(!error.message.contains("\n"))
    }
  }

  @Test func `says that a file cannot be opened`() {
    #expect {
      _ = try CaptureReader(path: "/nonexistent/file.pcap")
    } throws: {
      ($0 as? CaptureError)?.code == .cannotOpen
    }
  }

  @Test func `gives the same digest before and after reading`() throws {
    try Self.read(Self.pcap()) { first in
      let before = first.digest()
      try Self.read(Self.pcap()) { second in
        _ = Self.allFrames(&second)
        #expect(second.digest() == before)
      }
    }
  }

  @Test func `survives every prefix and a thousand corruptions`() throws {
    let file = Self.pcap()
    for mutant in mutations(of: file, count: 1_000, seed: 3) where mutant.count >= 24 {
      // Corrupt magic numbers are refused; everything else is read as far as it goes.
      try? Self.read(mutant) { reader in
        #expect(Self.allFrames(&reader).count <= 64)
      }
    }
  }
}
