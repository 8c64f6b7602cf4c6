public import Model
import Wire

/// Reads a capture file or pipe batch by batch: pcap and pcapng, plain or compressed.
///
/// Damage does not end the reading: whatever can be salvaged is, and ``damage`` says where and why.
public struct CaptureReader {
  /// Bytes asked of the source at a time.
  private static let chunk = 1 << 18
  /// The longest record or block that is believed; a longer one is damage.
  static let longestRecord = 64 << 20

  public let path: String
  public private(set) var damage: [CaptureSummary.Damage] = []
  /// Drops that the capturing program noted in the file (pcapng Interface Statistics Blocks).
  public var notedDrops: Int { format.notedDrops }

  private var source: any ByteSource
  private var format: any CaptureFormat
  /// Offset of the buffer's first byte in the (decompressed) file.
  private var base = 0
  private var parsed = 0
  private var isAtEnd = false
  private var isFormatAtEnd = false
  private let isHashing: Bool

  /// Opens a capture. `-` is standard input.
  ///
  /// - Parameter isHashing: whether ``digest()`` will be asked for.
  /// - Throws: ``CaptureError`` when it cannot be opened or is no capture.
  public init(path: String, isHashing: Bool = true) throws(CaptureError) {
    self.path = path
    let file = try FileSource(path: path)
    file.isHashing = isHashing
    self.isHashing = isHashing
    source = file
    var head: [UInt8] = []
    // A pipe may hand out its first bytes one at a time.
    while head.count < 4, try source.read(Self.chunk, into: &head) > 0 {}
    if head.starts(with: [0x1f, 0x8b]) {
      source = CompressedSource<GzipCodec>(source, head: head, path: path)
      head = []
    } else if head.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) {
      source = CompressedSource<ZstdCodec>(source, head: head, path: path)
      head = []
    }
    while head.count < 28, try source.read(Self.chunk, into: &head) > 0 {}
    if let pcap = PcapFormat(head: head) {
      format = pcap
      parsed = pcap.headerLength
    } else if PcapngFormat.isPcapng(head) {
      format = PcapngFormat()
    } else {
      let what = head.isEmpty ? "is empty" : "is no capture (no pcap or pcapng magic number)"
      throw CaptureError(.notACapture, "\(path): \(what)")
    }
    leftover = head
  }

  /// Bytes read but not yet handed out in a batch.
  private var leftover: [UInt8] = []

  /// Reads the next frames into `batch`, whose buffer it reuses.
  ///
  /// - Returns: false when there are no more.
  public mutating func next(into batch: inout FrameBatch) -> Bool {
    batch.frames.removeAll(keepingCapacity: true)
    batch.secrets.removeAll()
    // What the last batch left unparsed moves to the front of the buffer.
    if leftover.isEmpty {
      if parsed > 0 {
        batch.storage.removeSubrange(..<min(parsed, batch.storage.count))
        base += parsed
        parsed = 0
      }
    } else {
      swap(&batch.storage, &leftover)
      leftover = []
    }
    while true {
      let step = parse(into: &batch)
      parsed = step.consumed
      note(step.damage)
      if !batch.frames.isEmpty || !batch.secrets.isEmpty {
        return true
      }
      if isAtEnd {
        if !isFormatAtEnd {
          // What could not be decided while more might come is looked at once more.
          isFormatAtEnd = true
          format.reachEnd()
          continue
        }
        if let rest = format.unfinished(batch.storage.count - parsed) {
          note(CaptureSummary.Damage(offset: base + parsed, cause: rest))
          parsed = batch.storage.count
        }
        return false
      }
      if parsed > 0 {
        batch.storage.removeSubrange(..<parsed)
        base += parsed
        parsed = 0
      }
      fill(&batch.storage)
    }
  }

  /// Finds the frames in what the buffer holds.
  private mutating func parse(
    into batch: inout FrameBatch
  ) -> (consumed: Int, damage: CaptureSummary.Damage?) {
    let storage = batch.storage
    return format.parse(storage.span.bytes, from: parsed, base: base, into: &batch)
  }

  /// SHA-256 of the file as it lies on disk; reads what is left of it. Nil when
  /// the reader was opened without hashing.
  public mutating func digest() -> String? {
    guard isHashing else { return nil }
    return try? source.digest()
  }

  private mutating func fill(_ bytes: inout [UInt8]) {
    do throws(CaptureError) {
      if try source.read(Self.chunk, into: &bytes) == 0 { isAtEnd = true }
    } catch {
      isAtEnd = true
      note(CaptureSummary.Damage(offset: base + bytes.count, cause: error.message))
    }
  }

  private mutating func note(_ new: CaptureSummary.Damage?) {
    // A file that is damaged all over is told about a few times, not a million.
    guard let new, damage.count < 16 else { return }
    damage.append(new)
  }
}

/// A capture file format: finds records in a buffer.
protocol CaptureFormat: Sendable {
  /// Reads all whole records from `start` on.
  ///
  /// - Returns: where it stopped, and damage that it met.
  mutating func parse(
    _ bytes: RawSpan, from start: Int, base: Int, into batch: inout FrameBatch
  ) -> (consumed: Int, damage: CaptureSummary.Damage?)

  /// Learns that no more bytes will come.
  mutating func reachEnd()

  /// Says what is wrong with `count` bytes left at the end; nil when nothing is.
  func unfinished(_ count: Int) -> String?

  var notedDrops: Int { get }
}
