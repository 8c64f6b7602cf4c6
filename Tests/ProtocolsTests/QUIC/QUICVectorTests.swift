import Model
import Protocols
import TestKit
import Testing

@Suite struct `QUIC packet protection` {
  static let connection = hex("8394c8f03e515708")

  /// RFC 9001, A.2: the CRYPTO frame of the client's first packet.
  static let clientHello = hex(
    """
    060040f1010000ed0303ebf8fa56f12939b9584a3896472ec40bb863cfd3e86804fe3a47f06a2b69484c0000041301
    1302010000c000000010000e00000b6578616d706c652e636f6dff01000100000a00080006001d0017001800100007
    000504616c706e000500050100000000003300260024001d00209370b2c9caa47fbabaf4559fedba753de171fa71f5
    0f1ce15d43e994ec74d748002b0003020304000d0010000e0403050306030203080408050806002d00020101001c00
    024001003900320408ffffffffffffffff05048000ffff07048000ffff0801100104800075300901100f088394c8f0
    3e51570806048000ffff
    """)

  /// RFC 9001, A.3: the server's answer.
  static let serverHello = hex(
    """
    02000000000600405a020000560303eefce7f7b37ba1d1632e96677825ddf73988cfc79825df566dc5430b9a045a12
    00130100002e00330024001d00209d3c940d89690b84d08a60993c144eca684d1081287c834d5311bcf32bb9da1a00
    2b00020304
    """)

  static func open(
    _ packet: [UInt8], _ keys: PacketKeys, largest: UInt64? = nil
  ) throws -> OpenedPacket? {
    let header = try QUICPacketHeader(parsing: packet.span.bytes, at: 0)
    return keys.open(packet, numberOffset: header.numberOffset, largest: largest)
  }

  @Test(arguments: [
    (
      UInt32(1),
      "c000000001088394c8f03e5157080000449e7b9aec34d1b1c98dd7689fb8ec11d242b123dc9bd8bab936b47d92ec",
      "e221af44860018ab0856972e194cd934"
    ),
    (
      UInt32(0x6b33_43cf),
      "d76b3343cf088394c8f03e5157080000449ea0c95e82ffe67b6abcdb4298b485dd04de806071bf03dceebfa162e7",
      ""
    ),
  ])
  func `opens the client's Initial of RFC 9001 A.2 and RFC 9369 A.2`(
    number: UInt32, beginning: String, tag: String
  ) throws {
    let version = try #require(QUICVersion(number))
    let packet = try PacketSealer.initial(.client, to: Self.connection, version: number).long(
      type: 0, destination: Self.connection, number: 2, numberLength: 4, payload: Self.clientHello,
      padTo: 1_200)
    #expect(packet.count == 1_200)
    #expect(hexText(packet).hasPrefix(beginning))
    #expect(hexText(packet).hasSuffix(tag))
    let keys = PacketKeys.initial(connectionID: Self.connection, version: version, side: .client)
    let opened = try #require(try Self.open(packet, keys))
    #expect(opened.number == 2)
    #expect(opened.payload.starts(with: Self.clientHello))
    #expect(opened.payload.count == 1_162)
  }

  @Test(arguments: [
    (
      UInt32(1),
      """
      cf000000010008f067a5502a4262b5004075c0d95a482cd0991cd25b0aac406a5816b6394100f37a1c69797554780b
      b38cc5a99f5ede4cf73c3ec2493a1839b3dbcba3f6ea46c5b7684df3548e7ddeb9c3bf9c73cc3f3bded74b562bfb19
      fb84022f8ef4cdd93795d77d06edbb7aaf2f58891850abbdca3d20398c276456cbc42158407dd074ee
      """
    ),
    (
      UInt32(0x6b33_43cf),
      """
      dc6b3343cf0008f067a5502a4262b5004075d92faaf16f05d8a4398c47089698baeea26b91eb761d9b89237bbf8726
      3017915358230035f7fd3945d88965cf17f9af6e16886c61bfc703106fbaf3cb4cfa52382dd16a393e427575076980
      75b2c984c707f0a0812d8cd5a6881eaf21ceda98f4bd23f6fe1a3e2c43edd9ce7ca84bed8521e2e140
      """
    ),
  ])
  func `opens the server's Initial of RFC 9001 A.3 and RFC 9369 A.3`(
    number: UInt32, text: String
  ) throws {
    let version = try #require(QUICVersion(number))
    let keys = PacketKeys.initial(connectionID: Self.connection, version: version, side: .server)
    let opened = try #require(try Self.open(hex(text), keys))
    #expect(opened.number == 1)
    #expect(opened.payload == Self.serverHello)
  }

