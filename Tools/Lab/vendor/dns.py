"""A name server for which every name exists."""

import asyncio
import hashlib
import ipaddress
import struct

A, AAAA = 1, 28
NAME_ERROR = 3
UNKNOWN_SUFFIXES = {"local", "internal", "lan", "arpa"}
"""Last labels that get "no such name", as a public resolver would say."""


class Names:
    """Which address each name has: derived from the name, so it is the same in every run."""

    def __init__(self, ipv4_prefix="198.18", ipv6_prefix="", proxy="10.77.2.9"):
        self.ipv4_prefix, self.ipv6_prefix, self.proxy = ipv4_prefix, ipv6_prefix, proxy

    def ipv4(self, name):
        name = name.lower().rstrip(".")
        if name.startswith("proxy."):
            return self.proxy
        digest = hashlib.sha256(name.encode()).digest()
        return f"{self.ipv4_prefix}.{digest[0]}.{1 + digest[1] % 254}"

    def ipv6(self, name):
        digest = hashlib.sha256(name.lower().rstrip(".").encode()).digest()
        return f"{self.ipv6_prefix}:0:1::{digest[0]:x}{digest[1]:02x}"

    def lookup(self, name, kind):
        """(response code, address or None) for a question."""
        if name.rsplit(".", 1)[-1].lower() in UNKNOWN_SUFFIXES:
            return NAME_ERROR, None
        if kind == A:
            return 0, self.ipv4(name)
        if kind == AAAA and self.ipv6_prefix:
            return 0, self.ipv6(name)
        return 0, None


def answer(query, names):
    """(response bytes, name, kind, address) for one query datagram of one question."""
    identifier, _, _ = struct.unpack_from("!HHH", query)
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1:at + 1 + query[at]].decode("latin-1"))
        at += 1 + query[at]
    kind, _ = struct.unpack_from("!HH", query, at + 1)
    question, name = query[12:at + 5], ".".join(labels)
    code, address = names.lookup(name, kind)
    record = b""
    if address:
        data = ipaddress.ip_address(address).packed
        record = b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(data)) + data
    header = struct.pack("!HHHHHH", identifier, 0x8180 | code, 1, 1 if address else 0, 0, 0)
    return header + question + record, name, kind, address


class NameServer(asyncio.DatagramProtocol):
    """Answers over UDP and writes each question to the truth log."""

    def __init__(self, names, log):
        self.names, self.log = names, log

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, peer):
        try:
            response, name, kind, address = answer(data, self.names)
        except (IndexError, struct.error):
            return
        self.log.write("dns.jsonl", name=name, qtype=kind, client_port=peer[1], answer=address)
        self.transport.sendto(response, peer)
