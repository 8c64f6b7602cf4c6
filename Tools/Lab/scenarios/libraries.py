"""Vendor SDKs, and transports written by hand with Python's own modules."""

from layout import ENVIRONMENTS

from .scenario import LISBON, SHANGHAI

PYTHON = [ENVIRONMENTS / "sdks" / "bin" / "python", "--version"]


def add_to(table):
    def sdk(tool, title, description, *arguments, environment="sdks", **more):
        table.python(tool, title, description, environment, "sdks.py", *arguments, **more)

    sdk("anthropic", "sync-and-stream", "one message, and one streamed", "anthropic")
    sdk("openai", "sync-stream-responses", "chat, streamed chat, responses", "openai",
        machine=LISBON)
    sdk("openai", "async-parallel", "four calls at once", "openai-async")
    sdk("openai", "async-h2-multiplex", "four calls at once on one HTTP/2 connection",
        "openai-async", "h2")
    sdk("openai", "https-proxy-auth", "through an HTTP proxy with Basic credentials", "openai",
        variables={"HTTPS_PROXY": "http://tessa:hunter2@proxy.papermoon.example:3128"})
    sdk("google-genai", "generate", "generate_content, and streamed", "google-genai")
    sdk("mistralai", "chat", "chat.complete", "mistralai")
    sdk("cohere", "chat", "chat, version 2", "cohere", machine=SHANGHAI)
    sdk("groq", "chat", "one chat completion", "groq")
    sdk("huggingface_hub", "hub-and-inference", "who am I, model facts, a chat completion",
        "huggingface")
    sdk("litellm", "five-vendors", "five vendors through litellm", "litellm",
        environment="litellm", timeout=120)

    def rpc(tool, title, description, name, **more):
        table.python(tool, title, description, "rpc", "rpc.py", name, "api2.cursor.sh", **more)

    rpc("connectrpc", "connect", "Connect, unary and streamed, gzip, on HTTP/2", "connect")
    rpc("connectrpc", "grpc-web", "gRPC-web, unary and streamed, gzip, on HTTP/2", "grpc-web")
    rpc("sonora", "grpc-web", "gRPC-web, unary and streamed, on HTTP/1.1", "sonora")

    def script(tool, title, description, name, *arguments, **more):
        table.python(tool, title, description, "sdks", name, *arguments, **more)

    script("websockets", "openai-realtime", "realtime session with permessage-deflate",
           "realtime.py")
    script("websockets", "openai-realtime-nodeflate", "realtime session without compression",
           "realtime.py", "nodeflate")
    script("http-client", "compressed-bodies", "gzip, zstd, br, deflate and chunked requests",
           "compressed_bodies.py", version=["CPython http.client", *PYTHON])
    script("raw-tls", "resumption-tls13", "TLS 1.3 resumption, three connections",
           "resumption.py", version=["CPython ssl", *PYTHON])
    script("raw-tls", "resumption-tls12", "TLS 1.2 tickets, three connections",
           "resumption.py", "tls12", version=["CPython ssl", *PYTHON])
