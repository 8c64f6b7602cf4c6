#!/usr/bin/env python3
"""The capture lab: real clients in a closed network, and a mock vendor that logs their secrets.

lab.py list                every scenario, and whether its client is installed
lab.py run NAME...         record these
lab.py run-all [PREFIX...] record all, or those whose names start so; missing clients are skipped
lab.py verify [NAME...]    ask tshark again about recordings already made

Needs root on Debian. LAB_ROOT (default /srv/telltale-lab) holds everything, recordings in out/.
LAB_ID names a second lab beside the first; LAB_KEEP=1 leaves the namespaces up.
"""

import os
import sys

import authority
import recording
import scenarios
import verification
from layout import OUTPUT, LabError


def usage():
    print(__doc__.strip(), file=sys.stderr)
    return 64


def chosen(names, table):
    unknown = [name for name in names if name not in table]
    if unknown:
        raise LabError(f"no such scenario: {' '.join(unknown)} (see `lab.py list`)")
    return [table[name] for name in names]


def show(table):
    for name, scenario in table.items():
        print(name if scenario.installed() else f"{name}  (client not installed)")
    return 0


def record(selection, missing_is_failure):
    """Records each; a failed one does not keep the others back."""
    if os.geteuid() != 0:
        raise LabError("recording needs root: network namespaces are made and entered")
    failures = 0
    for scenario in selection:
        if not scenario.installed():
            print(f"{scenario.name}: skipped, no {scenario.command[0]}", flush=True)
            failures += missing_is_failure
            continue
        try:
            print(f"{scenario.name}: {recording.Recording(scenario).make()}", flush=True)
        except (LabError, OSError) as failure:
            print(f"{scenario.name}: FAILED, {failure}", flush=True)
            failures += 1
    return 1 if failures else 0


def verify(names, table):
    recorded = [name for name in table if (OUTPUT / name / "env.json").exists()]
    for scenario in chosen(names or recorded, table):
        print(f"{scenario.name}: {verification.verify(scenario)}", flush=True)
    return 0


def main(arguments):
    command, names = (arguments or ["list"])[0], arguments[1:]
    if command not in ("list", "run", "run-all", "verify") or (command == "run" and not names):
        return usage()
    try:
        if command.startswith("run"):
            authority.make()  # before the table: Chromium's arguments name the leaf key
        table = scenarios.table()
        if command == "list":
            return show(table)
        if command == "verify":
            return verify(names, table)
        if command == "run":
            return record(chosen(names, table), missing_is_failure=True)
        prefixes = tuple(names) or ("",)
        selection = [table[name] for name in table if name.startswith(prefixes)]
        return record(selection, missing_is_failure=False)
    except LabError as failure:
        print(f"lab: {failure}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
