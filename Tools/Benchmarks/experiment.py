#!/usr/bin/env python3
"""Makes an experiment for `telltale compare`, from a fixed seed: many runs of an invented agent.

  experiment.py DIR [--runs 200] [--kilobytes 1000] [--factors 3] [--measure [PROGRAM]]

Each run is a pcap of clear HTTP: a dozen model requests that repeat a system prompt of 50 KB and a growing
conversation, and batches of telemetry. What varies by itself: ids, times, durations, cache states, the
order of events. What follows a factor: an apostrophe in the prompt (LANG), the local date and its separator
(TZ), the order of two headers (proxy).  DIR/experiment.yaml describes the runs, in random order.
Nothing here was captured; all names are made up.

With --measure the experiment is compared then, by a release build, and CPU time and peak memory are told,
with how many places of each kind were found.
"""
import argparse, json, os, pathlib, random, struct, subprocess, sys, uuid

pack = struct.pack
WORDS = ("the of to and in is that for on with as file use when you tool read write edit search path line "
         "code test build error value list name type result call user output input change check command "
         "directory project message response request model token context must should never always only "
         "before after into from without until because each every any other same new").split()
LEVELS = {"TZ": ["America/New_York", "Asia/Tokyo"], "LANG": ["en_US.UTF-8", "ja_JP.UTF-8"], "proxy": ["no", "yes"]}
START = 1_790_021_600


def prose(rng, size):
    """Text of about that many bytes, the same for the same generator state."""
    out, total = [], 0
    while total < size:
        sentence = " ".join(rng.choice(WORDS) for _ in range(rng.randint(6, 18))).capitalize() + rng.choice([".\n", ". ", ". "])
        out.append(sentence)
        total += len(sentence)
    return "".join(out)


class Pcap:
    """One client and one server, TCP over IPv4 over Ethernet."""

    def __init__(self, path, start):
        self.file = open(path, "wb")
        self.file.write(pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 262144, 1))
        self.time, self.port = start, 40000

    def frame(self, toserver, port, seq, ack, flags, data=b""):
        a, b = b"\x0a\x4d\x01\x17", b"\x0a\x4d\x02\x01"
        src, dst, sp, dp = (a, b, port, 80) if toserver else (b, a, 80, port)
        tcp = pack(">HHIIBBHHH", sp, dp, seq & 0xffffffff, ack & 0xffffffff, 0x50, flags, 64000, 0, 0) + data
        head = pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(tcp), 0, 0x4000, 64, 6, 0, src, dst)
        total = sum(struct.unpack(">10H", head))
        total = (total & 0xffff) + (total >> 16)
        head = head[:10] + pack(">H", ~(total + (total >> 16)) & 0xffff) + head[12:]
        frame = b"\x02\0\0\0\0\2\x02\0\0\0\0\1\x08\0" + head + tcp
        self.time += 0.00021
        self.file.write(pack("<IIII", int(self.time), int(self.time % 1 * 1e6), len(frame), len(frame)) + frame)

    def exchange(self, request, response):
        self.port += 1
        p, c, s = self.port, 1000, 5000
        self.frame(True, p, c, 0, 2)
        self.frame(False, p, s, c + 1, 18)
        c, s = c + 1, s + 1
        self.frame(True, p, c, s, 16)
        for i in range(0, len(request), 1448):
            part = request[i:i + 1448]
            self.frame(True, p, c, s, 24, part)
            c += len(part)
        self.frame(False, p, s, c, 24, response)
        s += len(response)
        self.frame(True, p, c, s, 17)
        self.frame(False, p, s, c + 1, 17)
        self.frame(True, p, c + 1, s + 1, 16)


