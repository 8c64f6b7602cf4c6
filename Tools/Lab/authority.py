"""The lab's certificate authority: made once with openssl, trusted by the fake machine only."""

from layout import AUTHORITY, run

SYSTEM_BUNDLE = "/etc/ssl/certs/ca-certificates.crt"


def make(folder=AUTHORITY, leaf_names=()):
    """Makes `ca.pem`, `ca.key`, `leaf.key` and `bundle.pem` unless they are there.

    With `leaf_names` also `leaf.pem`, one certificate for all of them.
    """
    if (folder / "bundle.pem").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    run("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", folder / "leaf.key")
    run(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650",
        "-keyout", folder / "ca.key", "-out", folder / "ca.pem",
        "-subj", "/CN=Telltale Lab Root/O=Telltale Lab",
        "-addext", "keyUsage=critical,keyCertSign,cRLSign")
    if leaf_names:
        _sign_leaf(folder, leaf_names)
    with open(SYSTEM_BUNDLE, encoding="utf-8") as system:
        (folder / "bundle.pem").write_text(system.read() + (folder / "ca.pem").read_text())


def _sign_leaf(folder, names):
    request, extensions = folder / "leaf.csr", folder / "leaf.ext"
    alternatives = ",".join(f"DNS:{name}" for name in names)
    extensions.write_text(f"subjectAltName={alternatives}\nextendedKeyUsage=serverAuth\n")
    run("openssl", "req", "-new", "-key", folder / "leaf.key", "-out", request,
        "-subj", f"/CN={names[0]}")
    run("openssl", "x509", "-req", "-in", request, "-CA", folder / "ca.pem",
        "-CAkey", folder / "ca.key", "-CAcreateserial", "-days", "90",
        "-extfile", extensions, "-out", folder / "leaf.pem")
