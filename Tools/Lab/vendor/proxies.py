"""The proxies of the lab: HTTP CONNECT and SOCKS5. Both lead to this same vendor."""

import asyncio
import ipaddress
import struct


class Proxies:
    """Accepts proxy connections and remembers whom each forwarded connection belongs to."""

    def __init__(self, log):
        self.log = log
        self.origins = {}
        """Local port of a forwarded connection → (client address, client port, kind)."""

    async def http(self, reader, writer):
        """One connection to the HTTP proxy."""
        peer, local = writer.get_extra_info("peername"), writer.get_extra_info("sockname")
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()
            return
        first, *lines = head.split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = [tuple(part.strip() for part in line.split(":", 1)) for line in lines if ":" in line]
        host = {name.lower(): value for name, value in headers}.get("host")
        connection = dict(
            transport="tcp", sni=None, client_ip=peer[0], client_port=peer[1],
            server_ip=local[0], server_port=local[1], http="1.1", proxy_request=True)
        self.log.request(connection, method, target, host, headers, b"")
        if method != "CONNECT":
            answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}"
            writer.write(answer)
            await writer.drain()
            writer.close()
            return
        port = int(target.rsplit(":", 1)[1])
        accepted = b"HTTP/1.1 200 Connection established\r\n\r\n"
        await self._forward(reader, writer, port, "http-connect", accepted)

    async def socks5(self, reader, writer):
        """One connection to the SOCKS5 proxy (RFC 1928, no authentication)."""
        peer = writer.get_extra_info("peername")
        try:
            _, methods = await reader.readexactly(2)
            await reader.readexactly(methods)
            writer.write(b"\x05\x00")
            _, _, _, kind = await reader.readexactly(4)
            if kind == 3:
                host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
            else:
                packed = await reader.readexactly(4 if kind == 1 else 16)
                host = str(ipaddress.ip_address(packed))
            port, = struct.unpack("!H", await reader.readexactly(2))
        except (asyncio.IncompleteReadError, ConnectionError, ValueError):
            writer.close()
            return
        self.log.write("socks.jsonl", peer=peer, host=host, port=port, atyp=kind)
        accepted = b"\x05\x00\x00\x01" + bytes(6)
        await self._forward(reader, writer, port, "socks5", accepted)

    async def _forward(self, reader, writer, port, kind, accepted):
        peer = writer.get_extra_info("peername")
        try:
            upstream, onward = await asyncio.open_connection(
                "127.0.0.1", 443 if port == 443 else 80)
        except OSError:
            writer.close()
            return
        self.origins[onward.get_extra_info("sockname")[1]] = (peer[0], peer[1], kind)
        writer.write(accepted)
        await writer.drain()
        await asyncio.gather(_copy(reader, onward), _copy(upstream, writer))
        writer.close()
        onward.close()


async def _copy(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
    except (ConnectionError, OSError):
        pass
