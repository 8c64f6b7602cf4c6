"""Writes the knowledge base as the text table that CompactTable.swift reads."""

import pathlib
import sys

import yaml

PLACES = ("user-agent", "header", "path", "body", "host", "query")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load(path):
    """Reads a file with every scalar left as the text that stands there."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)


def several(value):
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


class Table:
    def __init__(self):
        self.lines = []
        self.sources = {}

    def add(self, *fields):
        for field in fields:
            if "\t" in field or "\n" in field or '"""' in field:
                raise SystemExit(f"embed-knowledge: cannot write {field!r}")
        self.lines.append("\t".join(fields).rstrip("\t"))

    def numbers(self, entry):
        numbers = []
        for source in several(entry.get("sources")):
            numbers.append(str(self.sources.setdefault(source, len(self.sources))))
        return ",".join(numbers)

    def vendor(self, vendor):
        self.add("V", vendor["id"], vendor["name"], vendor["kind"], self.numbers(vendor))
        for host in several(vendor.get("endpoints")):
            default = "false" if vendor["kind"] == "platform" else "true"
            is_ai = "1" if host.get("ai", default) == "true" else "0"
            roles = ",".join(several(host["roles"]))
            self.add("H", host["host"], roles, is_ai, host["certainty"], self.numbers(host),
                     host.get("note", ""), host.get("owner", ""))
            paths = sorted(host.get("paths", {}).items(), key=lambda p: (-len(p[0].encode()), p[0]))
            for prefix, path_roles in paths:
                self.add("P", prefix, ",".join(several(path_roles)))
        for mark in several(vendor.get("marks")):
            self.mark("R", mark)

    def tool(self, tool):
        self.add("T", tool["id"], tool["name"], tool["vendor"], tool["kind"],
                 ",".join(several(tool.get("session-headers"))),
                 "|".join(several(tool.get("session-paths"))), self.numbers(tool),
                 tool.get("note", ""), ",".join(several(tool.get("hosts"))),
                 tool["certainty"], ",".join(several(tool.get("agent-headers"))))
        for mark in several(tool.get("marks")):
            self.mark("M", mark)

    def mark(self, kind, mark):
        place = next(p for p in PLACES if p in mark)
        named = place in ("header", "body", "query")
        self.add(kind, place, mark[place] if named else "",
                 mark.get("pattern", "") if named else mark[place], mark["weight"],
                 ",".join(several(mark.get("hosts"))))

    def client(self, client):
        self.add("C", client["id"], client["name"], client["user-agent"], self.numbers(client))

    def signal(self, signal):
        self.add("G", signal["id"], signal["attribute"], signal["part"], signal.get("path", ""),
                 signal.get("pattern", ""), signal.get("redaction", "none"),
                 ",".join(several(signal.get("tools"))), ",".join(several(signal.get("vendors"))),
                 "|".join(several(signal.get("targets"))), signal.get("confidence", "0.9"),
                 self.numbers(signal), signal.get("note", ""))

    def text(self):
        sources = ["S\t" + source for source in self.sources]
        return "\n".join(sources + self.lines)


def build(resources):
    table = Table()
    attributes = load(resources / "attributes.yaml")["attributes"]
    for name, entry in sorted(attributes.items()):
        table.add("A", name, entry["sensitivity"], entry["means"])
    for folder, write in (("vendors", table.vendor), ("tools", table.tool)):
        for path in sorted((resources / folder).glob("*.yaml"), key=lambda p: p.stem):
            write(load(path))
    for client in sorted(load(resources / "clients.yaml"), key=lambda c: c["id"]):
        table.client(client)
    signals = [s for path in (resources / "signals").glob("*.yaml") for s in several(load(path))]
    for signal in sorted(signals, key=lambda s: s["id"]):
        table.signal(signal)
    return table.text()


def main():
    root = pathlib.Path(sys.argv[1])
    target = root / "Sources/Knowledge/EmbeddedKnowledgeTable.swift"
    text = (
        "// Written by Tools/embed-knowledge from Sources/Knowledge/Resources; do not edit.\n"
        "// swift-format-ignore-file\n\n"
        "/// The built-in knowledge in the form that ``CompactTable`` reads.\n"
        "enum EmbeddedKnowledgeTable {\n"
        '  static let text = #"""\n' + build(root / "Sources/Knowledge/Resources") + "\n\n"
        '"""#\n}\n'
    )
    if "--check" in sys.argv[2:]:
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            raise SystemExit("embed-knowledge: the table is out of date; run Tools/embed-knowledge")
    else:
        target.write_text(text, encoding="utf-8")


main()
