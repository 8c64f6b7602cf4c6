"""Request bodies under each content coding, and one sent in chunks."""

import gzip
import http.client
import json
import os
import ssl
import zlib

import brotli
import zstandard

PROMPT = f"compressed canary plover-2207 cwd={os.getcwd()} " + "x" * 400
BODY = json.dumps({
    "model": "gpt-4o-mini", "messages": [{"role": "user", "content": PROMPT}]}).encode()
HEADERS = {"Content-Type": "application/json", "Authorization": "Bearer sk-test-000"}
CODED = {
    "gzip": gzip.compress(BODY), "zstd": zstandard.compress(BODY), "br": brotli.compress(BODY),
    "deflate": zlib.compress(BODY),
}

connection = http.client.HTTPSConnection("api.openai.com", context=ssl.create_default_context())
for coding, data in CODED.items():
    connection.request(
        "POST", "/v1/chat/completions", data, HEADERS | {"Content-Encoding": coding})
    print(coding, connection.getresponse().read()[:40])
connection.request(
    "POST", "/v1/chat/completions", iter([BODY[:100], BODY[100:]]),
    HEADERS | {"Transfer-Encoding": "chunked"}, encode_chunked=True)
print("chunked", connection.getresponse().read()[:40])
