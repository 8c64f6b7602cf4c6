"""Headless Chromium on the web applications, over TCP and over QUIC."""

import base64
import hashlib
import subprocess

from layout import AUTHORITY

from .scenario import SHANGHAI

COMMAND = [
    "/usr/bin/chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--user-data-dir=/tmp/profile", "--virtual-time-budget=4000", "--timeout=9000",
]


def trusted_key():
    """The option by which Chromium accepts the lab's leaves: it has a trust store of its own."""
    key = AUTHORITY / "leaf.key"
    if not key.exists():
        return "--ignore-certificate-errors-spki-list="
    public = subprocess.run(
        ["openssl", "ec", "-in", key, "-pubout", "-outform", "DER"], capture_output=True).stdout
    digest = base64.b64encode(hashlib.sha256(public).digest()).decode()
    return f"--ignore-certificate-errors-spki-list={digest}"


def add_to(table):
    trust = trusted_key()

    def chromium(title, description, host, *options, **more):
        table.add("chromium", title, description, *COMMAND, trust, *options, "--dump-dom",
                  f"https://{host}/", timeout=45,
                  version=["chromium", "/usr/bin/chromium", "--version"], **more)

    for host, prefix, machine in (
        ("chatgpt.com", "chatgpt", {}), ("claude.ai", "claude-ai", SHANGHAI),
    ):
        chromium(f"{prefix}-h2", f"{host} over HTTP/2", host, machine=machine)
        chromium(f"{prefix}-quic", f"{host} over HTTP/3", host, "--enable-quic",
                 f"--origin-to-force-quic-on={host}:443", vendor_options=["--h3"])