def make_run(path, levels, number, size):
    fixed, rng = random.Random(7), random.Random(1000 + number)
    start = START + number * 97 + rng.random()
    pcap = Pcap(path, start)
    session, tokyo, ja = uuid.UUID(int=rng.getrandbits(128)), levels.get("TZ") == "Asia/Tokyo", levels.get("LANG", "").startswith("ja")
    day = (22 if tokyo else 21)
    date = f"2026/09/{day}" if tokyo else f"2026-09-{day}"
    system = prose(fixed, 24_000) + f"\n# Environment\nSession: {session}\nToday{'’' if ja else chr(39)}s date is {date}.\n" + prose(fixed, 26_000)
    tools = [{"name": f"tool_{i}", "description": prose(fixed, 700), "input_schema": {"type": "object"}} for i in range(12)]
    messages, sent = [], 0

    def post(target, body, extra=()):
        nonlocal sent
        data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        order = [("x-stainless-arch", "x64"), ("x-stainless-os", "Linux")]
        if levels.get("proxy") == "yes":
            order.reverse()
        fields = [("Host", "llm.quietharbor.example"), ("User-Agent", "orchard-agent/1.4.0"), ("Content-Type", "application/json"), *order,
                  ("x-request-id", str(uuid.UUID(int=rng.getrandbits(128)))), *extra, ("Content-Length", str(len(data)))]
        head = f"POST {target} HTTP/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in fields) + "\r\n"
        answer = json.dumps({"id": "msg_" + format(rng.getrandbits(64), "x"), "type": "message", "role": "assistant", "content": []}).encode()
        pcap.exchange(head.encode() + data, b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer)
        pcap.time += rng.random() * 3
        sent += len(data)

    step = 0
    while sent < size:
        step += 1
        messages.append({"role": "user", "content": [{"type": "text", "text": prose(fixed, 900)},
            {"type": "tool_result", "tool_use_id": "toolu_" + format(rng.getrandbits(80), "x"),
             "content": prose(fixed, 500) + f"\nreal {rng.random() * 4:.3f}s, {rng.randint(1, 9)} files, pid {rng.randint(200, 9000)}\n" + prose(fixed, 500)}]})
        post("/v1/messages", {"model": "claude-x", "max_tokens": 4096, "system": [{"type": "text", "text": system}], "tools": tools,
             "messages": messages, "metadata": {"user_id": str(session)}, "stream": True}, [("anthropic-version", "2023-06-01")])
        messages.append({"role": "assistant", "content": [{"type": "text", "text": prose(fixed, 400)}]})
        if step % 3 == 0:
            names = [f"agent_event_{i}" for i in range(24)]
            rng.shuffle(names)
            post("/v1/events/batch", {"events": [{"event": n, "uuid": str(uuid.UUID(int=rng.getrandbits(128))), "ts": int(pcap.time * 1000),
                "props": {"platform": "linux", "version": "1.4.0", "duration_ms": rng.randint(1, 900), "cached": rng.random() < .5,
                          "retries": rng.choice([0, 0, 0, 1, 2]), "rss_mb": rng.randint(180, 190), "shell": "bash", "session": str(session)}} for n in names]})


def measure(program, folder):
    """Compares the experiment, and tells what that took."""
    with open(os.path.join(folder, "comparison.json"), "wb") as output:
        process = subprocess.Popen([program, "compare", "-f", "json", "--no-progress", os.path.join(folder, "experiment.yaml")], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"compare ended with {process.returncode}")
    with open(os.path.join(folder, "comparison.json"), "rb") as file:
        result = json.load(file)
    kinds = {}
    for variation in result["variations"]:
        kinds[variation["kind"]] = kinds.get(variation["kind"], 0) + 1
    print(f"{result['runs'] if isinstance(result['runs'], int) else len(result['runs'])} runs: {usage.ru_utime + usage.ru_stime:.1f} s of CPU time, peak {usage.ru_maxrss // 1024} MiB; "
          + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir")
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--kilobytes", type=int, default=1000)
    parser.add_argument("--factors", type=int, default=3, choices=[1, 2, 3])
    built = pathlib.Path(__file__).resolve().parents[2] / ".build" / "release" / "telltale"
    parser.add_argument("--measure", nargs="?", const=str(built), metavar="PROGRAM")
    options = parser.parse_args()
    os.makedirs(options.dir, exist_ok=True)
    names = list(LEVELS)[:options.factors]
    conditions = [{n: LEVELS[n][c >> i & 1] for i, n in enumerate(names)} for c in range(1 << len(names))]
    order = list(range(options.runs))
    random.Random(3).shuffle(order)
    lines = ["schema: telltale.experiment/1", "levels:", "  TZ: {America/New_York: {place.timezone: America/New_York}, Asia/Tokyo: {place.timezone: Asia/Tokyo}}", "runs:"]
    for number in range(options.runs):
        levels, path = conditions[number % len(conditions)], f"run{number:03}.pcap"
        make_run(os.path.join(options.dir, path), levels, order[number], options.kilobytes * 1000)
        lines.append(f"  - {{capture: {path}, order: {order[number]}, factors: {{{', '.join(f'{n}: {v!r}' for n, v in levels.items())}}}}}")
    with open(os.path.join(options.dir, "experiment.yaml"), "w") as file:
        file.write("\n".join(lines) + "\n")
    if options.measure:
        measure(options.measure, options.dir)


if __name__ == "__main__":
    main()
