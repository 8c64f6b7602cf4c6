"""The machine that a client believes it runs on: invented host, user, repository, place."""

import dataclasses
import json
import os
import pathlib
import platform
import shutil

import authority
from layout import ROOT, run
from network import CLIENT_ADDRESS, CLIENT_MAC, NAME_SERVER

USER_ID = 1000
BUNDLE = authority.SYSTEM_BUNDLE


@dataclasses.dataclass(frozen=True)
class Machine:
    """Invented facts. Each is odd enough to be found again in what a tool sends."""

    hostname: str = "press-heron-03"
    domain: str = "papermoon.example"
    user: str = "tessa"
    person: str = "Tessa Lindqvist"
    email: str = "tessa@papermoon.example"
    repository: str = "git@github.com:papermoon-studio/tide-tables.git"
    branch: str = "feature/harbour-wall"
    commit_message: str = "seed: canary commit plover-2207"
    file_text: str = "Internal canary project QUILL-AMBER-4415."
    machine_id: str = "7e117a1e7e117a1e7e117a1e7e117a1e"
    mac: str = CLIENT_MAC
    address: str = CLIENT_ADDRESS
    time_zone: str = "America/New_York"
    language: str = "en_US.UTF-8"

    @property
    def home(self):
        return f"/home/{self.user}"

    @property
    def project(self):
        return self.repository.rsplit("/", 1)[-1].removesuffix(".git")

    @property
    def directory(self):
        return f"{self.home}/src/{self.project}"

    def facts(self):
        """The ground truth in the format of `telltale profile`."""
        facts = [
            ("machine.hostname", self.hostname),
            ("machine.hostname", f"{self.hostname}.{self.domain}"),
            ("identity.username", self.user),
            ("identity.home_path", self.home),
            ("workspace.path", self.directory),
            ("workspace.project_name", self.project),
            ("workspace.repository", self.repository),
            ("workspace.branch", self.branch),
            ("identity.person_name", self.person),
            ("identity.email", self.email),
            ("identity.machine_id", self.machine_id),
            ("identity.mac_address", self.mac),
            ("network.private_address", self.address),
            ("network.dns_suffix", self.domain),
            ("machine.kernel", os.uname().release),
            ("machine.os", "Linux"),
            ("machine.architecture", os.uname().machine),
            ("machine.distribution", platform.freedesktop_os_release()["PRETTY_NAME"]),
            ("place.timezone", self.time_zone),
            ("place.locale", self.language.split(".")[0]),
        ]
        return {
            "schema": "telltale.profile/1",
            "facts": [{"attribute": attribute, "value": value} for attribute, value in facts],
        }

    def environment(self, tool_path, extra):
        """The client's whole environment. A value of None in `extra` takes a name out."""
        path = "/usr/bin:/bin" if not tool_path else f"{tool_path}:/usr/bin:/bin"
        variables = {
            "PATH": path, "HOME": self.home, "USER": self.user, "LOGNAME": self.user,
            "SHELL": "/bin/bash", "TERM": "xterm-256color", "TZ": self.time_zone,
            "LANG": self.language, "SSL_CERT_FILE": BUNDLE, "REQUESTS_CA_BUNDLE": BUNDLE,
            "NODE_EXTRA_CA_CERTS": BUNDLE, "PYTHONDONTWRITEBYTECODE": "1",
        } | extra
        return {name: value for name, value in variables.items() if value is not None}

    def lay_out(self, folder, variables, bundle):
        """Writes the files that `enter.sh` puts in place of this computer's own."""
        folder = pathlib.Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        files = {
            "directory": self.directory,
            "environment": "".join(f"{name}={_quoted(value)}\n" for name, value in variables.items()),
            "etc/hostname": f"{self.hostname}\n",
            "etc/hosts": "127.0.0.1 localhost\n"
            f"127.0.1.1 {self.hostname}.{self.domain} {self.hostname}\n",
            "etc/resolv.conf": f"search {self.domain}\nnameserver {NAME_SERVER}\n",
            "etc/passwd": "root:x:0:0:root:/root:/bin/bash\n"
            f"{self.user}:x:{USER_ID}:{USER_ID}:{self.person},,,:{self.home}:/bin/bash\n"
            "nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin\n",
            "etc/group": f"root:x:0:\n{self.user}:x:{USER_ID}:\nnogroup:x:65534:\n",
            "etc/machine-id": f"{self.machine_id}\n",
            "etc/timezone": f"{self.time_zone}\n",
        }
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        shutil.copy(bundle, folder / "etc" / "ca-certificates.crt")
        self._make_repository(folder / "home")
        run("chown", "-R", f"{USER_ID}:{USER_ID}", folder / "home")

    def _make_repository(self, home):
        project = home / "src" / self.project
        project.mkdir(parents=True)
        (project / "README.md").write_text(f"# {self.project}\n{self.file_text}\n")
        (project / "tides.py").write_text("def highest(rows):\n    return max(r['level'] for r in rows)\n")
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1"}
        for command in (
            ("config", "--global", "user.name", self.person),
            ("config", "--global", "user.email", self.email),
            ("config", "--global", "safe.directory", "*"),
            ("init", "-q", "-b", self.branch),
            ("remote", "add", "origin", self.repository),
            ("add", "."),
            ("commit", "-q", "-m", self.commit_message),
        ):
            run("git", *command, cwd=project, env=environment)


def _quoted(value):
    return "'" + value.replace("'", "'\\''") + "'"


def entry(folder, *command, root=ROOT):
    """The arguments that run a command on the machine laid out in `folder`."""
    script = pathlib.Path(__file__).with_name("enter.sh")
    return [
        "/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
        "unshare", "--mount", "--uts", "--ipc", "--pid", "--fork", "--kill-child", "--mount-proc",
        "bash", str(script), str(root), str(folder), *(str(part) for part in command),
    ]


def describe(machine):
    """The machine as plain JSON values."""
    return json.loads(json.dumps(dataclasses.asdict(machine)))
