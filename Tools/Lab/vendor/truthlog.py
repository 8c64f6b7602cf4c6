"""Ground truth: what reached the vendor, one JSON object a line."""

import base64
import dataclasses
import gzip
import json
import pathlib
import time
import zlib


@dataclasses.dataclass
class Request:
    """One decrypted request. `headers` keeps the sender's spelling and order."""

    method: str
    path: str
    host: str
    headers: list
    body: bytes | None
    """The body without its content codings; None where they could not be undone."""

    def header(self, name):
        name = name.lower()
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def route(self):
        """The path without its query."""
        return self.path.split("?", 1)[0]

    def json(self):
        """The body as a JSON object, or an empty one."""
        try:
            value = json.loads(self.body or b"{}")
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}


def _inflate(data):
    try:
        return zlib.decompress(data)
    except zlib.error:
        return zlib.decompress(data, -15)  # "deflate" without the zlib wrapper is common


def _unbrotli(data):
    import brotli

    return brotli.decompress(data)


def _unzstd(data):
    import zstandard

    return zstandard.ZstdDecompressor().decompressobj().decompress(data)


CODINGS = {"gzip": gzip.decompress, "deflate": _inflate, "br": _unbrotli, "zstd": _unzstd}


def without_codings(data, content_encoding):
    """Undoes `Content-Encoding`, last coding first. None when one of them is unknown or broken."""
    names = [name.strip().lower() for name in content_encoding.split(",") if name.strip()]
    try:
        for name in reversed(names):
            if name != "identity":
                data = CODINGS[name](data)
    except Exception:  # each library has its own error; all mean the same here
        return None
    return data


class TruthLog:
    """Appends to the `.jsonl` files of one recording."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def write(self, file_name, /, **fields):
        with open(self.folder / file_name, "a", encoding="utf-8") as file:
            file.write(json.dumps({"time": time.time(), **fields}, ensure_ascii=False) + "\n")

    def request(self, connection, method, path, host, headers, body):
        """Records one request of a connection and returns it for the reply to be made."""
        request = Request(method, path, host or "", list(headers), body)
        request.body = without_codings(body, request.header("content-encoding"))
        record = dict(
            connection, method=method, path=path, host=host, headers=request.headers,
            body_b64=base64.b64encode(body).decode(), body_len=len(body))
        if request.body is not None and request.body != body:
            record["body_decoded_b64"] = base64.b64encode(request.body).decode()
        record["body_text"] = _text(request.body)
        self.write("requests.jsonl", **record)
        return request

    def message(self, connection, host, path, index, payload):
        """Records one WebSocket message of the client (`str` for text, `bytes` for binary)."""
        text = isinstance(payload, str)
        data = payload.encode() if text else payload
        self.write(
            "requests.jsonl", **connection, method="WS-MESSAGE", path=path, host=host, headers=[],
            ws_opcode="text" if text else "binary", ws_index=index,
            body_text=payload if text else None,
            body_b64=base64.b64encode(data).decode(), body_len=len(data))


def _text(data):
    try:
        return None if data is None else data.decode("utf-8")
    except UnicodeDecodeError:
        return None
