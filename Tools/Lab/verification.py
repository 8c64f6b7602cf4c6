"""Asks tshark whether a recording can be decrypted, and holds that against the truth log."""

import collections
import functools
import json

from layout import OUTPUT, run


@functools.cache
def tshark_version():
    return run("tshark", "--version", check=False).stdout.split("\n")[0].split(" (")[0]


def read_lines(path):
    """The objects of a `.jsonl` file; none when it is absent."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Recorded:
    """A recording on disk, read through tshark."""

    def __init__(self, folder):
        self.folder = folder
        self.capture = next(folder.glob("capture.*"))
        self.facts = json.loads((folder / "env.json").read_text(encoding="utf-8"))
        self.requests = read_lines(folder / "requests.jsonl")
        self.connections = read_lines(folder / "conns.jsonl")

    def fields(self, display_filter, *names):
        """The named fields of each frame that matches a display filter."""
        command = ["tshark", "-n", "-r", self.capture]
        command += ["-o", f"tls.keylog_file:{self.folder / 'keys.log'}", "-Y", display_filter]
        command += ["-T", "fields", *(part for name in names for part in ("-e", name))]
        return [line for line in run(*command, check=False).stdout.splitlines() if line]

    def frames(self, display_filter):
        return len(self.fields(display_filter, "frame.number"))

    def counts(self):
        """(HTTP/1 requests, HTTP/2 requests, QUIC frames) as tshark sees them."""
        http1 = self.frames("http.request && !udp")
        http2 = self.fields("http2.headers.method", "http2.headers.method")
        return http1, sum(len(line.split(",")) for line in http2), self.frames("quic")

    def over_tcp(self):
        """The requests of the truth log that tshark should have found."""
        return [
            request for request in self.requests
            if request["method"] != "WS-MESSAGE" and request.get("transport") != "quic"
        ]


def verify(scenario):
    """Writes NOTES.md beside the capture and returns the verdict in one line."""
    recorded = Recorded(OUTPUT / scenario.name)
    http1, http2, quic = recorded.counts()
    expected, found = len(recorded.over_tcp()), http1 + http2
    if not expected:
        verdict = "nothing to decrypt"
    else:
        verdict = "YES" if found >= expected else ("PARTLY" if found else "NO")
    frames, size = recorded.frames("frame"), recorded.capture.stat().st_size
    websocket = sum(request["method"] == "WS-MESSAGE" for request in recorded.requests)
    http3 = sum(request.get("transport") == "quic" for request in recorded.requests)
    parameters = sorted({
        f"{connection['tls']} {connection['cipher']} alpn={connection['alpn']}"
        for connection in recorded.connections
    })
    names = collections.Counter(recorded.fields(
        "tls.handshake.type == 1", "tls.handshake.extensions_server_name"))
    requests = collections.Counter(
        (request["method"], request.get("host") or "", request["path"].split("?")[0][:120])
        for request in recorded.requests)
    facts = recorded.facts
    lines = [
        f"# {scenario.name}", "", facts["description"], "",
        f"- tool: {facts['version']}",
        f"- command: `{' '.join(facts['argv'])[:400]}`",
        f"- exit: {facts['exit']}",
        f"- capture: {recorded.capture.name}, {frames} packets, {size} bytes",
        f"- TLS: {'; '.join(parameters) or 'none'}",
        f"- names asked for: {', '.join(f'{name} ×{n}' for name, n in names.items()) or 'none'}",
        f"- decrypts in {tshark_version()}: **{verdict}**: it saw {http1} HTTP/1 and {http2} HTTP/2"
        f" requests; the vendor logged {expected} over TCP, {http3} over HTTP/3 and"
        f" {websocket} WebSocket messages",
        "", "## Requests", "",
        *(f"- {n}× {method} {host}{path}" for (method, host, path), n in requests.items()),
    ]
    (recorded.folder / "NOTES.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return (f"{frames} packets, {size} bytes, tshark {verdict} "
            f"({http1} + {http2} of {expected} requests, {quic} QUIC frames)")
