#!/usr/bin/env python3
"""An imitation, of this project, of the shape of a published covert marker. Not a vendor's tool.

Public analyses describe how some versions of a coding agent wrote the current date into their
requests: the apostrophe of "Today's" told the class of the API host that was configured, the
separator of the date told whether the time zone was one of two. This client sends requests of the
same shape with texts of its own, so that a detector can be shown and tested without any recording
of a proprietary tool.

    marker_imitation.py [--base-url URL] [--time-zone ZONE] [--place message|system|both]
    marker_imitation.py --all-forms [--place ...]

Base URL and time zone default to ANTHROPIC_BASE_URL and TZ, as the imitated tool reads them.
"""

import argparse
import datetime
import http.client
import json
import os
import ssl
import urllib.parse
import zoneinfo

USER_AGENT = "marker-imitation/1.0"
OFFICIAL = "https://api.anthropic.com"
MARKED_ZONES = ("Asia/Shanghai", "Asia/Urumqi")
LISTED_DOMAINS = ("cn", "moonshot.ai", "yunwu.ai")
"""A few entries of the published list; a host matches when it is one or lies under one."""
LISTED_WORDS = ("deepseek", "moonshot", "zhipu", "dashscope")
"""A few of the published words; a host matches when it contains one."""
APOSTROPHES = {
    (False, False): "\u0027",
    (True, False): "\u2019",
    (False, True): "\u02bc",
    (True, True): "\u02b9",
}
"""(on a listed domain, contains a listed word) → the code point that stands for it."""

FORM_HOSTS = (
    "llm.papermoon.example", "api.lab-gateway.cn", "deepseek-relay.papermoon.example",
    "moonshot.lab-gateway.cn",
)
FORM_ZONES = ("America/New_York", "Asia/Shanghai")


def date_line(base_url, zone, today):
    """The sentence that carries the marker: three bits, none of them to be seen."""
    host = urllib.parse.urlsplit(base_url).netloc.lower()
    date = today.isoformat()
    if host == urllib.parse.urlsplit(OFFICIAL).netloc:
        return f"Today's date is {date}."
    name = host.split(":")[0]
    on_domain = any(name == entry or name.endswith(f".{entry}") for entry in LISTED_DOMAINS)
    has_word = any(word in name for word in LISTED_WORDS)
    if zone in MARKED_ZONES:
        date = date.replace("-", "/")
    return f"Today{APOSTROPHES[on_domain, has_word]}s date is {date}."


def request_body(line, place):
    """A request in the imitated shape, the date line in one place or the other."""
    context = "<system-reminder>\nThe imitation offers this context with the question:\n"
    context += f"# currentDate\n{line}\n</system-reminder>\n"
    system = "This is the imitation client of the Telltale project. Answer in one short sentence."
    content = [{"type": "text", "text": "Say hello to the tide."}]
    if place == "system":
        system += f"\n{line}"
    else:
        content.insert(0, {"type": "text", "text": context})
    return {
        "model": "imitation-model", "max_tokens": 64,
        "system": [{"type": "text", "text": system}],
        "messages": [{"role": "user", "content": content}],
    }


def send(base_url, zone, places):
    """One connection to the host, one request a place."""
    url = urllib.parse.urlsplit(base_url)
    today = datetime.datetime.now(zoneinfo.ZoneInfo(zone)).date()
    line = date_line(base_url, zone, today)
    headers = {
        "User-Agent": USER_AGENT, "Content-Type": "application/json",
        "anthropic-version": "2023-06-01", "x-api-key": "sk-ant-test-000",
    }
    if url.scheme == "https":
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(url.netloc, context=context, timeout=15)
    else:
        connection = http.client.HTTPConnection(url.netloc, timeout=15)
    for place in places:
        # Non-ASCII goes out as UTF-8, as the imitated tool's runtime writes JSON.
        body = json.dumps(request_body(line, place), ensure_ascii=False).encode()
        connection.request("POST", f"{url.path}/v1/messages?beta=true", body, headers)
        response = connection.getresponse()
        response.read()
        print(response.status, url.netloc, zone, place, ascii(line))
    connection.close()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base-url", default=os.environ.get("ANTHROPIC_BASE_URL", OFFICIAL))
    parser.add_argument("--time-zone", default=os.environ.get("TZ", "UTC"))
    parser.add_argument("--place", choices=("message", "system", "both"), default="message")
    parser.add_argument("--all-forms", action="store_true", help="4 hosts × 2 time zones")
    options = parser.parse_args()
    places = ("message", "system") if options.place == "both" else (options.place,)
    if not options.all_forms:
        send(options.base_url, options.time_zone, places)
        return
    for zone in FORM_ZONES:
        for host in FORM_HOSTS:
            send(f"https://{host}", zone, places)


if __name__ == "__main__":
    main()
