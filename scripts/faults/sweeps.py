"""Ends a sweep while it runs, and takes the disk away from it; going on must give the serial run."""

import json
import os
import random
import shutil
import signal
import subprocess
import time

from faults import tally
from faults.ground import COUNTYFLOW, STUDY, TINY

SWEEP = """\
schema: countyflow/sweep/1
id: faults
name: {zh: 故障, en: Faults}
study: quarter.yaml
design: grid
measures: [visits.grassrootsShare]
replications: 4
vary:
  workforce.countyPosted: {values: [0, 1, 2], since: 2024-05-01}
"""


class SweepBench:
    """A small sweep, and the content that an undisturbed run of it has."""

    def __init__(self, folder):
        self.folder = folder
        shutil.copytree(TINY, folder / "tiny")
        (folder / "tiny/quarter.yaml").write_text(STUDY, encoding="utf-8")
        self.file = folder / "tiny/faults.yaml"
        self.file.write_text(SWEEP, encoding="utf-8")
        self.serial = folder / "serial"
        begun = time.monotonic()
        done = self.run(self.serial)
        self.seconds = time.monotonic() - begun
        if done.returncode != 0:
            raise SystemExit(f"the undisturbed sweep failed: {done.stderr}")
        self.content = self.merged(self.serial)["contentHash"]
        self.tasks = self.merged(self.serial, "--status")["tasks"]
        self.points = (self.serial / "points.csv").read_bytes()

    def command(self, out):
        """Begins a sweep, or goes on with it."""
        begin = [str(self.file), "--out", str(out)]
        what = [str(out)] if (out / "sweep.json").exists() else begin
        return [COUNTYFLOW, "sweep", *what, "--threads", "2", "--no-cache", "--quiet"]

    def run(self, out, *before):
        """Runs it to its end; `before` are the words of another command in front."""
        command = [*before, *self.command(out)]
        return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)

    def merged(self, out, *options):
        """What `merge` says of a folder."""
        command = [COUNTYFLOW, "merge", str(out), "--json", *options]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
        return json.loads(done.stdout) if done.returncode == 0 else {"error": done.stderr}

    def sound(self, out):
        """How many tasks are done."""
        return self.merged(out, "--status").get("done", 0) if (out / "sweep.json").exists() else 0

    def judge(self, fault, injected, out, lost):
        """Goes on to the end and keeps the row; `lost` counts tasks that had been done before."""
        done = self.run(out)
        tally.check(f"{fault}: going on", done.returncode == 0, done.stderr)
        files = [path.name for path in (out / "shards").iterdir()]
        tasks = [name[:6] for name in files]
        status = self.merged(out, "--status")
        lost += status.get("tasks", 1) - status.get("done", 0)
        hidden = [name for name in files if not name.endswith(".json") or name.startswith(".")]
        tally.check(f"{fault}: nothing temporary is left", not hidden, hidden)
        equal = self.merged(out).get("contentHash") == self.content
        equal = equal and (out / "points.csv").read_bytes() == self.points
        tally.row(fault, injected, lost, len(tasks) - len(set(tasks)), equal)


def killed_at_random(bench, times, name, number, exit_code):
    """A signal at any moment of a sweep, again and again on the same folder."""
    luck = random.Random(5)
    injected = lost = 0
    out = bench.folder / f"random-{number}"
    for _ in range(times):
        if bench.sound(out) == bench.tasks:
            shutil.rmtree(out)
        before = bench.sound(out)
        child = subprocess.Popen(
            bench.command(out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(luck.uniform(0.05, 0.5) * bench.seconds)
        child.send_signal(number)
        ended = child.wait(60)
        injected += ended == exit_code
        lost += max(0, before - bench.sound(out))
    bench.judge(name, injected, out, lost)


def killed_at_calls(bench):
    """SIGKILL at the calls by which a shard comes to the disk."""
    for call, places in [("write", [1, 3, 7]), ("fsync", [1, 4, 9]), ("rename", [1, 2, 5, 9])]:
        out = bench.folder / f"killed-{call}"
        injected = lost = 0
        for place in places:
            before = bench.sound(out)
            done = bench.run(out, *strace(f"{call}:signal=KILL:when={place}"))
            injected += done.returncode != 0
            lost += max(0, before - bench.sound(out))
        bench.judge(f"sweep killed (SIGKILL) at {call}", injected, out, lost)


def refused_calls(bench):
    """The disk refuses a call, once and from then on: exit 4 or 7, and what is done stays done."""
    for error, call, places in [("ENOSPC", "write", ["2", "6", "4+"]), ("EIO", "fsync", ["2", "5+"])]:
        out = bench.folder / f"refused-{call}"
        injected = lost = 0
        for place in places:
            before = bench.sound(out)
            done = bench.run(out, *strace(f"{call}:error={error}:when={place}"))
            tally.check(f"{error} at {call} {place}", done.returncode in (0, 4, 7), done.stderr)
            injected += done.returncode != 0
            lost += max(0, before - bench.sound(out))
        bench.judge(f"sweep meets {error} at {call}", injected, out, lost)


def full_disk(bench):
    """A disk that is really full half way, and then is larger."""
    mount = bench.folder / "disk"
    mount.mkdir()
    shards = list((bench.serial / "shards").iterdir())
    rest = [bench.serial / "sweep.json", *(bench.serial / "inputs").rglob("*")]
    pages = sum(path.stat().st_size // 4096 + 1 for path in [*rest, *shards[: len(shards) // 2]])
    made = ["mount", "-t", "tmpfs", "-o", f"size={4096 * pages}", "tmpfs", str(mount)]
    if os.geteuid() != 0 or subprocess.run(made, capture_output=True, check=False).returncode != 0:
        print("skipped a disk that is really full: it needs the right to mount", flush=True)
        return
    try:
        out = mount / "out"
        done = bench.run(out)
        tally.check("full disk: exit 4 or 7", done.returncode in (4, 7), done)
        tally.check("full disk: the message has the path", str(mount) in done.stderr, done.stderr)
        before = bench.sound(out)
        tally.check("full disk: some tasks are done", 0 < before < bench.tasks, before)
        subprocess.run(["mount", "-o", "remount,size=100m", str(mount)], check=True)
        bench.judge("disk really full, then larger", 1, out, max(0, before - bench.sound(out)))
    finally:
        subprocess.run(["umount", str(mount)], check=False)


def strace(injection):
    """The words in front of a command that is to be disturbed."""
    return ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={injection}"]


def all_faults(bench, every):
    """Everything that can befall a sweep on one machine."""
    times = 40 if every else 8
    killed_at_random(bench, times, "sweep killed (SIGKILL) at any moment", signal.SIGKILL, -9)
    killed_at_random(bench, 3, "sweep interrupted (SIGINT) at any moment", signal.SIGINT, 130)
    killed_at_calls(bench)
    refused_calls(bench)
    full_disk(bench)
