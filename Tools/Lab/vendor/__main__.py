"""Runs the vendor: DNS, HTTPS (HTTP/1.1, HTTP/2, WebSocket), HTTP, proxies and, if asked, HTTP/3.

It prints "ready" once everything listens, and stops on SIGTERM.
"""

import argparse
import asyncio
import pathlib
import signal
import ssl

import h11

from .certificates import Certificates
from .dns import Names, NameServer
from .http1 import HTTP1Session
from .http2 import HTTP2Session
from .proxies import Proxies
from .truthlog import TruthLog

COLLECTORS = (4317, 4318, 4319)
"""Ports of OpenTelemetry collectors, which some tools send to over TLS."""


class Vendor:
    """What the sessions of all connections share."""

    def __init__(self, options):
        self.log = TruthLog(options.out)
        self.certificates = Certificates(options.ca, pathlib.Path(options.out) / "keys.log")
        self.proxies = Proxies(self.log)
        self.refuses_websockets = options.refuse_ws
        self.extra_headers = [("alt-svc", 'h3=":443"; ma=86400')] if options.alt_svc else []

    async def tls(self, reader, writer):
        """One TLS connection, already decrypted."""
        channel = writer.get_extra_info("ssl_object")
        connection = self._connection(writer, "tls")
        connection |= dict(
            sni=getattr(channel, "server_name", None), tls=channel.version(),
            cipher=channel.cipher()[0], alpn=channel.selected_alpn_protocol())
        self.log.write("conns.jsonl", **connection, resumed=channel.session_reused)
        try:
            if connection["alpn"] == "h2":
                session = HTTP2Session(reader, writer, dict(connection, http="2"), self)
                await session.serve()
            elif first := await reader.read(65536):
                session = HTTP1Session(reader, writer, dict(connection, http="1.1"), self)
                await session.serve(first)
        except (ConnectionError, ssl.SSLError, h11.ProtocolError) as failure:
            self.log.write("errors.jsonl", **connection, error=repr(failure))
        finally:
            writer.close()

    async def clear(self, reader, writer):
        """One connection without TLS."""
        connection = dict(self._connection(writer, "tcp"), http="1.1")
        try:
            await HTTP1Session(reader, writer, connection, self).serve()
        except (ConnectionError, h11.ProtocolError) as failure:
            self.log.write("errors.jsonl", **connection, error=repr(failure))
        finally:
            writer.close()

    def _connection(self, writer, transport):
        peer, local = writer.get_extra_info("peername"), writer.get_extra_info("sockname")
        address, port, *kind = peer[0], peer[1]
        if address.startswith("127."):
            address, port, *kind = self.proxies.origins.get(port, (address, port))
        connection = dict(
            transport=transport, sni=None, client_ip=address, client_port=port,
            server_ip=local[0], server_port=local[1])
        return dict(connection, via=kind[0]) if kind else connection


async def serve(options):
    vendor = Vendor(options)
    names = Names(ipv6_prefix=options.ipv6_prefix)
    context = vendor.certificates.listening_context()
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(
        lambda: NameServer(names, vendor.log), local_addr=(options.dns, 53))
    for port in (443, *COLLECTORS):
        await asyncio.start_server(vendor.tls, "", port, ssl=context, limit=1 << 20)
    await asyncio.start_server(vendor.clear, "0.0.0.0", 80, limit=1 << 20)
    await asyncio.start_server(vendor.proxies.http, "0.0.0.0", 3128)
    await asyncio.start_server(vendor.proxies.socks5, "0.0.0.0", 1080)
    if options.h3:
        from . import http3  # aioquic is only needed here

        await http3.start(vendor, [names.ipv4("chatgpt.com"), names.ipv4("claude.ai")])
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    print("ready", flush=True)
    await stop.wait()


def main():
    parser = argparse.ArgumentParser(prog="vendor", description=__doc__)
    parser.add_argument("--out", required=True, help="folder for keys.log and the truth logs")
    parser.add_argument("--ca", required=True, help="folder with ca.pem, ca.key and leaf.key")
    parser.add_argument("--dns", default="10.77.2.2", help="address of the name server")
    parser.add_argument("--ipv6-prefix", default="", help="answer AAAA inside it, e.g. 2001:db8")
    parser.add_argument("--h3", action="store_true", help="also serve HTTP/3")
    parser.add_argument("--refuse-ws", action="store_true", help="answer upgrades with 404")
    parser.add_argument("--alt-svc", action="store_true", help="advertise HTTP/3 in replies")
    asyncio.run(serve(parser.parse_args()))


main()
