"""Which reply a request gets. Unknown requests get an empty JSON object, which most clients take."""

import dataclasses
import gzip
import json

from . import model_apis, rpc


@dataclasses.dataclass
class Reply:
    status: int
    headers: list
    chunks: list
    """The body in the pieces in which it is sent; more than one for a streamed reply."""


def server_sent_events(events):
    """The wire form of `(event name or None, object or text)` pairs, one chunk each."""
    chunks = []
    for name, value in events:
        data = value if isinstance(value, str) else json.dumps(value)
        chunks.append(((f"event: {name}\n" if name else "") + f"data: {data}\n\n").encode())
    return chunks


def reply_to(request):
    """Makes the reply to a request."""
    if rpc.speaks(request):
        return Reply(200, [("content-type", rpc.content_type(request))], rpc.chunks(request))
    if "protobuf" in request.header("content-type"):
        return Reply(200, [("content-type", "application/x-protobuf")], [b""])
    value = _value(request)
    if isinstance(value, list):
        headers = [
            ("content-type", "text/event-stream; charset=utf-8"), ("cache-control", "no-cache"),
            ("request-id", "req_lab0001"),
        ]
        return Reply(200, headers, server_sent_events(value))
    if value is None and "text/html" in request.header("accept"):
        return Reply(200, [("content-type", "text/html; charset=utf-8")], [_page(request.host)])
    data = json.dumps(value or {}).encode()
    headers = [("content-type", "application/json"), ("request-id", "req_lab0001")]
    if "gzip" in request.header("accept-encoding") and len(data) > 200:
        data = gzip.compress(data, mtime=0)
        headers.append(("content-encoding", "gzip"))
    return Reply(200, headers + [("content-length", str(len(data)))], [data])


def _value(request):
    """The reply's JSON value, a list of events, or None for "nothing known"."""
    route, host, body = request.route, request.host, request.json()
    if route.endswith("/count_tokens"):
        return {"input_tokens": 12}
    if route.endswith("/v1/messages") or route == "/messages":
        return model_apis.messages(body)
    if route.endswith("/chat/completions"):
        return model_apis.chat_completions(body)
    if route.endswith("/responses") and request.method == "POST":
        return model_apis.responses(body)
    if route.endswith("enerateContent"):
        return model_apis.generate_content(body, "streamGenerateContent" in route)
    if route.endswith("/embeddings"):
        return model_apis.embeddings(body)
    if "cohere" in host and route.endswith("/chat"):
        return model_apis.cohere_chat(route.startswith("/v2"))
    if route.endswith("/models"):
        return model_apis.models()
    if "huggingface.co" in host:
        return _hub(route)
    if "download_config_specs" in route:
        return _feature_flags()
    if route.endswith("/envelope/"):
        return {"id": "0" * 32}
    return None


def _hub(route):
    if route == "/api/whoami-v2":
        return {"type": "user", "id": "lab", "name": "lab", "fullname": "lab", "orgs": [], "auth": {}}
    if route.startswith("/api/models/"):
        day = "2025-01-01T00:00:00.000Z"
        return {
            "id": "lab/m", "modelId": "lab/m", "sha": "0" * 40, "tags": [], "siblings": [],
            "private": False, "pipeline_tag": "text-generation", "downloads": 0, "likes": 0,
            "createdAt": day, "lastModified": day,
        }
    return None


def _feature_flags():
    empty = [
        "feature_gates", "dynamic_configs", "layer_configs", "experiment_to_layer",
        "condition_map", "id_lists", "sdk_configs", "sdk_flags", "layers",
    ]
    return {
        "has_updates": True, "time": 1, "company_lcut": 1, "response_format": "dcs-v2",
        **{name: {} for name in empty},
    }


def _page(host):
    """A page whose script reports what any page can read of the browser."""
    script = """
      fetch("/api/lab/ping", {
        method: "POST", headers: {"content-type": "application/json"},
        body: JSON.stringify({
          tz: Intl.DateTimeFormat().resolvedOptions().timeZone, lang: navigator.language,
          langs: navigator.languages, ua: navigator.userAgent, platform: navigator.platform,
          cores: navigator.hardwareConcurrency, screen: [screen.width, screen.height]
        })
      })"""
    title = f"<title>{host}</title>"
    return f"<!doctype html><html><head>{title}</head><script>{script}</script></html>".encode()
