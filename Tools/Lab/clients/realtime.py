"""A realtime session over WebSocket; with the argument `nodeflate`, without compression."""

import asyncio
import json
import os
import sys

import websockets

URL = "wss://api.openai.com/v1/realtime?model=gpt-realtime"
HEADERS = {"Authorization": "Bearer sk-test-000", "OpenAI-Beta": "realtime=v1"}
INSTRUCTIONS = f"You run on press-heron-03 for tessa. Time zone: {os.environ['TZ']}."
TEXT = {"type": "input_text", "text": "say hi " * 40}
EVENTS = [
    {"type": "session.update", "session": {"instructions": INSTRUCTIONS, "modalities": ["text"]}},
    {
        "type": "conversation.item.create",
        "item": {"type": "message", "role": "user", "content": [TEXT]},
    },
    {"type": "response.create"},
]


async def talk():
    options = {"compression": None} if "nodeflate" in sys.argv else {}
    async with websockets.connect(URL, additional_headers=HEADERS, **options) as socket:
        print(await socket.recv())
        for event in EVENTS:
            await socket.send(json.dumps(event))
            print(await socket.recv())
        while json.loads(await socket.recv())["type"] != "response.done":
            pass


asyncio.run(talk())
