#!/usr/bin/env python3
"""expectations.py FILE SCENARIO: writes what a recording really held into Captures/expected.json.

`exchanges` and `recipients` come from the vendor's truth; what was written there by hand (`told`,
`not_told`, `ratio`) stays.
"""

import collections
import json
import pathlib
import sys

from layout import HERE, OUTPUT
from verification import read_lines

sys.path.insert(0, str(HERE.parent))
from exchanges import expected

FILE = HERE.parent.parent / "Captures" / "expected.json"


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit("usage: expectations.py FILE SCENARIO [without-keys]")
    name, scenario, *without_keys = arguments
    table = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    truth = read_lines(OUTPUT / scenario / "requests.jsonl")
    exchanges = collections.Counter(expected(record) for record in truth)
    hosts = sorted({key.host for key in exchanges if key.method != "CONNECT"})
    row = table.setdefault(name, {})
    row["protocols"] = sorted({key.protocol for key in exchanges})
    row["recipients"] = hosts
    row["exchanges"] = {} if without_keys else {
        " ".join(key).rstrip(): count for key, count in sorted(exchanges.items())}
    table = dict(sorted(table.items()))
    text = json.dumps(table, indent=1, ensure_ascii=False)
    pathlib.Path(FILE).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
