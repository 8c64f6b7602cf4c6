#!/usr/bin/env python3
"""A vendor of the standard library alone: DNS, HTTPS and HTTP, HTTP/1.1 only.

It serves checks that have to run anywhere; recordings are made with the full `vendor` package. One
certificate stands for all names, so they have to be known before. Prints "ready", ends on SIGTERM.
"""

import argparse
import http.server
import pathlib
import socketserver
import ssl
import threading
import time

from network import NAME_SERVER
from vendor.dns import Names, answer
from vendor.replies import reply_to
from vendor.truthlog import TruthLog


class Handler(http.server.BaseHTTPRequestHandler):
    """One connection; the reply is the same as the full vendor's."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "lab-vendor", ""

    def exchange(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        connection = dict(
            transport="tls" if isinstance(self.connection, ssl.SSLSocket) else "tcp",
            client_ip=self.client_address[0], client_port=self.client_address[1], http="1.1")
        with self.server.lock:
            request = self.server.log.request(
                connection, self.command, self.path, self.headers.get("host"),
                list(self.headers.items()), body)
        reply = reply_to(request)
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        streamed = len(reply.chunks) > 1
        if streamed:
            self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        for chunk in reply.chunks if self.command != "HEAD" else []:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk) if streamed else chunk)
            if streamed:
                time.sleep(0.01)
        if streamed and self.command != "HEAD":
            self.wfile.write(b"0\r\n\r\n")

    do_GET = do_HEAD = do_POST = do_PUT = exchange

    def log_message(self, *_):
        """The truth log says it better."""


class Server(http.server.ThreadingHTTPServer):
    """Listens on one port; the handshake happens in the connection's own thread."""

    def __init__(self, port, log, context=None):
        self.log, self.context, self.lock = log, context, threading.Lock()
        super().__init__(("0.0.0.0", port), Handler)

    def finish_request(self, request, client_address):
        if self.context:
            request = self.context.wrap_socket(request, server_side=True)
        super().finish_request(request, client_address)


class NameHandler(socketserver.BaseRequestHandler):
    """One DNS query."""

    def handle(self):
        data, socket = self.request
        socket.sendto(answer(data, Names())[0], self.client_address)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--ca", required=True, type=pathlib.Path, help="with leaf.pem, leaf.key")
    options = parser.parse_args()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.ca / "leaf.pem", options.ca / "leaf.key")
    context.set_alpn_protocols(["http/1.1"])
    context.keylog_filename = str(options.out / "keys.log")
    log = TruthLog(options.out)
    servers = [
        socketserver.UDPServer((NAME_SERVER, 53), NameHandler),
        Server(443, log, context), Server(80, log),
    ]
    threads = [threading.Thread(target=server.serve_forever) for server in servers]
    for thread in threads:
        thread.start()
    print("ready", flush=True)
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
