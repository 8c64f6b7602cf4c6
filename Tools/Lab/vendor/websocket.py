"""A realtime API over WebSocket: OpenAI's events, or streamed Responses."""

import json

import wsproto
from wsproto import events
from wsproto.extensions import PerMessageDeflate

from . import model_apis
from .replies import server_sent_events


class WebSocketSession:
    """Accepts the upgrade and answers messages until the client closes."""

    def __init__(self, reader, writer, connection, vendor, request):
        self.reader, self.writer = reader, writer
        self.connection, self.vendor, self.request = connection, vendor, request
        self.socket = wsproto.WSConnection(wsproto.ConnectionType.SERVER)
        self.messages = 0
        self.partial = []

    async def serve(self, headers):
        self.socket.initiate_upgrade_connection(headers, self.request.path)
        for event in self.socket.events():
            if isinstance(event, events.Request):
                protocol = (event.subprotocols or [None])[0]
                self._send(events.AcceptConnection(
                    extensions=[PerMessageDeflate()], subprotocol=protocol))
        session = {"id": "sess_lab1", "object": "realtime.session", "model": "gpt-realtime"}
        self._say({"type": "session.created", "event_id": "event_lab1", "session": session})
        await self.writer.drain()
        while data := await self.reader.read(65536):
            self.socket.receive_data(data)
            open_still = all([self._handle(event) for event in self.socket.events()])
            await self.writer.drain()
            if not open_still:
                return

    def _send(self, event):
        self.writer.write(self.socket.send(event))

    def _say(self, value):
        self._send(events.TextMessage(data=json.dumps(value)))

    def _handle(self, event):
        """False when the event ended the session."""
        if isinstance(event, (events.Ping, events.CloseConnection)):
            self._send(event.response())
            return isinstance(event, events.Ping)
        if isinstance(event, (events.TextMessage, events.BytesMessage)):
            self.partial.append(event.data)
            if event.message_finished:
                whole = self.partial[0][:0].join(self.partial)
                self.partial = []
                self._answer(whole)
        return True

    def _answer(self, message):
        self.messages += 1
        host, path = self.request.host, self.request.path
        self.vendor.log.message(self.connection, host, path, self.messages, message)
        if not isinstance(message, str):
            return
        try:
            value = json.loads(message)
        except ValueError:
            value = {}
        if value.get("type") != "response.create":
            self._say({"type": "session.updated"})
        elif self.request.route.endswith("/responses"):
            for chunk in server_sent_events(model_apis.responses(dict(value, stream=True))):
                data = chunk.decode().split("data: ", 1)[1].strip()
                self._send(events.TextMessage(data=data))
        else:
            for word in model_apis.WORDS:
                self._say({"type": "response.output_text.delta", "delta": word})
            response = {"id": "resp_lab", "status": "completed"}
            self._say({"type": "response.done", "response": response})
