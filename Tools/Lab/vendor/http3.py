"""HTTP/3 over QUIC, for the hosts that a browser is told to reach that way."""

from aioquic.asyncio import QuicConnectionProtocol, serve
from aioquic.h3 import events
from aioquic.h3.connection import H3_ALPN, H3Connection
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.events import ProtocolNegotiated

from .replies import reply_to

HOSTS = [
    "chatgpt.com", "claude.ai", "api.openai.com", "api.anthropic.com", "*.chatgpt.com",
    "*.claude.ai", "gemini.google.com",
]


def session_class(vendor):
    """The protocol class that aioquic makes an instance of for each connection."""

    class HTTP3Session(QuicConnectionProtocol):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            self.state, self.headers, self.bodies = None, {}, {}

        def quic_event_received(self, event):
            if isinstance(event, ProtocolNegotiated):
                self.state = H3Connection(self._quic)
            for event in self.state.handle_event(event) if self.state else []:
                self._handle(event)

        def _handle(self, event):
            if isinstance(event, events.HeadersReceived):
                self.headers[event.stream_id] = [
                    (name.decode(), value.decode()) for name, value in event.headers]
                self.bodies[event.stream_id] = b""
            elif isinstance(event, events.DataReceived) and event.stream_id in self.bodies:
                self.bodies[event.stream_id] += event.data
            else:
                return
            if event.stream_ended:
                self._answer(event.stream_id)

        def _answer(self, stream):
            headers, body = self.headers.pop(stream), self.bodies.pop(stream)
            pseudo = {name: value for name, value in headers if name.startswith(":")}
            peer = self._quic._network_paths[0].addr
            connection = dict(
                transport="quic", sni=pseudo.get(":authority"), client_ip=peer[0],
                client_port=peer[1], server_port=443, tls="TLSv1.3", alpn="h3", http="3",
                h3_stream=stream)
            request = vendor.log.request(
                connection, pseudo.get(":method"), pseudo.get(":path"),
                pseudo.get(":authority"), headers, body)
            reply = reply_to(request)
            fields = [(":status", str(reply.status)), ("server", "lab-vendor")] + reply.headers
            self.state.send_headers(stream, [(n.encode(), v.encode()) for n, v in fields])
            self.state.send_data(stream, b"".join(reply.chunks), end_stream=True)
            self.transmit()

    return HTTP3Session


async def start(vendor, addresses):
    """Listens on UDP 443 of each address."""
    configuration = QuicConfiguration(
        is_client=False, alpn_protocols=H3_ALPN, max_datagram_frame_size=65536)
    certificates = vendor.certificates
    configuration.load_cert_chain(certificates.leaf(HOSTS), certificates.authority / "leaf.key")
    configuration.secrets_log_file = open(certificates.key_log, "a", buffering=1)
    for address in addresses:
        await serve(
            address, 443, configuration=configuration, create_protocol=session_class(vendor))
