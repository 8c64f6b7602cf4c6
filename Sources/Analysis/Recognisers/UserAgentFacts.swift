import Model

/// What a User-Agent tells: program, library, runtime, system, architecture, terminal.
enum UserAgentFacts {
  static let id = "recogniser.user-agent"

  /// Runtimes of languages.
  private static let runtimes: Set<String> = [
    "bun", "node", "node.js", "nodejs", "deno", "python", "cpython", "pypy", "gl-python", "gl-node",
    "gl-go", "gl-java", "java", "ruby", "php", "dotnet", ".net", "go", "jvm", "electron", "rustc",
    "dalvik",
  ]

  /// Libraries that programs are written with; they are no program.
  private static let libraries: Set<String> = [
    "axios", "undici", "node-fetch", "got", "okhttp", "reqwest", "hyper", "aiohttp", "urllib3",
    "websockets", "guzzlehttp", "libwww-perl", "go-http-client", "apache-httpclient", "requests",
    "httpx", "ky", "superagent", "isahc", "ureq", "faraday", "typhoeus", "restsharp", "cfnetwork",
    "httpcore", "tungstenite", "ws", "gax", "gccl", "grpc", "connect-es", "hf_hub",
  ]

  static func isLibrary(_ name: String) -> Bool {
    let lower = name.lowercased()
    return libraries.contains(lower) || lower.hasPrefix("python-") || lower.hasPrefix("grpc-")
  }

  static func isRuntime(_ name: String) -> Bool { runtimes.contains(name.lowercased()) }

  /// Names of client libraries that vendors publish: `OpenAI/Python`, `posthog-python`, `x-sdk`.
  static func isKit(_ name: String) -> Bool {
    let lower = name.lowercased()
    let languages = [
      "python", "js", "node", "go", "java", "ruby", "php", "typescript", "rust", "csharp", "dotnet",
    ]
    if let slash = lower.firstIndex(of: "/") {
      return languages.contains(String(lower[lower.index(after: slash)...]))
    }
    return lower.contains("sdk") || lower.contains("exporter") || lower.contains("-client")
      || languages.contains { lower.hasSuffix("-" + $0) || lower.hasSuffix("." + $0) }
  }

  static func findings(_ value: String) -> [Finding] {
    let agent = UserAgent(value)
    var findings: [Finding] = []
    func add(_ attribute: String, _ text: String, _ confidence: Double = 0.9) {
      guard !text.isEmpty else { return }
      findings.append(Finding(attribute, Array(text.utf8), source: id, confidence: confidence))
    }
    if agent.isBrowser {
      if agent.namesBrowser { add("machine.browser", value) }
    } else {
      for (i, product) in agent.products.enumerated() {
        if isRuntime(product.name) {
          add("toolchain.runtime", product.text)
        } else if isKit(product.name) || isLibrary(product.name) {
          add("toolchain.sdk_version", product.text)
          if let language = language(of: product.name) { add("toolchain.runtime", language, 0.6) }
        } else if isTerminal(product.text) {
          add("toolchain.terminal", product.text)
        } else if i == 0, product.version?.contains(where: \.isNumber) == true,
          product.name != "unknown", !product.name.contains(where: { ":{}<>\"".contains($0) })
        {
          add("toolchain.tool_version", product.text)
        }
        platform(product, add)
      }
    }
    let android = agent.comments.firstIndex { $0 == "Android" || $0.hasPrefix("Android ") }
    for comment in agent.comments where android == nil || comment != "Linux" {
      system(comment, add)
    }
    if let android { device(agent.comments[android...], add) }
    return findings
  }

  /// Products that name the system or the shape of the installation: the grammar of AWS's programs
  /// (`os/linux#6.1.0 md/arch#x64 lang/python#3.11`), and plain `linux/6.1.0`.
  private static func platform(
    _ product: UserAgent.Product, _ add: (String, String, Double) -> Void
  ) {
    guard let version = product.version else { return }
    let parts = version.split(separator: "#", maxSplits: 1).map(String.init)
    let detail = parts.count > 1 ? parts[1] : ""
    switch product.name.lowercased() {
    case "os", "ua-os":
      guard let name = parts.first, EnvironmentValue.isSystem(name) else { return }
      add("machine.os", name, 0.9)
      if KernelRelease.isRelease(detail) {
        add("machine.kernel", detail, 0.85)
      } else {
        add("machine.os_version", detail, 0.9)
      }
    case "lang" where !detail.isEmpty:
      add("toolchain.runtime", version.replacing("#", with: " "), 0.9)
    case "md":
      if parts.first == "arch" { add("machine.architecture", detail, 0.9) }
      if parts.first == "nodejs" {
        add("toolchain.runtime", version.replacing("#", with: " "), 0.9)
      }
    case "exec-env":
      add("machine.cloud_resource", version, 0.8)
    case "app":
      add("toolchain.tool_version", version, 0.8)
    case "agent", "coding-agent", "ai-agent":
      add("toolchain.entry_point", product.text, 0.9)
    case "linux", "darwin", "windows":
      add("machine.os", product.name, 0.9)
      if KernelRelease.isRelease(version) { add("machine.kernel", version, 0.85) }
    default:
      break
    }
  }

