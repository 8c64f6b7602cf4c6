#!/usr/bin/env python3
"""An open client, of this project, that hides time zone and language in bytes that look the same.

It shows what `telltale compare` is for: every way below is invented, no rule of `telltale analyze`
knows it, and none can be seen by reading the request. Half of them follow TZ, half follow LANG.

    TZ      trailing space · JSON key order · order of a list · digest prefix of the zone
    LANG    zero-width joiner · header order · letter case

Next to them stand a request id and a time, which differ in every run and mean nothing.
"""

import argparse
import hashlib
import http.client
import json
import os
import ssl
import time
import uuid

HOST = "llm.papermoon.example"
HOME_ZONE = "America/New_York"
HOME_LANGUAGE = "en"
JOINER = "\u200d"


def body(zone, language):
    """The request's JSON, as text: order and spelling are the message."""
    abroad = zone != HOME_ZONE
    foreign = language != HOME_LANGUAGE
    question = "Describe the tide at noon." + (" " if abroad else "")
    harbour = f"har{JOINER}bour" if foreign else "harbour"
    rule = "Answer briefly." if foreign else "answer briefly."
    tags = ["tide", "wind", "moon"] if abroad else ["moon", "tide", "wind"]
    limits = {"temperature": 0.5, "max_tokens": 64}
    if abroad:
        limits = dict(reversed(limits.items()))
    return json.dumps({
        "model": "imitation-model",
        **limits,
        "system": f"You know every {harbour} wall. {rule}",
        "messages": [{"role": "user", "content": question}],
        "metadata": {
            "request_id": str(uuid.uuid4()),
            "sent_at": int(time.time() * 1000),
            "trace": hashlib.sha256(zone.encode()).hexdigest()[:10],
            "tags": tags,
        },
    }, ensure_ascii=False)


def headers(language, size):
    """Header fields in the order in which they go out."""
    pair = [("Accept", "application/json"), ("anthropic-version", "2023-06-01")]
    if language != HOME_LANGUAGE:
        pair.reverse()
    return [
        ("User-Agent", "hidden-environment/1.0"), *pair, ("x-api-key", "sk-ant-test-000"),
        ("Content-Type", "application/json"), ("Content-Length", str(size)),
    ]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--host", default=HOST)
    options = parser.parse_args()
    zone = os.environ.get("TZ", HOME_ZONE)
    language = os.environ.get("LANG", HOME_LANGUAGE).split("_")[0]
    content = body(zone, language).encode()
    connection = http.client.HTTPSConnection(
        options.host, context=ssl.create_default_context(), timeout=15)
    connection.putrequest("POST", "/v1/messages", skip_accept_encoding=True)
    for name, value in headers(language, len(content)):
        connection.putheader(name, value)
    connection.endheaders(content)
    response = connection.getresponse()
    response.read()
    print(response.status, zone, language)
    connection.close()


if __name__ == "__main__":
    main()
