import Analysis
import Foundation
import Model
import Testing

@Suite struct `Recognisers in prompts` {
  @Test(arguments: [
    ("see /home/marisol for more", "/home/marisol", "marisol"),
    ("in /Users/ada.l/notes now", "/Users/ada.l", "ada.l"),
    (#"at C:\Users\Grace\plan"#, #"C:\Users\Grace"#, "Grace"),
    ("from /mnt/c/Users/ada/x", "/mnt/c/Users/ada", "ada"),
  ])
  func `name the account in a home path`(text: String, home: String, user: String) {
    let result = told(prompt: text)
    #expect(result.values("identity.home_path") == [home])
    #expect(result.values("identity.username") == [user])
  }

  @Test(arguments: [
    "see /home/user/project", "in /Users/<name>/x", "at /Users/username", "/opt/homebrew/bin",
    "https://example.com/home/page", "src/home/ada", "/homework/ada", "/home/", "/home/{user}/x",
  ])
  func `leave manuals and other paths alone`(text: String) {
    let result = told(prompt: text)
    #expect(result.disclosures("identity.home_path").isEmpty, "\(text)")
    #expect(result.disclosures("identity.username").isEmpty, "\(text)")
  }

  @Test func `tell projects from files below a home`() {
    let result = told(
      prompt: "work in /home/marisol/src/orchard-ledger. See /home/marisol/.config/x/y and "
        + "/home/marisol/src/orchard-ledger/main.swift")
    #expect(result.values("workspace.path") == ["/home/marisol/src/orchard-ledger"])
    #expect(
      result.values("workspace.file_path") == [
        "/home/marisol/.config/x/y", "/home/marisol/src/orchard-ledger/main.swift",
      ])
  }

  @Test(arguments: [
    ("zone Asia/Shanghai.", ["Asia/Shanghai"]),
    ("America/Argentina/Buenos_Aires", ["America/Argentina/Buenos_Aires"]),
    ("the Asia/Pacific region", []), ("Europe/France", []), ("America/New", []),
    ("x/Asia/Shanghai", []),
  ])
  func `know time zones`(text: String, zones: [String]) {
    #expect(told(prompt: text).values("place.timezone") == zones)
  }

  @Test(arguments: [
    ("mail marisol@quietharbor.example now", ["marisol@quietharbor.example"]),
    ("<ada.l+x@sub.quietharbor.example>", ["ada.l+x@sub.quietharbor.example"]),
    ("Co-Authored-By: Claude <noreply@anthropic.com>", []), ("user@example.com", []),
    ("git@github.com:a/b.git", []), ("logo@2x.png", []), ("@scope/pkg", []), ("a@b", []),
    ("https://user:pw@host.example/", []),
  ])
  func `know addresses of people`(text: String, addresses: [String]) {
    #expect(told(prompt: text).values("identity.email") == addresses)
  }

  @Test(arguments: [
    (
      "git@github.com:quietharbor-labs/orchard.git", ["git@github.com:quietharbor-labs/orchard.git"]
    ),
    ("url = https://github.com/q/o.git", ["https://github.com/q/o.git"]),
    ("ssh://git@host.example/q/o", ["ssh://git@host.example/q/o"]),
    ("see https://github.com/anthropics/claude-code/issues", []),
    ("git@github.com:owner/repo.git", []), ("https://host.example/o.git", []),
  ])
  func `know remotes of repositories`(text: String, remotes: [String]) {
    #expect(told(prompt: text).values("workspace.repository") == remotes)
  }

  @Test(arguments: [
    ("at 2026-11-23T05:57:01.437+08:00", ["2026-11-23T05:57:01.437+08:00"], ["+08:00"]),
    ("at 2026-11-22 16:57:01-0500", ["2026-11-22 16:57:01-0500"], ["-0500"]),
    ("made 2026-11-22T16:57:00.840428", ["2026-11-22T16:57:00.840428"], ["-05:00"]),
    ("at 2026-11-22T21:57:00Z", [], []), ("at 2026-11-22T21:57:00+00:00", [], []),
    ("made 2026-11-22T21:57:00", [], []), ("made 2024-01-02T03:04:05", [], []),
    ("at 2026-13-23T05:57:01+08:00", [], []),
  ])
  func `know local times`(text: String, times: [String], offsets: [String]) {
    let result = told(prompt: text)
    #expect(result.values("place.local_time") == times, "\(text)")
    #expect(result.values("place.utc_offset") == offsets, "\(text)")
  }

