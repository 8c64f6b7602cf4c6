"""What tshark says of a capture: frames, and per flow its frames and byte streams."""

import base64
import hashlib
import json
import re
import subprocess

PREFERENCES = [
    "-o", "tcp.reassemble_out_of_order:TRUE", "-o", "tcp.check_checksum:FALSE",
    "-o", "ip.check_checksum:FALSE", "-o", "ip.defragment:TRUE", "-o", "ipv6.defragment:TRUE",
]
FIELDS = [
    "frame.number", "frame.protocols", "tcp.stream", "udp.stream", "ip.src", "ip.dst", "ipv6.src",
    "ipv6.dst", "tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport", "tcp.seq_raw",
    "tcp.ack_raw", "tcp.len", "tcp.flags", "tcp.payload",
]
# Streams followed in one run.
BATCH = 400
MISSING = re.compile(rb"^\[(\d+) bytes missing in capture file\]\0?$")
# A change of this makes kept answers void.
EDITION = "6"
SYN, FIN, ACK, RST = 2, 1, 16, 4


def version():
    first = subprocess.run(["tshark", "--version"], capture_output=True, text=True).stdout
    return first.splitlines()[0].strip()


def answer(capture, cache, tshark):
    """The oracle's answer, kept by the capture's digest so that it is asked once."""
    name = hashlib.sha256(capture.read_bytes() + tshark.encode() + EDITION.encode()).hexdigest()
    kept = cache / f"{name[:32]}.json"
    if kept.exists():
        return json.loads(kept.read_text(encoding="utf-8"))
    result = ask(capture)
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(result), encoding="utf-8")
    return result


def ask(capture):
    frames, flows = conversations(capture)
    streams = [flow for flow in flows if flow["protocol"] == "TCP" and flow["merged"]]
    for start in range(0, len(streams), BATCH):
        follow(capture, streams[start:start + BATCH])
    return {"frames": frames, "flows": flows}


def conversations(capture):
    """(frames, flows): a flow is {protocol, stream, ends, frames, merged, streams}."""
    command = ["tshark", "-n", "-r", capture, *PREFERENCES, "-T", "fields", "-E", "occurrence=l"]
    for field in FIELDS:
        command += ["-e", field]
    output = subprocess.run(command, capture_output=True, text=True).stdout
    frames = 0
    flows = {}
    for line in output.splitlines():
        cells = dict(zip(FIELDS, (line.split("\t") + [""] * len(FIELDS))))
        frames += 1
        layers = cells["frame.protocols"].split(":")
        transport = next((layer for layer in reversed(layers) if layer in ("tcp", "udp")), None)
        # What an ICMP error quotes is no packet of that flow.
        if not transport or "icmp" in layers or "icmpv6" in layers or not cells[f"{transport}.stream"]:
            continue
        until = len(layers) - layers[::-1].index(transport)
        network = next(layer for layer in reversed(layers[:until]) if layer in ("ip", "ipv6"))
        ends = [f"{cells[f'{network}.{side}']} {cells[f'{transport}.{side}port']}"
                for side in ("src", "dst")]
        stream = int(cells[f"{transport}.stream"])
        flow = flows.setdefault((transport, stream), {
            "protocol": transport.upper(), "stream": stream, "ends": sorted(ends), "frames": 0,
            "merged": {}, "streams": {},
        })
        flow["frames"] += 1
        if transport == "tcp":
            for end in ends:
                flow["merged"].setdefault(end, Merged())
            segment(cells, *(flow["merged"][end] for end in ends))
    for flow in flows.values():
        flow["merged"] = {
            end: side.result() for end, side in flow["merged"].items()
        } if any(side.pieces or side.end for side in flow["merged"].values()) else {}
    return frames, list(flows.values())


def segment(cells, sender, receiver):
    flags = int(cells["tcp.flags"], 16)
    sequence = int(cells["tcp.seq_raw"])
    payload = bytes.fromhex(cells["tcp.payload"])
    if flags & (SYN | ACK) == SYN | ACK and receiver.base is None:
        receiver.base = int(cells["tcp.ack_raw"])
    if flags & ACK and not flags & RST:
        receiver.acknowledge(int(cells["tcp.ack_raw"]))
    sender.take(sequence, flags, payload, int(cells["tcp.len"] or 0))


