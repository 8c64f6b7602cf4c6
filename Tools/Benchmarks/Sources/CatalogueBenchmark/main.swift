import Knowledge

/// How long the built-in catalogue takes to load, and a host to look up in it.
///
/// Wanted: loading under 30 ms, a look-up under 200 ns (docs/Catalogue.md).

let clock = ContinuousClock()

func nanoseconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return Double(seconds) * 1e9 + Double(attoseconds) / 1e9
}

func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

let loading = clock.measure { _ = Catalogue.builtIn.vendors.count }
print("loading     \(rounded(nanoseconds(loading) / 1e6)) ms")

let catalogue = Catalogue.builtIn
let matching = clock.measure { _ = catalogue.identify(userAgent: "curl/8.0") }
print(
  "patterns    \(rounded(nanoseconds(matching) / 1e6)) ms (User-Agent marks, at the first request)")

/// Names as they come by on a gateway: most on no list, some listed, some below a listed suffix.
let names = [
  "api.anthropic.com", "www.wikipedia.org", "chatgpt.com", "fonts.gstatic.com",
  "bedrock-runtime.eu-central-1.amazonaws.com", "deb.debian.org", "o33249.ingest.us.sentry.io",
  "a-very-long-label-that-nobody-lists.deep.below.some.example.co.uk", "x.y.z.githubcopilot.com",
  "e4578.dscb.akamaiedge.net",
].map { Array($0.utf8) }

let rounds = 1_000
var found = 0

/// The best of many short runs: what else the machine does makes times longer, never shorter.
func best(_ body: () -> Void) -> Double {
  (0..<200).map { _ in nanoseconds(clock.measure(body)) }.min() ?? 0
}

let looking = best {
  for _ in 0..<rounds {
    for name in names where catalogue.hostID(name.span.bytes) != nil { found += 1 }
  }
}
print("look-up     \(rounded(looking / Double(rounds * names.count))) ns a host, of these")
for name in names {
  let one = best {
    for _ in 0..<rounds { found += catalogue.hostID(name.span.bytes) == nil ? 0 : 1 }
  }
  print("  \(rounded(one / Double(rounds))) ns  \(String(decoding: name, as: UTF8.self))")
}
if found == 0 { print("nothing was found") }
