"""HTTP/1.1 over an open connection, clear or decrypted."""

import asyncio
import time

import h11

from . import websocket
from .replies import reply_to


class HTTP1Session:
    """Serves one connection until either side closes it."""

    def __init__(self, reader, writer, connection, vendor):
        self.reader, self.writer = reader, writer
        self.connection, self.vendor = connection, vendor
        self.state = h11.Connection(h11.SERVER, max_incomplete_event_size=1 << 20)

    async def serve(self, first=b""):
        if first:
            self.state.receive_data(first)
        while True:
            event = await self._next_event()
            if not isinstance(event, h11.Request):
                return
            if not await self._exchange(event):
                return

    async def _next_event(self):
        while (event := self.state.next_event()) is h11.NEED_DATA:
            if self.state.they_are_waiting_for_100_continue:
                self._send(h11.InformationalResponse(status_code=100, headers=[]))
            self.state.receive_data(await self.reader.read(65536))
        return event

    def _send(self, event):
        self.writer.write(self.state.send(event) or b"")

    async def _exchange(self, event):
        """Reads one request and answers it; False when the connection is done."""
        headers = [
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, value in event.headers.raw_items()
        ]
        fields = {name.lower(): value for name, value in headers}
        method, path = event.method.decode(), event.target.decode("latin-1")
        upgrade = fields.get("upgrade", "").lower() == "websocket"
        body = b"" if upgrade else await self._body()
        if body is None:
            return False
        request = self.vendor.log.request(
            self.connection, method, path, fields.get("host"), headers, body)
        if upgrade:
            await self._upgrade(request, event)
            return False
        await self._answer(request)
        if self.state.our_state is h11.DONE and self.state.their_state is h11.DONE:
            self.state.start_next_cycle()
            return True
        return False

    async def _body(self):
        body = b""
        while isinstance(event := await self._next_event(), h11.Data):
            body += bytes(event.data)
        return body if isinstance(event, h11.EndOfMessage) else None

    async def _upgrade(self, request, event):
        if self.vendor.refuses_websockets:
            headers = [("content-length", "0"), ("connection", "close")]
            self._send(h11.Response(status_code=404, headers=headers))
            self._send(h11.EndOfMessage())
            await self.writer.drain()
            return
        session = websocket.WebSocketSession(
            self.reader, self.writer, self.connection, self.vendor, request)
        await session.serve(list(event.headers.raw_items()))

    async def _answer(self, request):
        reply = reply_to(request)
        date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime())
        headers = reply.headers + [("server", "lab-vendor"), ("date", date)]
        headers += self.vendor.extra_headers
        self._send(h11.Response(status_code=reply.status, headers=headers))
        for chunk in reply.chunks if request.method != "HEAD" else []:
            if chunk:
                self._send(h11.Data(data=chunk))
                await self.writer.drain()
                if len(reply.chunks) > 1:
                    await asyncio.sleep(0.01)  # a streamed reply comes in several packets
        self._send(h11.EndOfMessage())
        await self.writer.drain()