  /// `X11; Linux x86_64`, `Debian 12.0.0`, `linux v24.16.0`, `arm64`.
  private static func system(_ comment: String, _ add: (String, String, Double) -> Void) {
    let words = comment.split(separator: " ").map(String.init)
    for word in words {
      if EnvironmentValue.isArchitecture(word) { add("machine.architecture", word, 0.9) }
      if word.first == "v", word.dropFirst().first?.isNumber == true, word.contains(".") {
        add("toolchain.runtime", word, 0.7)
      }
    }
    guard let first = words.first else { return }
    let lower = first.lowercased()
    switch lower {
    case "linux", "darwin", "macos", "windows", "win32", "macintosh", "android", "iphone",
      "freebsd":
      add("machine.os", first, 0.9)
    case "arch" where words.count > 1 && EnvironmentValue.isArchitecture(words[1]):
      // `arch x86_64` names no distribution.
      break
    case "debian", "ubuntu", "fedora", "arch", "alpine", "centos", "rhel", "nixos", "opensuse":
      add("machine.distribution", comment, 0.9)
      add("machine.os", "Linux", 0.7)
    case "mac" where lower == "mac" && words.count > 2:
      add("machine.os_version", comment, 0.9)
    case "intel", "ppc":
      // Browsers stand still at 10_15_7 since.
      if let range = comment.firstRange(of: "Mac OS X ") {
        add("machine.os_version", String(comment[range.lowerBound...]), 0.8)
      }
    case "cpu":
      if let end = comment.firstRange(of: " like Mac OS X")?.lowerBound {
        add("machine.os_version", String(comment[..<end].dropFirst("cpu ".count)), 0.8)
      }
    default:
      break
    }
    if lower == "windows" || lower == "macos" || lower == "mac", words.count > 1 {
      add("machine.os_version", comment, 0.8)
    }
  }

  /// Release and model of an Android device: `Android 6.0.1; Nexus 5 Build/M4B30Z`. `K` stands where the
  /// model is kept back.
  private static func device(
    _ items: ArraySlice<String>, _ add: (String, String, Double) -> Void
  ) {
    guard let system = items.first else { return }
    if system.contains(" ") { add("machine.os_version", system, 0.9) }
    // Old ones name the language in between.
    let rest = items.dropFirst().drop { $0.utf8.count == 5 && $0.utf8.dropFirst(2).first == 0x2d }
    guard let item = rest.first else { return }
    let model = item.split(separator: " ").prefix { !$0.contains("/") }.joined(separator: " ")
    let nothing = ["K", "wv", "Mobile", "Tablet", "TV"]
    guard !nothing.contains(model), !model.hasPrefix("rv:") else { return }
    add("machine.model", model, 0.9)
  }

  private static func isTerminal(_ text: String) -> Bool {
    let lower = text.lowercased()
    return lower.hasPrefix("xterm") || lower.hasPrefix("screen-") || lower.hasPrefix("tmux")
      || lower.hasPrefix("iterm") || lower.hasPrefix("vscode/") || lower.hasPrefix("wezterm")
      || lower.hasPrefix("ghostty") || lower.hasPrefix("alacritty") || lower.hasPrefix("kitty")
      || lower.hasPrefix("apple_terminal") || lower.hasPrefix("windowsterminal")
  }

  /// The language that a library's name shows.
  static func language(of name: String) -> String? {
    let lower = name.lowercased()
    if lower.contains("python") { return "Python" }
    if lower.hasSuffix("/js") || lower.contains("node") || lower.hasSuffix("-js")
      || lower == "undici" || lower == "axios" || lower == "bun"
    {
      return "JavaScript"
    }
    if lower.contains("rust") { return "Rust" }
    if lower.hasPrefix("go-") || lower.hasSuffix("/go") { return "Go" }
    if lower.contains("java") { return "Java" }
    return nil
  }
}