  @Test(arguments: [
    (UInt32(1), "ff000000010008f067a5502a4262b5746f6b656e04a265ba2eff4d829058fb3f0f2496ba"),
    (
      UInt32(0x6b33_43cf),
      "cf6b3343cf0008f067a5502a4262b5746f6b656ec8646ce8bfe33952d955543665dcc7b6"
    ),
    (
      UInt32(0xff00_001d),
      "ffff00001d0008f067a5502a4262b5746f6b656ed16926d81f6f9ca2953a8aa4575e1e49"
    ),
    (
      UInt32(0xff00_0019),
      "ffff0000190008f067a5502a4262b5746f6b656e1e5ec5b014cbb1f0fd93df4048c446a6"
    ),
  ])
  func `checks the integrity of a Retry`(number: UInt32, text: String) throws {
    let version = try #require(QUICVersion(number))
    var packet = hex(text)
    let header = try QUICPacketHeader(parsing: packet.span.bytes, at: 0)
    #expect(header.kind == .retry)
    #expect(
      RetryIntegrity.isValid(packet, original: Self.connection, version: version) == true)
    packet[packet.count - 1] ^= 1
    #expect(
      RetryIntegrity.isValid(packet, original: Self.connection, version: version) == false)
  }

  @Test(arguments: [
    (UInt32(1), "4cfe4189655e5cd55c41f69080575d7999c25a5bfb"),
    (UInt32(0x6b33_43cf), "5558b1c60ae7b6b932bc27d786f4bc2bb20f2162ba"),
  ])
  func `opens the ChaCha20 packet of RFC 9001 A.5 and RFC 9369 A.5`(
    number: UInt32, text: String
  ) throws {
    let version = try #require(QUICVersion(number))
    let keys = PacketKeys(
      secret: hex("9ac312a7f877468ebe69422748ad00a15443f18203a07d6060f688f30f21632b"),
      aead: .chaCha20Poly1305, version: version)
    let opened = try #require(try Self.open(hex(text), keys, largest: 654_360_563))
    #expect(opened.number == 654_360_564)
    #expect(opened.payload == [1])
    #expect(!opened.keyPhase)
  }

  @Test func `decodes packet numbers as RFC 9000 A.3 does`() {
    #expect(decodePacketNumber(0x9b32, length: 2, largest: 0xa82f_30ea) == 0xa82f_9b32)
    #expect(decodePacketNumber(0, length: 1, largest: nil) == 0)
    #expect(decodePacketNumber(0xff, length: 1, largest: 0x100) == 0xff)
    #expect(decodePacketNumber(0x01, length: 1, largest: 0xfe) == 0x101)
  }

  @Test func `refuses a packet that was changed`() throws {
    let version = try #require(QUICVersion(1))
    let keys = PacketKeys.initial(connectionID: Self.connection, version: version, side: .client)
    let packet = try PacketSealer.initial(.client, to: Self.connection).long(
      type: 0, destination: Self.connection, number: 0, payload: Self.clientHello)
    for at in [0, 20, 40, packet.count - 1] {
      var changed = packet
      changed[at] ^= 0x01
      #expect(keys.open(changed, numberOffset: 18, largest: nil) == nil)
    }
    #expect(keys.open(Array(packet.prefix(30)), numberOffset: 18, largest: nil) == nil)
  }
}
