"""Three network namespaces: client, gateway, vendor. None has a link to this computer.

    client 10.77.1.23 ── lan0 [gateway] wan0 ── vendor 10.77.2.2, proxies 10.77.2.9

Every name resolves to an address of 198.18.0.0/15, the range for benchmarks (RFC 2544), all of
which are the vendor's. Captures are taken on `lan0`, as a gateway would see them.
"""

import contextlib

from layout import ID, SYSTEM_PATH, run

CLIENT, GATEWAY, VENDOR = "client", "gateway", "vendor"
CLIENT_ADDRESS = "10.77.1.23"
CLIENT_MAC = "02:42:ca:fe:51:12"
NAME_SERVER = "10.77.2.2"
PUBLIC_RANGE = "198.18.0.0/15"
PUBLIC_RANGE_6 = "2001:db8:0:1::/64"
LAN = "lan0"

LINKS = (
    ("eth0", CLIENT, "10.77.1.23/24", "2001:db8:77:1::23/64"),
    (LAN, GATEWAY, "10.77.1.1/24", "2001:db8:77:1::1/64"),
    ("wan0", GATEWAY, "10.77.2.1/24", "2001:db8:77:2::1/64"),
    ("eth0", VENDOR, "10.77.2.2/24", "2001:db8:77:2::2/64"),
)
ROUTES = (
    (CLIENT, "default", "10.77.1.1"),
    (CLIENT, "default", "2001:db8:77:1::1"),
    (VENDOR, "default", "10.77.2.1"),
    (VENDOR, "default", "2001:db8:77:2::1"),
    (GATEWAY, PUBLIC_RANGE, "10.77.2.2"),
    (GATEWAY, PUBLIC_RANGE_6, "2001:db8:77:2::2"),
)


class Network:
    """The namespaces of one recording; a context manager that takes them down again."""

    def __init__(self, lab_id=ID, ipv6=True, offload=False):
        self.prefix, self.ipv6, self.offload = f"telltale-{lab_id}", ipv6, offload

    def __enter__(self):
        self.remove()
        try:
            self._build()
        except BaseException:
            self.remove()
            raise
        return self

    def __exit__(self, *_):
        self.remove()

    def name(self, node):
        return f"{self.prefix}-{node}"

    def command(self, node, *command):
        """The argument list that runs a command in a node's namespace."""
        return ["ip", "netns", "exec", self.name(node), *(str(part) for part in command)]

    def remove(self):
        for node in (CLIENT, GATEWAY, VENDOR):
            run("ip", "netns", "del", self.name(node), check=False)

    def _build(self):
        for node in (CLIENT, GATEWAY, VENDOR):
            run("ip", "netns", "add", self.name(node))
            self._in(node, "ip", "link", "set", "lo", "up")
            if not self.ipv6:
                self._in(node, "sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1",
                         "net.ipv6.conf.default.disable_ipv6=1", check=False)
        self._join(CLIENT, LAN)
        self._join(VENDOR, "wan0")
        self._in(CLIENT, "ip", "link", "set", "eth0", "address", CLIENT_MAC)
        for device, node, address, address_6 in LINKS:
            self._configure(node, device, address, address_6)
        self._in(VENDOR, "ip", "addr", "add", "10.77.2.9/24", "dev", "eth0")
        self._in(VENDOR, "ip", "route", "add", "local", PUBLIC_RANGE, "dev", "lo")
        if self.ipv6:
            self._in(VENDOR, "ip", "-6", "route", "add", "local", PUBLIC_RANGE_6, "dev", "lo",
                     check=False)
        for node, destination, gateway in ROUTES:
            if self.ipv6 or ":" not in gateway:
                self._in(node, "ip", "route", "add", destination, "via", gateway,
                         check=":" not in gateway)
        self._in(GATEWAY, "sysctl", "-qw", "net.ipv4.ip_forward=1")
        if self.ipv6:
            self._in(GATEWAY, "sysctl", "-qw", "net.ipv6.conf.all.forwarding=1", check=False)

    def _in(self, node, *command, check=True):
        return run(*self.command(node, *command), check=check)

    def _join(self, node, device):
        run("ip", "link", "add", "eth0", "netns", self.name(node), "type", "veth",
            "peer", "name", device, "netns", self.name(GATEWAY))

    def _configure(self, node, device, address, address_6):
        self._in(node, "ip", "addr", "add", address, "dev", device)
        self._in(node, "ip", "link", "set", device, "up")
        if self.ipv6:
            self._in(node, "ip", "-6", "addr", "add", address_6, "dev", device, "nodad",
                     check=False)
        if not self.offload:
            # Otherwise frames of up to 64 kB with unfinished checksums would be captured.
            features = [part for name in ("tso", "gso", "gro", "tx") for part in (name, "off")]
            self._in(node, "ethtool", "-K", device, *features, check=False)


def environment():
    """The environment in which the lab's own programs run."""
    return {"PATH": SYSTEM_PATH, "PYTHONDONTWRITEBYTECODE": "1"}


@contextlib.contextmanager
def kept(network):
    """Builds a network and leaves it up, to look around in it afterwards."""
    yield network.__enter__()
