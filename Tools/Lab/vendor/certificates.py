"""A certificate for whatever name a client asks for, signed by the lab's own authority."""

import datetime
import hashlib
import os
import pathlib
import ssl

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID


class Certificates:
    """Leaves and TLS contexts, made on demand.

    All leaves share one key: Chromium is told to trust that key rather than the authority.
    """

    def __init__(self, authority, key_log):
        self.authority = pathlib.Path(authority)
        self.key_log = os.fspath(key_log)
        self.root = x509.load_pem_x509_certificate((self.authority / "ca.pem").read_bytes())
        self.root_key = self._key("ca.key")
        self.leaf_key = self._key("leaf.key")
        self.leaves = self.authority / "leaves"
        self.leaves.mkdir(exist_ok=True)
        self.contexts = {}

    def _key(self, name):
        return serialization.load_pem_private_key((self.authority / name).read_bytes(), None)

    def leaf(self, names):
        """The path of a PEM chain for `names`."""
        tag = hashlib.sha256("|".join(names).encode()).hexdigest()[:16]
        path = self.leaves / f"{tag}.pem"
        if not path.exists():
            chain = self._sign(names).public_bytes(serialization.Encoding.PEM)
            partial = path.with_suffix(f".{os.getpid()}")
            partial.write_bytes(chain + (self.authority / "ca.pem").read_bytes())
            partial.replace(path)  # a second lab may share this folder
        return path

    def _sign(self, names):
        now = datetime.datetime.now(datetime.timezone.utc)
        day = datetime.timedelta(days=1)
        common_name = x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])
        extensions = [
            (x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), False),
            (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
            (x509.BasicConstraints(False, None), True),
            (x509.SubjectKeyIdentifier.from_public_key(self.leaf_key.public_key()), False),
            (x509.AuthorityKeyIdentifier.from_issuer_public_key(self.root_key.public_key()), False),
        ]
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([common_name]))
            .issuer_name(self.root.subject)
            .public_key(self.leaf_key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - day)
            .not_valid_after(now + 90 * day))
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        return builder.sign(self.root_key, hashes.SHA256())

    def context(self, host):
        """The server context for one name; its secrets go to the key log."""
        if host not in self.contexts:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.leaf([host]), self.authority / "leaf.key")
            context.set_alpn_protocols(["h2", "http/1.1"])
            context.keylog_filename = self.key_log
            self.contexts[host] = context
        return self.contexts[host]

    def listening_context(self):
        """A context that turns into the asked-for name's own once the SNI is read."""
        context = self.context("lab.invalid")

        def choose(connection, name, _):
            connection.server_name = name
            if name:
                connection.context = self.context(name)

        context.sni_callback = choose
        return context
