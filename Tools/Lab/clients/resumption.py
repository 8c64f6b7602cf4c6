"""Three connections to one host, each with the session ticket of the one before."""

import socket
import ssl
import sys

HOST = "api.anthropic.com"

context = ssl.create_default_context()
if "tls12" in sys.argv:
    context.maximum_version = ssl.TLSVersion.TLSv1_2
session = None
for number in range(3):
    prompt = b'{"role":"user","content":"resume %d"}' % number
    body = b'{"model":"claude-haiku-4-5","max_tokens":8,"messages":[%s]}' % prompt
    head = (
        b"POST /v1/messages HTTP/1.1\r\nHost: %s\r\nx-api-key: sk-ant-test-000\r\n"
        b"content-type: application/json\r\nconnection: close\r\ncontent-length: %d\r\n\r\n"
    ) % (HOST.encode(), len(body))
    with context.wrap_socket(
        socket.create_connection((HOST, 443)), server_hostname=HOST, session=session
    ) as channel:
        channel.sendall(head + body)
        received = 0
        while data := channel.recv(65536):  # TLS 1.3 tickets come with the data
            received += len(data)
        session = channel.session
        print(number, channel.session_reused, channel.version(), received)
