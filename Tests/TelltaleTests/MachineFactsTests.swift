import Analysis
import Foundation
import Knowledge
import Telltale
import TestKit
import Testing

/// `telltale profile` on a machine that is a folder of files, an environment, and what calls would say.
@Suite final class `Facts of a machine` {
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "telltale-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  private func write(_ path: String, _ text: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func link(_ path: String, to target: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: target)
  }

  private func facts(
    _ environment: [String: String] = [:], folder: String = "/srv/orchard",
    _ change: (inout SystemFacts) -> Void = { _ in }
  ) -> [String: [String]] {
    var system = SystemFacts()
    change(&system)
    let profile = MachineFacts(
      files: MachineFiles(root: root.path), environment: environment, system: system,
      workingFolder: folder
    ).collect()
    return Dictionary(grouping: profile.facts, by: \.attribute).mapValues { $0.map(\.value) }
  }

  @Test func `tell the zone from TZ, the link or the file, in that order`() throws {
    try write("etc/timezone", "Europe/Vienna\n")
    #expect(facts()["place.timezone"] == ["Europe/Vienna"])
    try link("etc/localtime", to: "/usr/share/zoneinfo/Asia/Tokyo")
    #expect(facts()["place.timezone"] == ["Asia/Tokyo"])
    #expect(facts(["TZ": ":America/Lima"])["place.timezone"] == ["America/Lima"])
    #expect(facts(["TZ": "/usr/share/zoneinfo/UTC"])["place.timezone"] == ["UTC"])
  }

  @Test func `tell locales once each, and none that says nothing`() throws {
    try write("etc/locale.conf", "LANG=\"pt_PT.UTF-8\"\n# LC_ALL=xx_XX\n")
    let found = facts(["LANG": "de_AT.UTF-8", "LC_ALL": "C", "LANGUAGE": "de_AT:en_GB@euro"])
    #expect(found["place.locale"] == ["de_AT", "en_GB", "pt_PT"])
  }

  @Test func `tell who the user is to git and to SSH`() throws {
    try write(
      "home/mira/.gitconfig",
      "[user]\n\tname = \"Mira Okafor\" ; me\n\temail = mira@harbour.example\n")
    try write("home/mira/.ssh/id_ed25519.pub", "ssh-ed25519 AAAAC3Nz mira@slate\n")
    try write("home/mira/.ssh/id_ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----\n")
    try write("etc/machine-id", "0123456789abcdef0123456789abcdef\n")
    try write("sys/class/net/lo/address", "00:00:00:00:00:00\n")
    try write("sys/class/net/eth0/address", "52:54:00:12:34:56\n")
    let found = facts(["HOME": "/home/mira", "USER": "mira"]) {
      $0.user = "mira"
      $0.fullName = "M. Okafor"
    }
    #expect(found["identity.username"] == ["mira"])
    #expect(found["identity.home_path"] == ["/home/mira"])
    #expect(found["identity.person_name"] == ["M. Okafor", "Mira Okafor"])
    #expect(found["identity.email"] == ["mira@harbour.example"])
    #expect(found["identity.ssh_identity"] == ["mira@slate"])
    #expect(found["identity.machine_id"] == ["0123456789abcdef0123456789abcdef"])
    #expect(found["identity.mac_address"] == ["52:54:00:12:34:56"])
    #expect(!found.values.joined().contains { $0.contains("PRIVATE KEY") })
  }

  @Test func `tell what the machine is`() throws {
    let id = String(repeating: "5f", count: 32)
    try write("etc/hosts", "127.0.0.1 localhost\n10.0.0.5\tslate.harbour.example slate # mine\n")
    try write("etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID='12'\n")
    try write("proc/cpuinfo", "processor\t: 0\nmodel name\t: AMD EPYC 7B13\n")
    try write("proc/meminfo", "MemTotal:       16384000 kB\nMemFree: 1 kB\n")
    try write("proc/self/cgroup", "0::/docker/\(id)\n")
    try write(".dockerenv", "")
    let found = facts(["WSL_DISTRO_NAME": "Debian"]) {
      $0.hostname = "slate"
      $0.kernelRelease = "5.15.90.1-microsoft-standard-WSL2"
      $0.processors = 8
    }
    #expect(found["machine.hostname"] == ["slate", "slate.harbour.example"])
    #expect(found["machine.distribution"] == ["Debian GNU/Linux 12 (bookworm)"])
    #expect(found["machine.os_version"] == ["12"])
    #expect(found["machine.cpu_model"] == ["AMD EPYC 7B13"])
    #expect(found["machine.cpu_count"] == ["8"])
    #expect(found["machine.memory_total"] == ["16777216000"])
    #expect(found["machine.container"] == ["docker", id])
    #expect(found["machine.wsl"] == ["Debian"])
  }

  @Test func `tell the network without users and passwords, and no public address`() throws {
    try write("etc/resolv.conf", "nameserver 10.0.0.1\nsearch harbour.example lan\n")
    let found = facts([
      "https_proxy": "http://mira:hunter2@proxy.harbour.example:3128",
      "ANTHROPIC_BASE_URL": "https://k:secret@llm.harbour.example/v1",
      "ANTHROPIC_API_KEY": "sk-ant-api03-not-to-be-read",
    ]) { $0.addresses = ["172.31.0.4", "172.32.0.4", "8.8.8.8", "fd00::5", "2001:db8::1"] }
    #expect(found["network.private_address"] == ["172.31.0.4", "fd00::5"])
    #expect(found["network.dns_suffix"] == ["harbour.example"])
    #expect(found["network.proxy"] == ["http://proxy.harbour.example:3128"])
    #expect(found["network.base_url"] == ["https://llm.harbour.example/v1"])
    let all = found.values.joined().joined(separator: "\n")
    #expect(!all.contains("hunter2") && !all.contains("secret") && !all.contains("sk-ant"))
  }

  @Test func `tell the repository around the working folder`() throws {
    try write(
      "srv/orchard/.git/config",
      "[remote \"origin\"]\n\turl = https://mira:ghp_x@git.harbour.example/fruit/orchard.git\n")
    try write("srv/orchard/.git/HEAD", "ref: refs/heads/feature/pears\n")
    try write("srv/orchard/.git/packed-refs", "# pack-refs\n8f3c1a9e refs/heads/feature/pears\n")
    let found = facts(["TMPDIR": "/var/tmp/mira"], folder: "/srv/orchard/Sources/Tree")
    #expect(found["workspace.path"] == ["/srv/orchard/Sources/Tree", "/srv/orchard"])
    #expect(found["workspace.project_name"] == ["orchard"])
    #expect(found["workspace.repository"] == ["https://git.harbour.example/fruit/orchard.git"])
    #expect(found["workspace.branch"] == ["feature/pears"])
    #expect(found["workspace.commit"] == ["8f3c1a9e"])
    #expect(found["workspace.temp_path"] == ["/var/tmp/mira"])
    try write("srv/orchard/.git/HEAD", "4be0c2d1\n")
    let detached = facts(folder: "/srv/orchard")
    #expect(detached["workspace.branch"] == nil)
    #expect(detached["workspace.commit"] == ["4be0c2d1"])
  }

  @Test func `tell a linked working tree by the repository it belongs to`() throws {
    try write(
      "srv/orchard/.git/config", "[remote \"up\"]\nurl = git@git.harbour.example:fruit/o.git\n")
    try write("srv/orchard/.git/refs/heads/figs", "77aa00bb\n")
    try write("srv/orchard/.git/worktrees/figs/HEAD", "ref: refs/heads/figs\n")
    try write("srv/orchard/.git/worktrees/figs/commondir", "../..\n")
    try write("srv/figs/.git", "gitdir: /srv/orchard/.git/worktrees/figs\n")
    let found = facts(folder: "/srv/figs")
    #expect(found["workspace.repository"] == ["git@git.harbour.example:fruit/o.git"])
    #expect(found["workspace.branch"] == ["figs"])
    #expect(found["workspace.commit"] == ["77aa00bb"])
  }

  @Test func `tell versions that stand in files beside the programs`() throws {
    try link("opt/py/bin/python3", to: "python3.13")
    try write("opt/node/bin/node", "")
    try write(
      "opt/node/include/node/node_version.h",
      "#define NODE_MAJOR_VERSION 22\n#define NODE_MINOR_VERSION 9\n#define NODE_PATCH_VERSION 1\n")
    try write("opt/go/bin/go", "")
    try write("opt/go/VERSION", "go1.23.4\ntime 2024-12-03\n")
    try write("srv/orchard/.nvmrc", "lts/iron\n")
    try write("srv/orchard/.python-version", "3.12.1\n")
    let found = facts(["PATH": "/opt/py/bin:/opt/node/bin:relative:/opt/go/bin", "EDITOR": "vim"])
    #expect(
      found["toolchain.runtime"] == ["Python 3.13", "Node.js 22.9.1", "go1.23.4", "3.12.1"])
    #expect(found["toolchain.editor"] == ["vim"])
  }

  @Test func `pass over files and values that are too large to be facts`() throws {
    try write("etc/hostname", String(repeating: "a", count: (4 << 20) + 1))
    let found = facts(["EDITOR": String(repeating: "e", count: Profile.valueLimit + 1)])
    #expect(found["machine.hostname"] == nil)
    #expect(found["toolchain.editor"] == nil)
  }

  @Test func `of this machine are in the vocabulary, each once`() throws {
    let profile = MachineFacts().collect()
    #expect(!profile.facts.isEmpty)
    for fact in profile.facts {
      #expect(Catalogue.builtIn.attribute(id: fact.attribute) != nil, "\(fact.attribute)")
    }
    #expect(Set(profile.facts).count == profile.facts.count)
  }
}
