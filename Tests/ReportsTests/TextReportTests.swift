import Model
import Reports
import Testing

@Suite struct `Text report` {
  @Test func `says first what was seen, then what was told`() {
    #expect(
      report(Sample.summary()) == """
        session.pcapng   346 packets, 8 s, 2026-11-22 21:26 UTC
          content seen: 6 of 6 AI flows, nothing missing

        CRITICAL   Claude Code 2.1.170 (anthropic)   10.77.1.23   1 session of 8 s, 8 exchanges
          because of covert.punctuation_homoglyph to llm.example
          identified by user-agent, sni (98 % sure)

          COVERT  to llm.example (intermediary)
            punctuation look-alike  Today’s date is  U+2019  $.messages[*].content  85×
            documented marker: the host is on the domain list

          TOLD
            category  what     value               to           where                         times
            account   API key  sk-ant-…[redacted]  llm.example  header x-api-key                 85
            machine   kernel   6.18.44-fc-v782     llm.example  $.events[*].env.linux_kernel     85

          RECIPIENTS
            host         party         role  times    sent  received  content
            llm.example  intermediary  api       8  302 kB    9.1 kB  read
            TLS client (JA4): t13d1714h1_5b57614c22b0_7baf387fc6ff

        """)
  }

  @Test func `puts the coverage beside the capture where there is room`() {
    let first = report(Sample.summary(), width: 140).prefix { $0 != "\n" }
    #expect(first.hasSuffix("UTC          content seen: 6 of 6 AI flows, nothing missing"))
  }

  @Test func `says without keys that what was told is unknown`() {
    let report = report(Sample.encryptedSummary())
    #expect(report.contains("content seen: 0 of 6 AI flows\n"))
    #expect(report.contains("Unknown: nothing that it sent could be read."))
    #expect(report.contains("encrypted"))
    #expect(report.contains("t13d1714h1_5b57614c22b0_7baf387fc6ff"))
    #expect(
      report.hasSuffix(
        "Content was encrypted: what this tool told the vendor is unknown. See --keylog.\n"))
  }

  @Test func `says which part stayed unseen when keys were at hand for some`() {
    var summary = Sample.summary()
    summary.coverage.aiFlowsDecrypted = 4
    summary.coverage.aiFlowsEncrypted = 2
    summary.coverage.bytesRead = 999
    let report = report(summary)
    #expect(report.contains("content seen: 4 of 6 AI flows, over 99 % of the bytes sent were read"))
    #expect(report.contains("Content of 2 of 6 AI flows was encrypted"))
  }

  @Test func `says that an empty capture is empty`() {
    var summary = Summary(generatorVersion: "0.1.0")
    summary.captures = [CaptureSummary(path: "empty.pcap")]
    #expect(
      report(summary) == """
        empty.pcap   no packets
          no AI flows recognised

        No packets were read: there is nothing to judge.

        """)
  }

  @Test func `does not take the unseen for clean`() {
    var summary = Sample.summary()
    summary.tools = []
    summary.coverage.aiFlows = 0
    summary.coverage.aiFlowsDecrypted = 0
    #expect(report(summary).hasSuffix("\nNo AI tool was recognised in 12 flows.\n"))
    summary.coverage.bytesRead = 10
    let report = report(summary)
    #expect(report.contains("so this does not show that there was none."))
    #expect(report.contains("Read: 1 % of what clients sent"))
  }

  @Test func `folds long lists and says how much it folded`() {
    var summary = Sample.summary()
    summary.tools[0].disclosures = (0..<60).map {
      Sample.disclosure("machine.hostname", 5, "host-\($0)")
    }
    let report = report(summary)
    #expect(report.contains("… 35 more; --format html or json for all"))
    #expect(report.contains("host-24"))
    #expect(!report.contains("host-25"))
  }

  @Test func `tells a value once however many recipients and places it had`() {
    var summary = Sample.summary()
    summary.tools[0].disclosures = [
      Sample.disclosure("machine.hostname", 5, "falcon", path: "$.a"),
      Sample.disclosure("machine.hostname", 5, "falcon", path: "$.b", recipient: "api.example"),
      Sample.disclosure(
        "network.dns_query", 3, "api.example", part: .dns, path: "query", observers: [.network]),
    ]
    let lines = report(summary).split(separator: "\n")
    let host = lines.filter { $0.contains("falcon") }
    #expect(host.count == 1)
    #expect(host.first?.contains("both") == true)
    #expect(host.first?.contains("$.a +1") == true)
    #expect(host.first?.hasSuffix("170") == true)
    #expect(lines.contains { $0.contains("DNS query") && $0.contains("on the path") })
  }

  @Test(arguments: [60, 80, 100, 200])
  func `keeps tables within the terminal's width`(width: Int) {
    var summary = Sample.summary()
    let long = String(repeating: "漢字 long-value/", count: 500)
    summary.tools[0].disclosures = [
      Sample.disclosure("workspace.path", 4, long, path: long, recipient: long),
      Sample.disclosure("covert.ordering", 4, long, path: long, covert: true, recipient: long),
    ]
    summary.captures[0].path = long
    for line in report(summary, width: width).split(separator: "\n") {
      let columns = line.unicodeScalars.reduce(0) { $0 + ((0x4e00...0x9fff) ~= $1.value ? 2 : 1) }
      #expect(columns <= max(width, 80), "\(line)")
    }
  }

  @Test func `colours only when asked`() {
    let plain = TextRenderer().render(Sample.summary(), options: RenderOptions())
    #expect(!plain.contains(0x1b))
    let colored = TextRenderer().render(Sample.summary(), options: RenderOptions(color: true))
    #expect(text(colored).contains("\u{1b}[1;31mCRITICAL\u{1b}[0m"))
  }

  @Test func `lists damage and drops`() {
    var summary = Sample.summary()
    summary.captures[0].damage = [.init(offset: 4096, cause: "block length is not a multiple of 4")]
    summary.captures[0].dropped = (kernel: 12, interface: 0)
    let report = report(summary)
    #expect(report.contains("  damaged at byte 4096: block length is not a multiple of 4\n"))
    #expect(report.contains("  dropped while capturing: 12 by the kernel, 0 by the interface\n"))
  }

  @Test func `sums up a directory of captures`() {
    var summary = Sample.summary()
    summary.captures = (0..<20).map { Sample.capture("part-\($0).pcap") }
    let report = report(summary)
    #expect(report.contains("part-7.pcap"))
    #expect(!report.contains("part-8.pcap"))
    #expect(report.contains("… 12 more captures, 4152 packets\ncontent seen: 6 of 6 AI flows"))
  }

  private func report(_ summary: Summary, width: Int = 100) -> String {
    text(TextRenderer().render(summary, options: RenderOptions(width: width)))
  }
}