  @Test(arguments: [
    ("Linux 6.18.44-fc-v782", ["6.18.44-fc-v782"]),
    ("Linux-6.8.0-41-generic-x86_64-with-glibc2.36", ["6.8.0-41-generic"]),
    ("Darwin 24.1.0", ["24.1.0"]), ("Linux 12", []), ("GNU/Linux is free", []),
    ("MyLinux 6.1.0", []),
  ])
  func `know kernels`(text: String, kernels: [String]) {
    #expect(told(prompt: text).values("machine.kernel") == kernels)
  }

  @Test(arguments: [
    ("bound to 10.77.1.23:80", ["10.77.1.23"]), ("192.168.7.44", ["192.168.7.44"]),
    ("version 10.0.19045", []), ("127.0.0.1", []), ("8.8.8.8", []), ("1.10.77.1.23", []),
    ("192.168.1.1", []),
  ])
  func `know private addresses`(text: String, addresses: [String]) {
    #expect(told(prompt: text).values("network.private_address") == addresses)
  }

  @Test(arguments: [
    ("bound to [fd12:3456:789a:1::10]:80", ["fd12:3456:789a:1::10"]),
    ("peers fdab::7, and fc00:1::2.", ["fc00:1::2", "fdab::7"]),
    ("inet6 fe80::1ff:fe23:4567:890a%eth0 up", ["fe80::1ff:fe23:4567:890a%eth0"]),
    ("fe80::1ff:fe23:4567:890a", []), ("::1 and 2001:db8::5", []), ("2a00:1450:4001::5e", []),
    ("at 12:30:05 fd12", []), ("std::fd12::x", []), ("fd:12:34:56:78:9a", []),
    ("fd12:34", []), ("range fd00::/8", []), ("a.fd12:3456::1x", []),
  ])
  func `know private addresses of IPv6`(text: String, addresses: [String]) {
    #expect(told(prompt: text).values("network.private_address") == addresses)
  }

