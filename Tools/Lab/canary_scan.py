#!/usr/bin/env python3
"""canary_scan.py [PREFIX...]: where each fact of the invented machine was sent, by recording.

Looks at header values, request targets, JSON leaves, JSON and base64 inside of strings, other
bodies as text, and WebSocket messages. Writes canaries.json beside each capture.
"""

import base64
import collections
import json
import re
import sys

from layout import OUTPUT
from verification import read_lines

BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")


def canaries(facts):
    """Name → text to look for."""
    machine = facts["machine"]
    mac = machine["mac"].replace(":", "")
    language = machine["language"].split(".")[0]
    path = facts["client_env"]["HOME"]
    organisation, project = re.search(r"([^/:]+)/([^/]+)\.git$", machine["repository"]).groups()
    return {
        "hostname": machine["hostname"], "user": machine["user"], "person": machine["person"],
        "email": machine["email"], "home": path, "project": project,
        "organisation": organisation, "branch": machine["branch"],
        "commit": machine["commit_message"].split()[-1], "machine id": machine["machine_id"],
        "file text": machine["file_text"].split()[-1].rstrip("."), "mac": mac,
        "mac as a number": str(int(mac, 16)), "time zone": machine["time_zone"],
        "language": language, "language tag": language.replace("_", "-"),
        "kernel": facts["kernel"], "address": machine["address"],
        "proxy": f"proxy.{machine['domain']}", "key": "test-000", "other key": "test000",
    }


def leaves(value, path="$"):
    """(path, text) of every key and scalar, through nested JSON and base64 texts."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{path} (key)", key
            yield from leaves(item, f"{path}.{key}")
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, f"{path}[*]")
    elif value is not None:
        yield path, str(value)
        if isinstance(value, str) and len(value) > 7:
            yield from nested(value, path)


def nested(text, path):
    inner, wrap = text, "json"
    if BASE64.fullmatch(text):
        try:
            padded = text.translate(str.maketrans("-_", "+/")) + "=="
            inner, wrap = base64.b64decode(padded).decode(), "base64"
        except ValueError:
            return
    if inner[:1] in ("{", "["):
        try:
            yield from leaves(json.loads(inner), f"{path}/{wrap}")
        except ValueError:
            return


def places(request):
    """(place, text) of everything one request says."""
    for name, value in request["headers"]:
        yield f"header {name}", value
    yield "request line", request["path"]
    data = base64.b64decode(request.get("body_decoded_b64") or request["body_b64"] or "")
    text = data.decode("utf-8", "replace")
    try:
        yield from leaves(json.loads(text))
        return
    except ValueError:
        pass
    for line in text.splitlines():  # newline-delimited JSON, forms, protobuf and the rest
        try:
            yield from leaves(json.loads(line), "line $")
        except ValueError:
            yield "body", line


def scan(folder):
    """The finds of one recording, first excerpt of each place."""
    wanted = canaries(json.loads((folder / "env.json").read_text(encoding="utf-8")))
    found = {}
    for request in read_lines(folder / "requests.jsonl"):
        for place, text in places(request):
            for name, canary in wanted.items():
                at = text.find(canary)
                if at >= 0:
                    route = request["path"].split("?")[0][:60]
                    excerpt = text[max(0, at - 50):at + len(canary) + 40]
                    found.setdefault((name, request.get("host") or "", route, place[:110]), excerpt)
    return [
        dict(canary=name, host=host, path=route, where=place, excerpt=excerpt)
        for (name, host, route, place), excerpt in found.items()
    ]


def main(prefixes):
    for file in sorted(OUTPUT.glob("*/*/env.json")):
        folder = file.parent
        name = str(folder.relative_to(OUTPUT))
        facts = json.loads(file.read_text(encoding="utf-8"))
        if "machine" not in facts or not name.startswith(tuple(prefixes) or ("",)):
            continue
        finds = scan(folder)
        text = json.dumps(finds, indent=1, ensure_ascii=False)
        (folder / "canaries.json").write_text(text + "\n", encoding="utf-8")
        print(f"## {name}")
        by_canary = collections.defaultdict(list)
        for find in finds:
            by_canary[find["canary"]].append(f"{find['host']}{find['path']} {find['where']}")
        for canary, where in by_canary.items():
            print(f"   {canary}: {len(where)} places, such as {where[0][:120]}")


if __name__ == "__main__":
    main(sys.argv[1:])
