import Foundation

/// What the machine is.
extension MachineFacts {
  func tellMachine(_ list: inout FactList) {
    list.add("machine.hostname", system.hostname)
    list.add("machine.hostname", files.line("/etc/hostname"))
    list.add("machine.hostname", fullHostname())
    list.add("machine.os", system.operatingSystem)
    list.add("machine.kernel", system.kernelRelease)
    list.add("machine.kernel", system.kernelBuild)
    list.add("machine.architecture", system.architecture)
    let release = ["/etc/os-release", "/usr/lib/os-release"].lazy.map { files.assignments($0) }
      .first { !$0.isEmpty }
    list.add("machine.distribution", release?["PRETTY_NAME"])
    list.add("machine.os_version", release?["VERSION_ID"])
    list.add("machine.cpu_model", field("model name", of: "/proc/cpuinfo"))
    list.add("machine.cpu_count", system.processors.map(String.init))
    if let total = field("MemTotal", of: "/proc/meminfo"),
      let kibibytes = Int(total.prefix { $0.isNumber })
    {
      list.add("machine.memory_total", String(kibibytes * 1024))
    }
    list.add("machine.model", files.line("/sys/class/dmi/id/product_name"))
    for card in files.names("/proc/driver/nvidia/gpus") {
      list.add("machine.gpu", field("Model", of: "/proc/driver/nvidia/gpus/\(card)/information"))
    }
    if files.exists("/.dockerenv") { list.add("machine.container", "docker") }
    if files.exists("/run/.containerenv") { list.add("machine.container", "podman") }
    list.add("machine.container", containerID())
    if system.kernelRelease?.lowercased().contains("microsoft") == true {
      list.add("machine.wsl", variable("WSL_DISTRO_NAME") ?? "WSL")
    }
  }

  /// The value of the first `name : value` line.
  private func field(_ name: String, of path: String) -> String? {
    for line in (files.text(path) ?? "").split(separator: "\n") where line.hasPrefix(name) {
      guard let colon = line.firstIndex(of: ":"),
        line[..<colon].trimmingCharacters(in: .whitespaces) == name
      else { continue }
      return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }

  /// The name with a domain that `/etc/hosts` gives this host.
  private func fullHostname() -> String? {
    guard let short = system.hostname?.lowercased() else { return nil }
    for line in (files.text("/etc/hosts") ?? "").split(separator: "\n") {
      let names = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.dropFirst()
      if let full = names.first(where: { $0.lowercased().hasPrefix(short + ".") }) {
        return String(full)
      }
    }
    return nil
  }

  /// The 64 hex digits by which container runtimes name the mounts of a container.
  private func containerID() -> String? {
    for path in ["/proc/self/cgroup", "/proc/self/mountinfo"] {
      for line in (files.text(path) ?? "").split(separator: "\n")
      where ["docker", "containers", "kubepods", "libpod"].contains(where: { line.contains($0) }) {
        let words = line.split { !$0.isHexDigit }
        if let id = words.first(where: { $0.utf8.count == 64 }) { return String(id) }
      }
    }
    return nil
  }
}