  @Test(arguments: [
    ("Error: x\n    at load (/srv/acme/app.js:10:5)\n", ["at load (/srv/acme/app.js:10:5)"]),
    ("    at /srv/acme/app.js:10:5\n", ["at /srv/acme/app.js:10:5"]),
    ("\tat org.acme.App.main(App.java:12)\n", ["at org.acme.App.main(App.java:12)"]),
    ("\tat org.acme.AppKt.run(App.kt:7)", ["at org.acme.AppKt.run(App.kt:7)"]),
    ("main.main()\n\t/srv/acme/main.go:12 +0x1d\n", ["/srv/acme/main.go:12 +0x1d"]),
    ("             at ./src/main.rs:4:5\n", ["at ./src/main.rs:4:5"]),
    (
      #"   at Acme.App.Main(String[] args) in C:\src\App.cs:line 12"#,
      [#"at Acme.App.Main(String[] args) in C:\src\App.cs:line 12"#]
    ),
    ("/srv/acme/main.swift:12: Fatal error: none", ["/srv/acme/main.swift:12: Fatal error: none"]),
    ("\tfrom /srv/acme/app.rb:12:in 'call'\n", ["from /srv/acme/app.rb:12:in 'call'"]),
    ("look at https://acme.example:8080/x", []), ("meet at noon (App.java:12)", []),
    ("we met at org.acme.App (App.java:12)", []), ("see /srv/acme/main.go:12 + 3", []),
    ("at ./notes/today.md:4", []), ("/srv/acme/app.rb:12:in time", []),
    ("at C:line 12", []),
  ])
  func `know frames of stack traces`(text: String, frames: [String]) {
    #expect(told(prompt: text).values("workspace.stack_trace") == frames, "\(text)")
  }

  @Test(arguments: [
    ("marisol:hunter2", ["marisol"]), ("api:hunter2", []), ("a1B2c3D4e5F6g7H8:", []),
    ("x-access-token:hunter2", []),
  ])
  func `know the user of Basic credentials from keys and roles`(pair: String, users: [String]) {
    var scene = Scene()
    let token = Data(pair.utf8).base64EncodedString()
    scene.request(
      "api.openai.com/v1/chat/completions", [("authorization", "Basic \(token)")], json: "{}")
    #expect(scene.result().values("identity.username") == users)
  }

  @Test(arguments: [
    ("ghp_" + String(repeating: "a1B2", count: 9), "account.token"),
    ("sk-ant-" + String(repeating: "a1B2", count: 9), "account.api_key"),
    ("AKIA" + "IOSFODNN7EXAMPL3", "account.cloud_account"),
  ])
  func `know keys by their shape`(key: String, attribute: String) {
    let found = told(prompt: "export KEY=\(key) # mine").disclosures(attribute)
    #expect(found.count == 1)
    #expect(found.first?.basis == [.recogniser])
    if attribute != "account.cloud_account" {
      #expect(found.first?.isRedacted == true)
      #expect(found.first?.value.contains("a1B2") == false)
    }
  }

  @Test(arguments: [
    "sk-ant-your-key-goes-here-please-now", "ghp_short1", "task-proj-1a2b3c4d5e6f7a8b9c0d1e2f3a4b",
  ])
  func `leave placeholders alone`(text: String) {
    let result = told(prompt: text)
    #expect(result.disclosures("account.api_key").isEmpty)
    #expect(result.disclosures("account.token").isEmpty)
  }
}

@Suite struct `Environment blocks` {
  @Test func `are read line by line`() {
    let result = told(
      prompt: """
        # Environment
         - Primary working directory: /srv/orchard
         - Is a git repository: true
         - Platform: linux
         - Shell: zsh
         - OS Version: Linux 6.1.0-18-amd64

        Current branch: feature/tz

        Git user: Marisol Quintana

        Status:
        M main.swift

        Recent commits:
        d253560 seed the ledger
        """)
    #expect(result.values("workspace.path") == ["/srv/orchard"])
    #expect(result.values("workspace.vcs") == ["true"])
    #expect(result.values("machine.os").contains("linux"))
    #expect(result.values("toolchain.shell") == ["zsh"])
    #expect(result.values("machine.kernel") == ["6.1.0-18-amd64"])
    #expect(result.values("workspace.branch") == ["feature/tz"])
    #expect(result.values("identity.person_name") == ["Marisol Quintana"])
    #expect(result.values("workspace.commit") == ["d253560"])
    #expect(result.values("workspace.status").contains("M main.swift"))
  }

  @Test func `are read tag by tag`() {
    let result = told(
      prompt: "<environment_context>\n  <cwd>/srv/app</cwd>\n  <shell>bash</shell>\n"
        + "  <current_date>2026-11-22</current_date>\n  <timezone>Europe/Lisbon</timezone>\n</environment_context>"
    )
    #expect(result.values("workspace.path") == ["/srv/app"])
    #expect(result.values("toolchain.shell") == ["bash"])
    #expect(result.values("place.local_time") == ["2026-11-22"])
    #expect(result.values("place.timezone") == ["Europe/Lisbon"])
  }

  @Test(arguments: [
    "Language: English", "Platform: linux", "Shell: bash", "Working directory: <path>",
    "Working directory: ./src", "branch: main", "Status: open",
  ])
  func `need more than one weak line`(text: String) {
    let result = told(prompt: "Write a story.\n\(text)\nThe end.")
    #expect(
      result.disclosures.filter { $0.signal == "recogniser.environment-block" }.isEmpty, "\(text)")
  }

  @Test func `are not sought in descriptions of tools`() {
    var scene = Scene()
    scene.request(
      "api.anthropic.com/v1/messages",
      json:
        #"{"model":"m","messages":[],"tools":[{"name":"cd","description":"goes to /home/ada/x"}]}"#)
    #expect(scene.result().disclosures("identity.home_path").isEmpty)
  }
}
