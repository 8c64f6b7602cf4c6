import Foundation

/// Who uses the machine.
extension MachineFacts {
  func tellPerson(_ list: inout FactList) {
    list.add("identity.username", system.user)
    for name in ["USER", "LOGNAME", "SUDO_USER"] { list.add("identity.username", variable(name)) }
    list.add("identity.home_path", variable("HOME"))
    list.add("identity.home_path", system.home)
    list.add("identity.person_name", system.fullName)
    let git = gitSettings()
    for name in ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"] {
      list.add("identity.person_name", variable(name))
    }
    for name in git.values(section: "user", key: "name") { list.add("identity.person_name", name) }
    for name in ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL", "EMAIL"] {
      list.add("identity.email", variable(name))
    }
    for mail in git.values(section: "user", key: "email") { list.add("identity.email", mail) }
    for name in files.names(home + "/.ssh") where name.hasSuffix(".pub") {
      // Algorithm, key, comment: usually user@host (sshd(8)).
      let words = (files.line(home + "/.ssh/" + name) ?? "").split(separator: " ", maxSplits: 2)
      if words.count == 3, words[2].contains("@") {
        list.add("identity.ssh_identity", String(words[2]))
      }
    }
    for path in ["/etc/machine-id", "/var/lib/dbus/machine-id", "/sys/class/dmi/id/product_uuid"] {
      list.add("identity.machine_id", files.line(path))
    }
    for name in files.names("/sys/class/net") where name != "lo" {
      let address = files.line("/sys/class/net/\(name)/address")
      if address?.contains(where: { $0 != "0" && $0 != ":" }) == true {
        list.add("identity.mac_address", address)
      }
    }
  }
}
