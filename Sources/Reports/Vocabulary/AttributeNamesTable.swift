/// Words for attributes that their ids do not spell the way people do.
let attributeNames: [String: String] = [
  "account.api_key": "API key",
  "account.cloud_account": "cloud account",
  "account.telemetry_key": "telemetry key",
  "behaviour.usage": "token counts, cost",
  "behaviour.latency": "durations, retries",
  "covert.attestation": "client attestation",
  "covert.confusable_letter": "look-alike letter",
  "covert.normalization": "Unicode normalization",
  "covert.obfuscated_identifier": "disguised identifier",
  "covert.ordering": "order of items",
  "covert.punctuation_homoglyph": "punctuation look-alike",
  "covert.space_variant": "unusual white space",
  "identity.account_id": "account id",
  "identity.analytics_id": "analytics id",
  "identity.device_id": "device id",
  "identity.email": "e-mail address",
  "identity.home_path": "home directory",
  "identity.installation_id": "installation id",
  "identity.mac_address": "MAC address",
  "identity.machine_id": "machine id",
  "identity.organization_id": "organization",
  "identity.session_id": "session id",
  "identity.ssh_identity": "ssh identity",
  "identity.username": "user name",
  "machine.architecture": "CPU architecture",
  "machine.ci": "CI environment",
  "machine.cpu_count": "CPU count",
  "machine.cpu_model": "CPU model",
  "machine.gpu": "GPU",
  "machine.hostname": "host name",
  "machine.memory_total": "memory",
  "machine.os": "operating system",
  "machine.os_version": "OS version",
  "machine.wsl": "WSL",
  "network.base_url": "base URL",
  "network.dns_query": "DNS query",
  "network.dns_suffix": "DNS suffix",
  "network.tcp_fingerprint": "TCP fingerprint",
  "network.tls_fingerprint": "TLS fingerprint",
  "network.tls_interception": "TLS interception",
  "place.accept_language": "Accept-Language",
  "place.source_address": "source address",
  "place.timezone": "time zone",
  "place.utc_offset": "UTC offset",
  "toolchain.mcp_servers": "MCP servers",
  "toolchain.sdk_version": "SDK version",
  "workspace.path": "working directory",
  "workspace.vcs": "version control",
]

/// The order in which reports go through categories of equal weight.
let categoryOrder = [
  "covert", "account", "identity", "place", "machine", "network", "workspace", "content",
  "toolchain", "behaviour",
]

/// What people call an attribute: `machine.kernel` is a kernel.
func attributeName(_ id: String) -> String {
  if let name = attributeNames[id] { return name }
  let name = id.split(separator: ".", maxSplits: 1).last ?? ""
  return String(name.map { $0 == "_" ? " " : $0 })
}
