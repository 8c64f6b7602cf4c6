"""One form for exchanges, whether the truth tells them or `telltale dissect` does."""

import base64
import collections
import hashlib
import re

PROTOCOLS = ("http1", "http2", "http3", "websocket")

Exchange = collections.namedtuple("Exchange", "protocol method host url")
"""What both sides are brought to. A message of a WebSocket has the method `message`."""


Content = collections.namedtuple("Content", "headers body")
"""Header fields in order, as pairs, and the body without codings; None for what is not known."""


def expected_content(record):
    """What the truth says that an exchange held, and how much of its body the truth kept."""
    headers = [tuple(pair) for pair in record["headers"]]
    body = base64.b64decode(record.get("body_b64") or "")
    # The server itself could not remove some codings.
    if any("FAILED" in coding for coding in record.get("content_encoding") or []):
        body = None
    is_message = record["method"] == "WS-MESSAGE"
    return Content(None if is_message else headers, body), record.get("body_truncated_to")


def found_content(event):
    """What an EVE record says that an exchange held."""
    if event.get("event_type") == "websocket":
        return Content(None, base64.b64decode(event["websocket"].get("payload") or ""))
    http = event["http"]
    headers = [(field["name"], field["value"]) for field in http.get("request_headers") or []]
    return Content(headers, base64.b64decode(http.get("request_body") or ""))


def same_body(truth, cut, found):
    """Whether a body is the true one, as far as the truth kept that; true where it is not known."""
    if truth is None:
        return True
    if cut is not None:
        found = found[:cut]
    return hashlib.sha256(truth).digest() == hashlib.sha256(found).digest()


def plain_host(host):
    """Without case and last dot, and without a port that a scheme implies."""
    host = (host or "").lower()
    return re.sub(r"^([^:]*|\[.*\]):(80|443)$", r"\1", host).rstrip(".")


def plain_url(url):
    """Path and query, also of a request to a proxy (`GET http://host/path`)."""
    return re.sub(r"^https?://[^/?]*", "", url or "") or "/"


def expected(record):
    """The exchange that a line of the truth stands for."""
    version = str(record.get("http") or "1.1")
    protocol = {"2": "http2", "3": "http3"}.get(version, "http1")
    method, host = record["method"], plain_host(record.get("host"))
    if method == "WS-MESSAGE":
        return Exchange("websocket", "message", host, plain_url(record["path"]))
    if method == "CONNECT":
        return Exchange(protocol, method, plain_host(record["path"]), "")
    return Exchange(protocol, method, host, plain_url(record["path"]))


def tunnel(target):
    """A CONNECT, whose only address is its target."""
    return Exchange("http1", "CONNECT", plain_host(target), "")


def found(event):
    """The exchange that an EVE record stands for, or None."""
    kind = event.get("event_type")
    body = event.get(kind) if kind else None
    if not isinstance(body, dict):
        return None
    if kind == "proxy" and body.get("kind") == "http-connect":
        return tunnel(f"{body.get('target_host')}:{body.get('target_port')}")
    if kind == "websocket":
        data = str(body.get("opcode")).lower() in ("0", "1", "2", "continuation", "text", "binary")
        if body.get("direction") != "to_server" or not data or body.get("fin") is False:
            return None
        return Exchange(
            "websocket", "message", plain_host(body.get("hostname")), plain_url(body.get("url")))
    if kind != "http":
        return None
    if body.get("http_method") == "CONNECT":
        return tunnel(body.get("url"))
    version = body.get("protocol") or "HTTP/1.1"
    protocol = {"HTTP/2": "http2", "HTTP/3": "http3"}.get(version, "http1")
    return Exchange(
        protocol, body.get("http_method"), plain_host(body.get("hostname")),
        plain_url(body.get("url")))


def counted(events):
    """How often each exchange stands in EVE records.

    A CONNECT may have an `http` record, a `proxy` record or both, and is one exchange all the same.
    """
    proxies = collections.Counter(
        found(event) for event in events if event.get("event_type") == "proxy")
    others = collections.Counter(
        found(event) for event in events if event.get("event_type") != "proxy")
    both = proxies | others
    del both[None]
    return both


def due(exchanges, protocols):
    """Those of the protocols that are read by now."""
    return collections.Counter(
        {key: count for key, count in exchanges.items() if key.protocol in protocols})
