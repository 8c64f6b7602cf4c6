import Analysis
import Foundation
import Model

/// How fast the disclosure engine reads decoded bodies, and what memory that takes: small ones in number,
/// and one of each kind as large as bodies can be (docs/Limits.md), with and without a profile.
///
/// Each case runs in a process of its own, so that its peak of memory is its own.

struct Case {
  var name: String
  var size: Int
  var count: Int
  var make: (Int) -> [UInt8]
}

let cases = [
  Case(name: "prompts", size: 256 << 10, count: 64, make: Bodies.prompt),
  Case(name: "telemetry", size: 64 << 10, count: 256, make: Bodies.telemetry),
  Case(name: "prompt-at-cap", size: 64 << 20, count: 1, make: Bodies.prompt),
  Case(name: "telemetry-at-cap", size: 64 << 20, count: 1, make: Bodies.telemetry),
]

/// Facts of an invented machine, as `telltale profile` finds them.
let profile = Profile(
  facts: [
    ("place.timezone", "Asia/Tokyo"), ("place.locale", "ja_JP"), ("identity.username", "mira"),
    ("identity.home_path", "/home/mira"), ("identity.person_name", "Mira Okafor"),
    ("identity.email", "mira@harbour.example"), ("identity.ssh_identity", "mira@slate"),
    ("identity.machine_id", "5f0c9e3a7d1b4c2688aa01de34bf9c77"),
    ("identity.mac_address", "52:54:00:9a:3c:17"), ("machine.hostname", "slate"),
    ("machine.kernel", "6.12.48-harbour-amd64"), ("machine.cpu_model", "AMD EPYC 7B13"),
    ("machine.distribution", "Debian GNU/Linux 13 (trixie)"),
    ("machine.memory_total", "16777216000"), ("network.private_address", "10.31.7.40"),
    ("network.dns_suffix", "harbour.example"),
    ("network.base_url", "https://llm.harbour.example/v1"),
    ("workspace.path", "/home/mira/src/orchard"), ("workspace.project_name", "orchard"),
    ("workspace.repository", "git@git.harbour.example:fruit/orchard.git"),
    ("workspace.branch", "feature/pears"),
    ("workspace.commit", "8f3c1a9e77d04b52a6b0c4d1e2f39a5b6c7d8e9f"),
    ("toolchain.shell", "/bin/bash"), ("toolchain.runtime", "Node.js 22.9.1"),
  ].map { ProfileFact(attribute: $0.0, value: $0.1) })

/// Seconds of CPU time of this process.
func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func peakMebibytes() -> Int {
  var usage = rusage()
  #if canImport(Darwin)
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss >> 20
  #else
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss >> 10
  #endif
}

func record(_ body: [UInt8], number: Int) -> Record {
  let time = Timestamp(nanoseconds: 1_795_384_620_000_000_000 + Int64(number) * 1_000_000_000)
  let frame = FrameID(capture: 0, number: number)
  let flow = FlowReference(
    id: 1, transport: .tcp, client: Endpoint(IPAddress(v4: 0x0a4d_0117), 40_000),
    server: Endpoint(IPAddress(v4: 0xcb00_7109), 443), communityID: "1:benchmark")
  var request = HTTPMessage(
    fields: [
      HTTPField("user-agent", "orchard-agent/1.4.0"),
      HTTPField("content-type", "application/json"),
    ], provenance: Provenance(frame, time))
  request.body.bytes = body
  request.body.transferredLength = body.count
  request.body.isComplete = true
  return Record(
    flow: flow, frame: frame, time: time,
    observation: .http(
      HTTPExchange(
        version: .http11, method: "POST", host: "api.openai.com", target: "/v1/chat/completions",
        request: request, response: nil, status: 200, isEncrypted: true,
        serverName: "api.openai.com", tunnels: [], isProxied: false, stream: 1)))
}

func measure(_ it: Case, withProfile: Bool) {
  let body = it.make(it.size)
  var options = AnalysisOptions()
  options.profile = withProfile ? profile : nil
  var analyzer = Analyzer(options: options)
  // What is made once, such as the automata, is made before the clock runs.
  analyzer.consume(record(Array(#"{"model":"m"}"#.utf8), number: 1))
  let before = cpuSeconds()
  for number in 0..<it.count { analyzer.consume(record(body, number: 2 + number)) }
  let seconds = cpuSeconds() - before
  let disclosures = analyzer.finish().tools.reduce(0) { $0 + $1.disclosures.count }
  let megabytes = Double(body.count * it.count) / 1e6
  print(
    "\(it.name)\(withProfile ? " with a profile" : ""): "
      + "\((megabytes / seconds * 10).rounded() / 10) MB/s of CPU time, "
      + "\(it.count) of \(body.count) bytes, \(disclosures) disclosures, peak \(peakMebibytes()) MiB"
  )
}

if CommandLine.arguments.count == 3 {
  guard let it = cases.first(where: { $0.name == CommandLine.arguments[1] }) else { exit(64) }
  measure(it, withProfile: CommandLine.arguments[2] == "profile")
} else {
  for it in cases {
    for option in ["plain", "profile"] {
      let child = Process()
      child.executableURL = URL(filePath: CommandLine.arguments[0])
      child.arguments = [it.name, option]
      try child.run()
      child.waitUntilExit()
      guard child.terminationStatus == 0 else { exit(1) }
    }
  }
}
