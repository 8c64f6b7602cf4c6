"""What remote procedure calls get: gRPC-web and Connect, unary and streamed, protobuf inside.

The result is a `google.protobuf.StringValue`, whatever the method; a streamed call gets one a word.
"""

import json

from .model_apis import TEXT, WORDS

END_OF_CONNECT_STREAM, TRAILERS_OF_GRPC_WEB = 0x02, 0x80
"""Flags of the last frame of a stream."""


def content_type(request):
    return request.header("content-type").split(";")[0]


def speaks(request):
    """Whether a request is a call that this module answers."""
    name = content_type(request)
    return name == "application/proto" or name.startswith(
        ("application/connect+proto", "application/grpc-web+proto"))


def chunks(request):
    """The body of the reply, in the pieces in which it is sent."""
    name = content_type(request)
    if name == "application/proto":
        return [string_value(TEXT)]
    words = WORDS if request.route.endswith("Stream") else [TEXT]
    frames = [frame(0, string_value(word)) for word in words]
    if name.startswith("application/connect"):
        return [*frames, frame(END_OF_CONNECT_STREAM, json.dumps({}).encode())]
    return [*frames, frame(TRAILERS_OF_GRPC_WEB, b"grpc-status: 0\r\ngrpc-message: \r\n")]


def string_value(text):
    """A `google.protobuf.StringValue` of fewer than 128 bytes: field 1, by length."""
    data = text.encode()
    return bytes([0x0A, len(data)]) + data


def frame(flags, data):
    """One frame as all three protocols have it: flags, length, bytes."""
    return bytes([flags]) + len(data).to_bytes(4, "big") + data
