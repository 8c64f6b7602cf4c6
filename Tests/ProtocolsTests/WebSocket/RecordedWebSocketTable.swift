import Model

// Decrypted from shared/captures/websockets/openai-realtime, the open-source websockets client.

/// Frames of a realtime session with permessage-deflate, without its handshake.
enum RecordedWebSocket {
  /// Who sent what, in order.
  static let conversation: [(side: Side, text: String)] = [
    (
      .server,
      """
      c15d3ccc4b0a80300c04d0ab48d62ab8f532d2da412afd618320c5bbdba07517e6cda4105f0934779491b38d615c
      0f2886a1be239c08bc5823fcde4ee949e42b5728f4ba243f47bd636589eb33c7d6636c8baa3e1a38c12df1d00a74
      df0f00
      """
    ),
    (
      .client,
      """
      c1fe00802ac66646164bdb48e8f66ac27503940a29dd34717446efe368cee380bfeaf4fe58da9715df1b0f50ec7d
      89b2f74490df23bda6048f760211cd26eb36dda950fe0a21041c6d1d142fc1874c2ee7e67f58bfa58e603581af9b
      cbcef56e0e693a62107e16e485a28ca7be8e1fb2d1f5dba8a92eb5f3a1e2a7011c6040fb8817bdb69c685946
      """
    ),
    (
      .server,
      """
      c10caac6704b69410ad82db50000
      """
    ),
    (
      .client,
      """
      c1d8a4ed13f10e6ba8fbcc8b4a9bf59c3139c650df6370b1ae1506b9bb0ae4b1a312c4676070aaa35ff66ff8f616
      2468597af766538d04d43658ddc833aab4072002aea75813657b1164248443b180bb3995c0c79fa3cc7941dc948b
      13f1
      """
    ),
    (
      .server,
      """
      c104c2230500
      """
    ),
    (
      .client,
      """
      c18fc15686bb8352d8eaab27878bf0f24499654086
      """
    ),
    (
      .server,
      """
      c12b424815a51617e4e715a7eae59796149496c497a45694e801ad2a4904d90a61009579a4e6e4e42b28d50200c1
      0a2259635a517e2e501f00c10922595f49462a501b00c10922591b303081da0000c10d22591b309e52f28bf4805a
      0100c126c2a235253f2f15a41a268014812021500482a3b724b1a4b418249a9c9f5b90930a0ee85a0000
      """
    ),
    (
      .client,
      """
      8882ff09b892fce1
      """
    ),
    (
      .server,
      """
      880203e8
      """
    ),
  ]
}
