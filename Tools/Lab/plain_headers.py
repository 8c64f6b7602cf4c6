#!/usr/bin/env python3
"""plain_headers.py FILE.pcapng: takes out what the capturing program wrote about this computer.

dumpcap notes the processor and the kernel in the section and interface headers. They are not part
of the recorded traffic and would tell about the machine that the lab runs on.
"""

import pathlib
import struct
import sys

SECTION, INTERFACE = 0x0A0D0D0A, 1
FIXED = {SECTION: 16, INTERFACE: 8}
"""Bytes between a block's first two words and its options."""
REMOVED = {SECTION: {2, 3}, INTERFACE: {12}}
"""shb_hardware and shb_os; if_os."""


def without_options(kind, body):
    """The block's body without the options that are to go."""
    kept, at = body[:FIXED[kind]], FIXED[kind]
    while at < len(body):
        code, size = struct.unpack_from("<HH", body, at)
        end = at + 4 + (size + 3) // 4 * 4
        if code not in REMOVED[kind]:
            kept += body[at:end]
        at = end
    return kept


def rewritten(data):
    """The file's blocks; little-endian, as dumpcap writes on x86 and ARM."""
    at = 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        body = data[at + 8:at + size - 4]
        if kind in FIXED:
            body = without_options(kind, body)
        length = struct.pack("<I", len(body) + 12)
        yield struct.pack("<I", kind) + length + body + length
        at += size


def main(arguments):
    if len(arguments) != 1:
        sys.exit("usage: plain_headers.py FILE.pcapng")
    path = pathlib.Path(arguments[0])
    path.write_bytes(b"".join(rewritten(path.read_bytes())))


if __name__ == "__main__":
    main(sys.argv[1:])
