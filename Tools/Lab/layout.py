"""Where the lab keeps its things, and how it runs commands."""

import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
"""The lab's own source."""

ROOT = pathlib.Path(os.environ.get("LAB_ROOT", "/srv/telltale-lab"))
"""Everything the lab makes or downloads. Delete it to remove the lab."""

ID = os.environ.get("LAB_ID", "a")
"""Two labs with different ids can run beside each other."""

AUTHORITY = ROOT / "ca"
OUTPUT = ROOT / "out"
LOGS = ROOT / "logs"
SCRATCH = ROOT / "tmp"
ENVIRONMENTS = ROOT / "venvs"
DOWNLOADS = ROOT / "dl"
CLIENTS = ROOT / "clients"
"""A copy of `clients/`: the client's machine shows nothing of this computer but LAB_ROOT and /usr."""

SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


class LabError(Exception):
    """Something the user can mend; the message says how."""


def run(*command, check=True, **options):
    """Runs a command and returns it with its output as text."""
    result = subprocess.run(
        [str(part) for part in command], text=True, capture_output=True, **options)
    if check and result.returncode:
        complaint = (result.stderr or result.stdout).strip().splitlines()
        shown = " ".join(str(part) for part in command)
        raise LabError(f"`{shown}` failed: {complaint[-1] if complaint else 'no output'}")
    return result
