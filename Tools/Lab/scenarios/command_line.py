"""curl and node: transports and ciphers, one chat completion each."""

import json

from layout import CLIENTS

from .scenario import SHANGHAI

VERSION = ["curl", "/usr/bin/curl", "--version"]


def chat(prompt="say hi"):
    """curl's arguments for a chat completion with an invented key."""
    body = {"model": "lab-model", "messages": [{"role": "user", "content": prompt}]}
    return [
        "-H", "Authorization: Bearer sk-test-000", "-H", "Content-Type: application/json",
        "-d", json.dumps(body),
    ]


def messages():
    """curl's arguments for Anthropic's API."""
    body = {
        "model": "claude-sonnet-4-5", "max_tokens": 64,
        "messages": [{"role": "user", "content": "say hi"}],
    }
    return [
        "-H", "x-api-key: sk-ant-test-000", "-H", "anthropic-version: 2023-06-01",
        "-H", "Content-Type: application/json", "-d", json.dumps(body),
    ]


def add_to(table):
    def curl(title, description, url, *options, data=None, **more):
        table.add("curl", title, description, "/usr/bin/curl", "-sS", *options, url,
                  *(data or chat()), version=VERSION, **more)

    tls12 = ("--tls-max", "1.2")
    mistral = "https://api.mistral.ai/v1/chat/completions"
    curl("anthropic-tls13", "TLS 1.3, HTTP/1.1, one message", "https://api.anthropic.com/v1/messages",
         "--http1.1", data=messages())
    curl("deepseek-chat", "HTTP/2, one chat completion", "https://api.deepseek.com/chat/completions")
    curl("tls12-only", "TLS 1.2 only", mistral, *tls12)
    curl("tls12-chacha", "TLS 1.2, ChaCha20-Poly1305", mistral, *tls12, "--http1.1",
         "--ciphers", "ECDHE-ECDSA-CHACHA20-POLY1305")
    curl("tls12-cbc", "TLS 1.2, AES-128-CBC-SHA256", mistral, *tls12, "--http1.1",
         "--ciphers", "ECDHE-ECDSA-AES128-SHA256")
    curl("tls13-chacha", "TLS 1.3, ChaCha20-Poly1305",
         "https://openrouter.ai/api/v1/chat/completions",
         "--tls13-ciphers", "TLS_CHACHA20_POLY1305_SHA256")
    curl("ipv6", "IPv6", "https://api.x.ai/v1/chat/completions", "-6",
         vendor_options=["--ipv6-prefix", "2001:db8"])
    curl("socks5", "through a SOCKS5 proxy that resolves the name",
         "https://api.moonshot.cn/v1/chat/completions", "--socks5-hostname", "10.77.2.9:1080")
    curl("plain-http-gateway", "clear HTTP/1.1 to a model server of one's own",
         "http://ollama.papermoon.example/v1/chat/completions")
    curl("classic-pcap", "a classic .pcap file", "https://api.deepseek.com/chat/completions",
         format="pcap")
    curl("cooked", "captured on the `any` pseudo-interface: Linux cooked frames",
         "https://api.perplexity.ai/chat/completions", interface="any")
    curl("offload", "segmentation offload on: frames larger than the MTU, a prompt of 48 kB",
         "https://api.together.xyz/v1/chat/completions", data=chat("long prompt " * 4000),
         offload=True)
    table.add("node", "fetch-openai", "node's fetch (undici): one call and one streamed call",
              "/usr/bin/node", CLIENTS / "node_fetch.mjs",
              version=["node", "/usr/bin/node", "--version"], machine=SHANGHAI)