class Merged:
    """One direction of a flow, laid out by tshark's sequence numbers; what came first stays.

    tshark's own streams end at the first hole that nobody acknowledged, so positions of gaps are
    taken from here.
    """

    def __init__(self):
        self.base = None
        self.next = 0
        self.pieces = []
        self.end = 0
        self.acknowledged = 0
        self.finish = None

    def offset(self, sequence):
        """Counted from the first byte, near to where the stream is."""
        return self.next + (sequence - self.base - self.next + (1 << 31)) % (1 << 32) - (1 << 31)

    def take(self, sequence, flags, payload, length):
        if flags & RST:
            return
        if flags & SYN:
            sequence = (sequence + 1) % (1 << 32)
            if not self.pieces:
                self.base, self.next = sequence, 0
        if self.base is None:
            self.base = sequence
        start = self.offset(sequence)
        if abs(start - self.next) >= 1 << 30:
            return
        if payload:
            self.pieces.append((start, payload))
        if length and start + length > self.end:
            self.end = start + length
        if length or flags & FIN:
            self.next = max(self.next, start + length)
        if flags & FIN and self.finish is None:
            self.finish = start + length

    def acknowledge(self, number):
        if self.base is not None:
            self.acknowledged = max(self.acknowledged, self.offset(number))

    def result(self):
        covered = []
        digest, position, gaps = hashlib.sha256(), 0, []
        stream = {}
        for start, payload in self.pieces:
            stop = start + len(payload)
            cut = [(start, stop)]
            for low, high in covered:
                cut = [part for a, b in cut for part in ((a, min(b, low)), (max(a, high), b))
                       if part[0] < part[1]]
            for a, b in cut:
                covered.append((a, b))
                stream[a] = payload[a - start:b - start]
        for start in sorted(stream):
            data = stream[start][max(0, -start):]
            start = max(0, start)
            if not data:
                continue
            if start > position:
                gaps.append([position, start - position])
            digest.update(data)
            position = start + len(data)
        # The first FIN says where the stream ends; it is acknowledged like a byte.
        end = max(self.end, self.finish if self.finish is not None else self.acknowledged - 1)
        if 0 < end - position < 1 << 30:
            gaps.append([position, end - position])
            position = end
        return {"bytes": position, "sha256": digest.hexdigest(), "gaps": gaps}


def follow(capture, flows):
    """Fills in the byte streams of TCP flows."""
    command = ["tshark", "-n", "-r", capture, "-q", *PREFERENCES]
    # Answers come in the reverse order of the questions.
    for flow in reversed(flows):
        command += ["-z", f"follow,tcp,yaml,{flow['stream']}"]
    output = subprocess.run(command, capture_output=True).stdout
    sections = output.split(b"peers:\n")[1:]
    if len(sections) != len(flows):
        raise ValueError(f"{capture}: tshark followed {len(sections)} of {len(flows)} streams")
    for flow, section in zip(flows, sections):
        flow["streams"] = streams(section, flow, capture)


def streams(section, flow, capture):
    """{end: {bytes, sha256, gaps}} of one followed stream."""
    head, _, body = section.partition(b"packets:")
    hosts = [line.partition(b":")[2].strip().decode() for line in head.splitlines()
             if line.strip().startswith((b"host:", b"port:"))]
    ends = [f"{hosts[0]} {hosts[1]}", f"{hosts[2]} {hosts[3]}"]
    if hosts[0] and sorted(ends) != flow["ends"]:
        raise ValueError(f"{capture}: stream {flow['stream']} is of {ends}, not {flow['ends']}")
    digests = [hashlib.sha256(), hashlib.sha256()]
    lengths = [0, 0]
    gaps = [[], []]
    for packet in body.split(b"  - packet: ")[1:]:
        peer = int(re.search(rb"peer: (\d)", packet).group(1))
        data = base64.b64decode(packet.partition(b"!!binary |\n")[2])
        missing = MISSING.match(data)
        if missing:
            count = int(missing.group(1))
            gaps[peer].append([lengths[peer], count])
            lengths[peer] += count
        else:
            digests[peer].update(data)
            lengths[peer] += len(data)
    return {
        end: {"bytes": length, "sha256": digest.hexdigest(), "gaps": gap}
        for end, length, digest, gap in zip(ends, lengths, digests, gaps) if length
    }
