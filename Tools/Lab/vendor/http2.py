"""HTTP/2 over a decrypted connection."""

import asyncio

import h2.config
import h2.connection
import h2.events
import h2.exceptions

from .replies import reply_to


class HTTP2Session:
    """Serves one connection; each stream is answered by a task of its own."""

    def __init__(self, reader, writer, connection, vendor):
        self.reader, self.writer = reader, writer
        self.connection, self.vendor = connection, vendor
        configuration = h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        self.state = h2.connection.H2Connection(configuration)
        self.headers, self.bodies = {}, {}
        self.window_grew = asyncio.Event()
        self.tasks = set()

    async def serve(self):
        self.state.initiate_connection()
        self._flush()
        while data := await self.reader.read(65536):
            try:
                received = self.state.receive_data(data)
            except h2.exceptions.ProtocolError:
                self._flush()  # the GOAWAY that says why
                return
            for event in received:
                self._handle(event)
            self._flush()
            await self.writer.drain()

    def _flush(self):
        self.writer.write(self.state.data_to_send())

    def _handle(self, event):
        if isinstance(event, h2.events.RequestReceived):
            self.headers[event.stream_id] = [(str(name), str(value)) for name, value in event.headers]
            self.bodies[event.stream_id] = b""
        elif isinstance(event, h2.events.DataReceived):
            if event.stream_id in self.bodies:
                self.bodies[event.stream_id] += event.data
            self.state.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, h2.events.StreamEnded) and event.stream_id in self.bodies:
            task = asyncio.create_task(self._answer(event.stream_id))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
        elif isinstance(event, h2.events.StreamReset):
            self.headers.pop(event.stream_id, None)
            self.bodies.pop(event.stream_id, None)
        elif isinstance(event, (h2.events.WindowUpdated, h2.events.RemoteSettingsChanged)):
            self.window_grew.set()

    async def _answer(self, stream):
        headers, body = self.headers.pop(stream), self.bodies.pop(stream)
        pseudo = {name: value for name, value in headers if name.startswith(":")}
        request = self.vendor.log.request(
            dict(self.connection, h2_stream=stream), pseudo.get(":method"), pseudo.get(":path"),
            pseudo.get(":authority"), headers, body)
        reply = reply_to(request)
        fields = [(":status", str(reply.status))]
        fields += [(name.lower(), value) for name, value in reply.headers]
        fields += [("server", "lab-vendor")] + self.vendor.extra_headers
        try:
            self.state.send_headers(stream, fields)
            self._flush()
            for chunk in reply.chunks if request.method != "HEAD" else []:
                await self._send(stream, chunk)
                if len(reply.chunks) > 1:
                    await asyncio.sleep(0.01)
            self.state.end_stream(stream)
            self._flush()
            await self.writer.drain()
        except (h2.exceptions.H2Error, ConnectionError):
            pass  # the client gave the stream or the connection up

    async def _send(self, stream, data):
        """Sends as much as the flow-control windows allow, and waits for them to grow."""
        while data:
            window = self.state.local_flow_control_window(stream)
            size = min(window, self.state.max_outbound_frame_size, len(data))
            if size <= 0:
                self.window_grew.clear()
                await self.window_grew.wait()
                continue
            self.state.send_data(stream, data[:size])
            data = data[size:]
            self._flush()
            await self.writer.drain()
