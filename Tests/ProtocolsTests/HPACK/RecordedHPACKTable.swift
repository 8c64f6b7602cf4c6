// Written by hpack 4.x for Python (https://pypi.org/project/hpack/), an encoder of its own descent.

/// Header blocks of one connection and the fields that they stand for. The table is resized in front of
/// the 11th, 21st, 26th and 31st block.
enum RecordedHPACK {
  static let blocks: [(text: String, fields: [(name: String, value: String)])] = [
    (
      """
      8287418824e34cd5a5721e9f7a9063b858a4a840e62a3fc8ca91c09b2d2f4089f2b585ed6950958d27a6fffe3f
      ffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8bfffecff7ea700166a395f14acb6
      ebb1b2d483706c90af89f9005015a7597160025038e8c608c6f8051bab003f4483f963e74084f2b0ebaf822506
      7aa700166a395f14acb6ebb1b2d483706c90af89f9005015a7597160025038e8c608c6f8051bab003f408af2b2
      1233554150858e8f80148dba51d85b14475592542560001f
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("user-agent", "/v1/messages?beta=true"),
        ("x-request-id", "éü zürich 中文"),
        ("x-request-id", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        (":path", "*/*"),
        ("x-app", "cli"),
        ("user-agent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("x-stainless-os", ""),
        (":path", "Bearer sk-test-000"),
      ]
    ),
    (
      """
      8387c57f0384ce6aadf37e83f963e7408a1d499ec3d6622d19523f97ffffb1ffffff9fc7fd7fe7e3e7fdfffcff
      bff9fffbffdf
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("x-request-id", "Linux"),
        ("x-request-id", "*/*"),
        ("anthropic-beta", "\u{1}\u{7f}!#$&*+<>|{}"),
      ]
    ),
    (
      """
      8387c87f02992503b642ac4a0cc0970ae1740a7f45f292d950e8fa50941bfb
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("x-stainless-os", "claude-cli/2.1.170 (external, cli)"),
      ]
    ),
    (
      """
      8287418c1d665c75267b0f5988b90f4f7a97ffffb1ffffff9fc7fd7fe7e3e7fdfffcffbff9fffbffdf7f0783f9
      63e714822506538dba51d85b14475592542560001f7f05992503b642ac4a0cc0970ae1740a7f45f292d950e8fa
      50941bfb5fa6fffe3fffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8bfffecff40
      884d83216b1d85a93f97ffffb1ffffff9fc7fd7fe7e3e7fdfffcffbff9fffbffdf
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("user-agent", "\u{1}\u{7f}!#$&*+<>|{}"),
        ("x-app", "*/*"),
        (":path", "cli"),
        ("accept", "Bearer sk-test-000"),
        ("x-request-id", "claude-cli/2.1.170 (external, cli)"),
        ("content-type", "éü zürich 中文"),
        ("traceparent", "\u{1}\u{7f}!#$&*+<>|{}"),
      ]
    ),
    (
      """
      8287d05f8dba51d85b14475592542560001f1f0887186312c46646bf57901fdc7f4483f993f953fff829ffdfff
      3f
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("content-type", "Bearer sk-test-000"),
        ("authorization", "a1b2-c3d4"),
        ("authorization", "a;b,c=\"d\" \\ ~^"),
      ]
    ),
    (
      """
      8387d25784ce6aadf37f0687186312c46646bf
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("authorization", "Linux"),
        ("x-app", "a1b2-c3d4"),
      ]
    ),
    (
      """
      8287d47f0b032a2f2a7f06106170706c69636174696f6e2f6a736f6e7f01106170706c69636174696f6e2f6a73
      6f6e57032a2f2a7f07032a2f2a7a7f497878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878530d017f212324262a
      2b3c3e7c7b7dc0
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("anthropic-beta", "*/*"),
        ("x-request-id", "application/json"),
        ("x-app", "application/json"),
        ("authorization", "*/*"),
        ("traceparent", "*/*"),
        (
          "user-agent",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("accept", "\u{1}\u{7f}!#$&*+<>|{}"),
        ("traceparent", "*/*"),
      ]
    ),
    (
      """
      8287cf1f04ff30f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf
      9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7c
      f9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7
      cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e
      7cf944901fdc7f4483f993f953fff829ffdfff3f7f0687186312c46646bf
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        (
          "accept",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        (":path", "a;b,c=\"d\" \\ ~^"),
        ("anthropic-beta", "a1b2-c3d4"),
      ]
    ),
    (
      """
      8387dd7f03a700166a395f14acb6ebb1b2d483706c90af89f9005015a7597160025038e8c608c6f8051bab003f
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
      ]
    ),
    (
      """
      8287de7a87186312c46646bf57992503b642ac4a0cc0970ae1740a7f45f292d950e8fa50941bfb
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("user-agent", "a1b2-c3d4"),
        ("authorization", "claude-cli/2.1.170 (external, cli)"),
      ]
    ),
    (
      """
      3f8d028287418824e34cd5a5721e9f5f83f963e74089f2b585ed6950958d27ff30f3e7cf9f3e7cf9f3e7cf9f3e
      7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3
      e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f
      3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9
      f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf91f10901fdc7f4483f993f953fff829ffdf
      ff3f44a6fffe3fffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8bfffecff408a1d
      499ec3d6622d19523f8225064089f2b585ed6950958d2783f963e74084f2b0ebaf901fdc7f4483f993f953fff8
      29ffdfff3f
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("content-type", "*/*"),
        (
          "x-request-id",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("content-type", "a;b,c=\"d\" \\ ~^"),
        (":path", "éü zürich 中文"),
        ("anthropic-beta", "cli"),
        ("x-request-id", "*/*"),
        ("x-app", "a;b,c=\"d\" \\ ~^"),
      ]
    ),
    (
      """
      8287418824e34cd5a5721e9f7f01a700166a395f14acb6ebb1b2d483706c90af89f9005015a7597160025038e8
      c608c6f8051bab003f
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("x-request-id", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
      ]
    ),
    (
      """
      8287bf400b7472616365706172656e7413c3a9c3bc207ac3bc7269636820e4b8ade696871f2b03636c695f1242
      656172657220736b2d746573742d303030577f4978787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878781f107f4978
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      78787878787878787878787878787878787878573730302d346266393266333537376233346461366133636539
      32396430653065343733362d303066303637616130626139303262372d30315f13c3a9c3bc207ac3bc72696368
      20e4b8ade69687400e782d737461696e6c6573732d6f73032a2f2a
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("traceparent", "éü zürich 中文"),
        ("user-agent", "cli"),
        ("content-type", "Bearer sk-test-000"),
        (
          "authorization",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        (
          "content-type",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("authorization", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("content-type", "éü zürich 中文"),
        ("x-stainless-os", "*/*"),
      ]
    ),
    (
      """
      8287418c1d665c75267b0f5988b90f4f44901fdc7f4483f993f953fff829ffdfff3f449063b858a4a840e62a3f
      c8ca91c09b2d2f4484ce6aadf3
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        (":path", "a;b,c=\"d\" \\ ~^"),
        (":path", "/v1/messages?beta=true"),
        (":path", "Linux"),
      ]
    ),
    (
      """
      8387c140884d83216b1d85a93f8b1d75d0620d263d4c7441ea4497ffffb1ffffff9fc7fd7fe7e3e7fdfffcffbf
      f9fffbffdf
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("traceparent", "application/json"),
        (":path", "\u{1}\u{7f}!#$&*+<>|{}"),
      ]
    ),
    (
      """
      8387418c1d665c75267b0f5988b90f4f408af2b21233554150858e8f87186312c46646bf1f2f8b1d75d0620d26
      3d4c7441ea538dba51d85b14475592542560001f5f8dba51d85b14475592542560001f5384ce6aadf34089f2b5
      85ed6950958d278225065382250644a6fffe3fffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7f
      fffd1ffff8bfffecff
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("x-stainless-os", "a1b2-c3d4"),
        ("x-stainless-os", "application/json"),
        ("accept", "Bearer sk-test-000"),
        ("content-type", "Bearer sk-test-000"),
        ("accept", "Linux"),
        ("x-request-id", "cli"),
        ("accept", "cli"),
        (":path", "éü zürich 中文"),
      ]
    ),
    (
      """
      8387418824e34cd5a5721e9f40884d83216b1d85a93f82250653901fdc7f4483f993f953fff829ffdfff3f408a
      f2b21233554150858e8f822506408a1d499ec3d6622d19523f97ffffb1ffffff9fc7fd7fe7e3e7fdfffcffbff9
      fffbffdf1f08a6fffe3fffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8bfffecff
      4089f2b585ed6950958d278dba51d85b14475592542560001f7aa6fffe3fffeeffff1ffffe0a7bfffe3ffffc2c
      312753fffe9fffeaffff7ffffd1ffff8bfffecff7f019063b858a4a840e62a3fc8ca91c09b2d2f
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("traceparent", "cli"),
        ("accept", "a;b,c=\"d\" \\ ~^"),
        ("x-stainless-os", "cli"),
        ("anthropic-beta", "\u{1}\u{7f}!#$&*+<>|{}"),
        ("authorization", "éü zürich 中文"),
        ("x-request-id", "Bearer sk-test-000"),
        ("user-agent", "éü zürich 中文"),
        ("anthropic-beta", "/v1/messages?beta=true"),
      ]
    ),
    (
      """
      8387418c1d665c75267b0f5988b90f4f7a84ce6aadf3
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("user-agent", "Linux"),
      ]
    ),
    (
      """
      8387118824e34cd5a5721e9f7f03ff30f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3
      e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f
      3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9
      f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf
      9f3e7cf9f3e7cf9f3e7cf9408af2b21233554150858e8f901fdc7f4483f993f953fff829ffdfff3f4089f2b585
      ed6950958d2787186312c46646bf40884d83216b1d85a93f83f963e7448b1d75d0620d263d4c7441ea
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        (
          "x-request-id",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("x-stainless-os", "a;b,c=\"d\" \\ ~^"),
        ("x-request-id", "a1b2-c3d4"),
        ("traceparent", "*/*"),
        (":path", "application/json"),
      ]
    ),
    (
      """
      8387410b636861746770742e636f6d93447f497878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878530e613b622c
      633d226422205c207e5e4005782d617070054c696e7578
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("accept", ""),
        (
          ":path",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("accept", "a;b,c=\"d\" \\ ~^"),
        ("x-app", "Linux"),
      ]
    ),
    (
      """
      208287418824e34cd5a5721e9f5397ffffb1ffffff9fc7fd7fe7e3e7fdfffcffbff9fffbffdf
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("accept", "\u{1}\u{7f}!#$&*+<>|{}"),
      ]
    ),
    (
      """
      8287418824e34cd5a5721e9f1f2b97ffffb1ffffff9fc7fd7fe7e3e7fdfffcffbff9fffbffdf7a87186312c466
      46bf40884d83216b1d85a93f8dba51d85b14475592542560001f4084f2b0ebafa6fffe3fffeeffff1ffffe0a7b
      fffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8bfffecff408af2b21233554150858e8f8dba51d85b1447
      5592542560001f4084f2b0ebaf87186312c46646bf53992503b642ac4a0cc0970ae1740a7f45f292d950e8fa50
      941bfb
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("user-agent", "\u{1}\u{7f}!#$&*+<>|{}"),
        ("user-agent", "a1b2-c3d4"),
        ("traceparent", "Bearer sk-test-000"),
        ("x-app", "éü zürich 中文"),
        ("x-stainless-os", "Bearer sk-test-000"),
        ("x-app", "a1b2-c3d4"),
        ("accept", "claude-cli/2.1.170 (external, cli)"),
      ]
    ),
    (
      """
      8287418c1d665c75267b0f5988b90f4f4084f2b0ebaf9063b858a4a840e62a3fc8ca91c09b2d2f40884d83216b
      1d85a93f87186312c46646bf57ff30f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7
      cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e
      7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3
      e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f
      3e7cf9f3e7cf9f3e7cf94084f2b0ebaf992503b642ac4a0cc0970ae1740a7f45f292d950e8fa50941bfb408af2
      b21233554150858e8f9063b858a4a840e62a3fc8ca91c09b2d2f7a8b1d75d0620d263d4c7441ea1f04a6fffe3f
      ffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8bfffecff
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("x-app", "/v1/messages?beta=true"),
        ("traceparent", "a1b2-c3d4"),
        (
          "authorization",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("x-app", "claude-cli/2.1.170 (external, cli)"),
        ("x-stainless-os", "/v1/messages?beta=true"),
        ("user-agent", "application/json"),
        ("accept", "éü zürich 中文"),
      ]
    ),
    (
      """
      8387418c1d665c75267b0f5988b90f4f408af2b21233554150858e8f97ffffb1ffffff9fc7fd7fe7e3e7fdfffc
      ffbff9fffbffdf7aa700166a395f14acb6ebb1b2d483706c90af89f9005015a7597160025038e8c608c6f8051b
      ab003f4089f2b585ed6950958d27901fdc7f4483f993f953fff829ffdfff3f
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("x-stainless-os", "\u{1}\u{7f}!#$&*+<>|{}"),
        ("user-agent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("x-request-id", "a;b,c=\"d\" \\ ~^"),
      ]
    ),
    (
      """
      8287418c1d665c75267b0f5988b90f4f408af2b21233554150858e8fa700166a395f14acb6ebb1b2d483706c90
      af89f9005015a7597160025038e8c608c6f8051bab003f
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("x-stainless-os", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
      ]
    ),
    (
      """
      3fe11f8287410b636861746770742e636f6d7a162f76312f6d657373616765733f626574613d74727565400e78
      2d737461696e6c6573732d6f73162f76312f6d657373616765733f626574613d74727565533730302d34626639
      326633353737623334646136613363653932396430653065343733362d30306630363761613062613930326237
      2d3031
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("user-agent", "/v1/messages?beta=true"),
        ("x-stainless-os", "/v1/messages?beta=true"),
        ("accept", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
      ]
    ),
    (
      """
      8287c17f008225064480c0c1
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("x-stainless-os", "cli"),
        (":path", ""),
        ("accept", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("x-stainless-os", "/v1/messages?beta=true"),
      ]
    ),
    (
      """
      8387c3108a1d499ec3d6622d19523f8044a700166a395f14acb6ebb1b2d483706c90af89f9005015a759716002
      5038e8c608c6f8051bab003f4084f2b0ebafa6fffe3fffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffea
      ffff7ffffd1ffff8bfffecff7e8dba51d85b14475592542560001f4089f2b585ed6950958d278040884d83216b
      1d85a93fff30f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f
      3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9
      f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf
      9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7c
      f9
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("anthropic-beta", ""),
        (":path", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("x-app", "éü zürich 中文"),
        ("x-app", "Bearer sk-test-000"),
        ("x-request-id", ""),
        (
          "traceparent",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
      ]
    ),
    (
      """
      8387c87e8b1d75d0620d263d4c7441ea7e901fdc7f4483f993f953fff829ffdfff3f1f089063b858a4a840e62a
      3fc8ca91c09b2d2fc67f03822506
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("traceparent", "application/json"),
        ("traceparent", "a;b,c=\"d\" \\ ~^"),
        ("authorization", "/v1/messages?beta=true"),
        ("x-stainless-os", "cli"),
        ("x-app", "cli"),
      ]
    ),
    (
      """
      8387418c1d665c75267b0f5988b90f4f578dba51d85b14475592542560001f5f83f963e7
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("authorization", "Bearer sk-test-000"),
        ("content-type", "*/*"),
      ]
    ),
    (
      """
      3f618287418c1d665c75267b0f5988b90f4f57901fdc7f4483f993f953fff829ffdfff3f5397ffffb1ffffff9f
      c7fd7fe7e3e7fdfffcffbff9fffbffdf40884d83216b1d85a93f83f963e74089f2b585ed6950958d27a6fffe3f
      ffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8bfffecff408af2b2123355415085
      8e8f8225064084f2b0ebafa6fffe3fffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1fff
      f8bfffecff40884d83216b1d85a93f901fdc7f4483f993f953fff829ffdfff3f
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("authorization", "a;b,c=\"d\" \\ ~^"),
        ("accept", "\u{1}\u{7f}!#$&*+<>|{}"),
        ("traceparent", "*/*"),
        ("x-request-id", "éü zürich 中文"),
        ("x-stainless-os", "cli"),
        ("x-app", "éü zürich 中文"),
        ("traceparent", "a;b,c=\"d\" \\ ~^"),
      ]
    ),
    (
      """
      8287410b636861746770742e636f6d400c782d726571756573742d6964162f76312f6d657373616765733f6265
      74613d747275655722636c617564652d636c692f322e312e313730202865787465726e616c2c20636c6929
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("x-request-id", "/v1/messages?beta=true"),
        ("authorization", "claude-cli/2.1.170 (external, cli)"),
      ]
    ),
    (
      """
      838741116170692e616e7468726f7069632e636f6d400b7472616365706172656e74054c696e7578400c782d72
      6571756573742d69643730302d3462663932663335373762333464613661336365393239643065306534373336
      2d303066303637616130626139303262372d3031400b7472616365706172656e74032a2f2a7a7f497878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      7878787878787878787878787878784005782d617070162f76312f6d657373616765733f626574613d74727565
      7e0e613b622c633d226422205c207e5e400b7472616365706172656e7422636c617564652d636c692f322e312e
      313730202865787465726e616c2c20636c69297e1242656172657220736b2d746573742d303030
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("traceparent", "Linux"),
        ("x-request-id", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("traceparent", "*/*"),
        (
          "user-agent",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("x-app", "/v1/messages?beta=true"),
        ("x-app", "a;b,c=\"d\" \\ ~^"),
        ("traceparent", "claude-cli/2.1.170 (external, cli)"),
        ("traceparent", "Bearer sk-test-000"),
      ]
    ),
    (
      """
      8287418824e34cd5a5721e9f4089f2b585ed6950958d278225064084f2b0ebaf992503b642ac4a0cc0970ae174
      0a7f45f292d950e8fa50941bfb
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("x-request-id", "cli"),
        ("x-app", "claude-cli/2.1.170 (external, cli)"),
      ]
    ),
    (
      """
      8387418824e34cd5a5721e9f408a1d499ec3d6622d19523f83f963e74084f2b0ebaf84ce6aadf37f008b1d75d0
      620d263d4c7441ea40884d83216b1d85a93f992503b642ac4a0cc0970ae1740a7f45f292d950e8fa50941bfb7a
      8225061f1097ffffb1ffffff9fc7fd7fe7e3e7fdfffcffbff9fffbffdf
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("anthropic-beta", "*/*"),
        ("x-app", "Linux"),
        ("anthropic-beta", "application/json"),
        ("traceparent", "claude-cli/2.1.170 (external, cli)"),
        ("user-agent", "cli"),
        ("content-type", "\u{1}\u{7f}!#$&*+<>|{}"),
      ]
    ),
    (
      """
      8387418c1d665c75267b0f5988b90f4f40884d83216b1d85a93f901fdc7f4483f993f953fff829ffdfff3f4084
      f2b0ebaf84ce6aadf37f00a700166a395f14acb6ebb1b2d483706c90af89f9005015a7597160025038e8c608c6
      f8051bab003f4084f2b0ebaf9063b858a4a840e62a3fc8ca91c09b2d2f7e97ffffb1ffffff9fc7fd7fe7e3e7fd
      fffcffbff9fffbffdf7ea6fffe3fffeeffff1ffffe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8
      bfffecff40884d83216b1d85a93f80
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("traceparent", "a;b,c=\"d\" \\ ~^"),
        ("x-app", "Linux"),
        ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("x-app", "/v1/messages?beta=true"),
        ("x-app", "\u{1}\u{7f}!#$&*+<>|{}"),
        ("x-app", "éü zürich 中文"),
        ("traceparent", ""),
      ]
    ),
    (
      """
      8387418824e34cd5a5721e9f408af2b21233554150858e8f83f963e71f04992503b642ac4a0cc0970ae1740a7f
      45f292d950e8fa50941bfb40884d83216b1d85a93fff30f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3
      e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f
      3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9
      f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf
      9f3e7cf9f3e7cf9f3e7cf9f3e7cf9f3e7cf9408af2b21233554150858e8f87186312c46646bf40884d83216b1d
      85a93f83f963e7
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("x-stainless-os", "*/*"),
        ("accept", "claude-cli/2.1.170 (external, cli)"),
        (
          "traceparent",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("x-stainless-os", "a1b2-c3d4"),
        ("traceparent", "*/*"),
      ]
    ),
    (
      """
      8287418824e34cd5a5721e9f5784ce6aadf3408a1d499ec3d6622d19523f901fdc7f4483f993f953fff829ffdf
      ff3f4084f2b0ebaf992503b642ac4a0cc0970ae1740a7f45f292d950e8fa50941bfb5fa6fffe3fffeeffff1fff
      fe0a7bfffe3ffffc2c312753fffe9fffeaffff7ffffd1ffff8bfffecff
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("authorization", "Linux"),
        ("anthropic-beta", "a;b,c=\"d\" \\ ~^"),
        ("x-app", "claude-cli/2.1.170 (external, cli)"),
        ("content-type", "éü zürich 中文"),
      ]
    ),
    (
      """
      838741116170692e616e7468726f7069632e636f6d53032a2f2a7a7f4978787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      78787878577f497878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      787878787878787878787878787878787878787878787878787878787878787878787878787878787878787878
      7878787878787878787878787878787878787878787878787878785f13c3a9c3bc207ac3bc7269636820e4b8ad
      e69687
      """,
      [
        (":method", "POST"),
        (":scheme", "https"),
        (":authority", "api.anthropic.com"),
        ("accept", "*/*"),
        (
          "user-agent",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        (
          "authorization",
          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        ("content-type", "éü zürich 中文"),
      ]
    ),
    (
      """
      8287410b636861746770742e636f6d1f103730302d346266393266333537376233346461366133636539323964
      30653065343733362d303066303637616130626139303262372d3031100b7472616365706172656e740d017f21
      2324262a2b3c3e7c7b7d7a3730302d346266393266333537376233346461366133636539323964306530653437
      33362d303066303637616130626139303262372d30315f032a2f2a400c782d726571756573742d696410617070
      6c69636174696f6e2f6a736f6e
      """,
      [
        (":method", "GET"),
        (":scheme", "https"),
        (":authority", "chatgpt.com"),
        ("content-type", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("traceparent", "\u{1}\u{7f}!#$&*+<>|{}"),
        ("user-agent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
        ("content-type", "*/*"),
        ("x-request-id", "application/json"),
      ]
    ),
  ]
}
