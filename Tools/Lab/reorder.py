#!/usr/bin/env python3
"""reorder.py IN.pcapng OUT.pcapng: swaps one in ten pairs of TCP packets, repeats three in a hundred.

The times stay in order, as if the tap had stood behind a bad network. No byte is lost, and the
same input always gives the same output.
"""

import random
import struct
import sys

ENHANCED_PACKET = 6
INTERFACE_STATISTICS = 5
HEADER = 28  # of an Enhanced Packet Block; the timestamp is bytes 12 to 19
SWAPPED, REPEATED = 0.10, 0.03


def blocks(data):
    """(type, bytes) of every block; little-endian, as dumpcap writes on x86 and ARM."""
    at = 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        yield kind, data[at:at + size]
        at += size


def is_tcp(block):
    """True for TCP over IPv4 over Ethernet."""
    frame = block[HEADER:]
    return len(frame) > 34 and frame[12:14] == b"\x08\x00" and frame[23] == 6


def disturbed(packets, chance):
    """The packets in their new order, each with the time of the place where it now stands."""
    order = list(packets)
    at = 0
    while at + 1 < len(order):
        if is_tcp(order[at]) and is_tcp(order[at + 1]) and chance.random() < SWAPPED:
            order[at], order[at + 1] = order[at + 1], order[at]
            at += 1
        at += 1
    for packet, place in zip(order, packets):
        moved = packet[:12] + place[12:20] + packet[20:]
        yield moved
        if is_tcp(moved) and chance.random() < REPEATED:
            yield moved


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: reorder.py IN.pcapng OUT.pcapng")
    with open(sys.argv[1], "rb") as source:
        everything = list(blocks(source.read()))
    kept = (ENHANCED_PACKET, INTERFACE_STATISTICS)
    head = [block for kind, block in everything if kind not in kept]
    packets = [block for kind, block in everything if kind == ENHANCED_PACKET]
    with open(sys.argv[2], "wb") as target:
        target.write(b"".join(head))
        target.write(b"".join(disturbed(packets, random.Random(7))))


if __name__ == "__main__":
    main()
