"""Records one scenario: vendor up, capture on, client run, everything down, result checked."""

import contextlib
import json
import os
import platform
import shutil
import signal
import subprocess
import time

import authority
import machine as machines
import verification
from layout import AUTHORITY, CLIENTS, ENVIRONMENTS, HERE, ID, LOGS, OUTPUT, SCRATCH, ROOT, LabError
from network import CLIENT, GATEWAY, LAN, VENDOR, Network, environment, kept

VENDOR_PYTHON = ENVIRONMENTS / "srv" / "bin" / "python"


def stop(process, number=signal.SIGTERM, patience=5):
    """Ends a process that this program started."""
    if process is None or process.poll() is not None:
        return
    process.send_signal(number)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Recording:
    """One run of one scenario, written to `LAB_ROOT/out/<tool>/<scenario>/`."""

    def __init__(self, scenario):
        self.scenario = scenario
        self.folder = OUTPUT / scenario.name
        self.machine = machines.Machine(**scenario.machine)
        self.machine_folder = SCRATCH / f"machine-{ID}"
        self.capture = SCRATCH / f"capture-{ID}.{scenario.format}"

    def make(self):
        """Records, verifies, and returns one line that says how it went."""
        self._prepare()
        network = Network(offload=self.scenario.offload)
        with kept(network) if os.environ.get("LAB_KEEP") else network:
            outcome = self._record(network)
        shutil.move(self.capture, self.folder / f"capture.{self.scenario.format}")
        for name in ("keys.log", "requests.jsonl"):
            (self.folder / name).touch()
        self._describe(outcome)
        line = verification.verify(self.scenario)
        return f"exit {outcome['exit']}, {outcome['ended'] - outcome['started']:.1f} s, {line}"

    def _prepare(self):
        if not VENDOR_PYTHON.exists():
            raise LabError(f"no {VENDOR_PYTHON}: run setup.sh first")
        authority.make()
        shutil.rmtree(self.folder, ignore_errors=True)
        for folder in (self.folder, LOGS, SCRATCH):
            folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(HERE / "clients", CLIENTS, dirs_exist_ok=True)
        self.variables = self.machine.environment(
            self.scenario.tool_path, dict(self.scenario.variables))
        self.machine.lay_out(self.machine_folder, self.variables, AUTHORITY / "bundle.pem")

    def _record(self, network):
        with contextlib.ExitStack() as running:
            self._start_vendor(network, running)
            self._start_capture(network, running)
            started = time.time()
            code = self._run_client(network)
            ended = time.time()
            time.sleep(self.scenario.linger)
        return {"started": started, "ended": ended, "exit": code}

    def _start_vendor(self, network, running):
        log = running.enter_context(open(LOGS / f"vendor-{ID}.log", "w"))
        command = [
            VENDOR_PYTHON, "-m", "vendor", "--out", self.folder, "--ca", AUTHORITY,
            *self.scenario.vendor_options,
        ]
        vendor = subprocess.Popen(
            network.command(VENDOR, *command), stdout=subprocess.PIPE, stderr=log, text=True,
            cwd=HERE, env=environment())
        running.callback(stop, vendor)
        if vendor.stdout.readline().strip() != "ready":
            raise LabError(f"the vendor did not start; see {log.name}")

    def _start_capture(self, network, running):
        command = ["dumpcap", "-q", "-i", self.scenario.interface or LAN, "-w", self.capture]
        command += ["-P"] if self.scenario.format == "pcap" else []
        capture = subprocess.Popen(
            network.command(GATEWAY, *command),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        running.callback(stop, capture, signal.SIGINT)
        time.sleep(1)

    def _run_client(self, network):
        command = network.command(
            CLIENT, *machines.entry(self.machine_folder, *self.scenario.command, root=ROOT))
        with open(LOGS / f"{self.scenario.name.replace('/', '__')}.log", "w") as log:
            client = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/")
            try:
                return client.wait(self.scenario.timeout)
            except subprocess.TimeoutExpired:
                return "timeout"
            finally:
                stop(client, signal.SIGKILL)

    def _describe(self, outcome):
        facts = dict(
            tool=self.scenario.tool, version=self.scenario.installed_version(),
            scenario=self.scenario.title, description=self.scenario.description,
            argv=[str(part) for part in self.scenario.command], **outcome,
            machine=machines.describe(self.machine), client_env=self.variables,
            kernel=os.uname().release, arch=os.uname().machine,
            distro=platform.freedesktop_os_release()["PRETTY_NAME"],
            vendor_options=list(self.scenario.vendor_options))
        for name, value in (("env.json", facts), ("profile.json", self.machine.facts())):
            text = json.dumps(value, indent=1, ensure_ascii=False)
            (self.folder / name).write_text(text + "\n", encoding="utf-8")
