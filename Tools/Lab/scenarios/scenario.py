"""What a scenario is: a client, its environment, and what is special about the network."""

import dataclasses
import re
import shutil

from layout import CLIENTS, ENVIRONMENTS, LabError, run


@dataclasses.dataclass
class Scenario:
    """One row of the table. `tool` and `title` name the folder of its recording."""

    tool: str
    title: str
    description: str
    command: list
    version: object = ""
    """Text, or a list: a name, then the command whose output states the version."""
    package: str = ""
    """The Python distribution whose installed version is meant, instead of `version`."""
    tool_path: str = ""
    """A folder put before the client's PATH."""
    variables: dict = dataclasses.field(default_factory=dict)
    machine: dict = dataclasses.field(default_factory=dict)
    """Facts of the invented machine that differ from the usual ones."""
    vendor_options: list = dataclasses.field(default_factory=list)
    format: str = "pcapng"
    interface: str = ""
    offload: bool = False
    timeout: int = 60
    linger: float = 1.0
    """Seconds that the capture goes on after the client ended."""

    @property
    def name(self):
        return f"{self.tool}/{self.title}"

    def installed(self):
        return shutil.which(str(self.command[0]), path="/usr/bin:/bin") is not None

    def installed_version(self):
        if self.package:
            code = f"import importlib.metadata as m; print(m.version({self.package!r}))"
            python = f"{self.tool_path}/python"
            return f"{self.package} {run(python, '-c', code, check=False).stdout.strip()}"
        if isinstance(self.version, str):
            return self.version
        name, *command = self.version
        shown = run(*command, check=False, env={"PATH": "/usr/bin:/bin"}).stdout
        number = re.search(r"\d+(\.\d+)+", shown)
        return f"{name} {number[0]}" if number else name


class Table(dict):
    """Scenarios by name, in the order in which they were added."""

    def add(self, tool, title, description, *command, **options):
        scenario = Scenario(tool, title, description, list(command), **options)
        if scenario.name in self:
            raise LabError(f"two scenarios are called {scenario.name}")
        self[scenario.name] = scenario

    def python(self, tool, title, description, environment, script, *arguments, **options):
        """A script of `clients/` under one of the virtual environments."""
        folder = ENVIRONMENTS / environment / "bin"
        if "version" not in options:
            options.setdefault("package", tool)
        self.add(tool, title, description, folder / "python", CLIENTS / script, *arguments,
                 tool_path=str(folder), **options)


def place(time_zone, language="en_US.UTF-8"):
    """Machine facts for another part of the world."""
    return {"time_zone": time_zone, "language": language}


SHANGHAI = place("Asia/Shanghai", "zh_CN.UTF-8")
LISBON = place("Europe/Lisbon", "pt_PT.UTF-8")
