"""Ends a run at its system calls, and lets them fail, and looks at what is left."""

import hashlib
import json
import shutil
import subprocess
import sys

from faults import tally
from faults.ground import COUNTYFLOW, STUDY, TINY

KILLED = [
    "write", "pwrite64", "fsync", "fdatasync", "rename", "openat", "unlink", "ftruncate", "mkdir",
    "close",
]


class Bench:
    """A folder with the study, and what an undisturbed run of it leaves."""

    def __init__(self, folder):
        self.folder = folder
        shutil.copytree(TINY, folder / "tiny")
        self.study = folder / "tiny/quarter.yaml"
        self.study.write_text(STUDY, encoding="utf-8")
        self.out = folder / "out"
        self.command = [
            COUNTYFLOW, "run", str(self.study), "--quiet", "--threads", "1", "--out", str(self.out),
        ]
        done = subprocess.run(self.command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"the undisturbed run failed: {done.stderr}")
        self.files = self.hashes()
        self.content = self.stored()
        self.calls = self.count()
        self.clear()

    def clear(self):
        """No run has been here."""
        shutil.rmtree(self.out, ignore_errors=True)

    def hashes(self):
        """Every file but the manifest, which tells the time."""
        return {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.out.iterdir())
            if path.name != "manifest.json"
        }

    def stored(self):
        """The content hash of the store, or what is wrong with it."""
        done = subprocess.run(
            [COUNTYFLOW, "store", "check", str(self.out / "results.sqlite"), "--json"],
            capture_output=True, text=True, check=False,
        )
        return json.loads(done.stdout)["contentHash"] if done.returncode == 0 else done.stderr

    def traced(self, *options):
        """Runs the study under strace."""
        return subprocess.run(
            ["strace", "-f", "-qq", "-o", "/dev/null", *options, *self.command],
            capture_output=True, text=True, timeout=120, check=False,
        )

    def count(self):
        """How often an undisturbed run makes each call."""
        self.clear()
        log = self.folder / "calls"
        subprocess.run(
            ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=" + ",".join(KILLED), *self.command],
            capture_output=True, timeout=120, check=True,
        )
        counts = dict.fromkeys(KILLED, 0)
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            name = line.split(None, 1)[1].split("(", 1)[0] if " " in line else ""
            if name in counts:
                counts[name] += 1
        return counts


def places(count, every):
    """Which calls to disturb: all, or the first and last few and some between."""
    if every or count <= 12:
        return list(range(1, count + 1))
    step = max(1, count // 8)
    return sorted({1, 2, 3, *range(4, count, step), count - 2, count - 1, count})


def self_contained(path):
    """Whether a file is one whole JSON document."""
    try:
        return "contract" in json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return False


def killed(bench, every):
    """Fault 1."""
    for call in KILLED:
        times = 0
        for place in places(bench.calls[call], every):
            name = f"SIGKILL at {call} {place} of {bench.calls[call]}"
            bench.clear()
            done = bench.traced("-e", f"inject={call}:signal=KILL:when={place}")
            times += done.returncode != 0
            if (bench.out / "results.sqlite").exists():
                tally.check(f"{name}: the store is whole", bench.stored() == bench.content, bench.stored())
            for path in bench.out.iterdir() if bench.out.exists() else []:
                if path.name in bench.files:
                    found = hashlib.sha256(path.read_bytes()).hexdigest()
                    tally.check(f"{name}: {path.name}", found == bench.files[path.name], "half a file")
            again = subprocess.run(bench.command, capture_output=True, text=True, check=False)
            tally.check(f"{name}: again", again.returncode == 0, again.stderr)
            if again.returncode == 0:
                tally.check(f"{name}: same files", bench.hashes() == bench.files, str(bench.hashes()))
        print(f"{call:10} {bench.calls[call]:5} calls, killed {times} times", flush=True)


def refused(bench, every, error, calls):
    """Faults 3 and 5: over an earlier run, whose files must stay as they are."""
    bench.clear()
    subprocess.run(bench.command, capture_output=True, check=True)
    for call in calls:
        times = 0
        for place in places(bench.calls[call], every):
            for when in [f"{place}", f"{place}+"]:
                name = f"{error} at {call} {when} of {bench.calls[call]}"
                done = bench.traced("-e", f"inject={call}:error={error}:when={when}")
                if done.returncode == 0:
                    # The call was not one of a result: a message to the terminal, say.
                    tally.check(f"{name}: same files", bench.hashes() == bench.files)
                    continue
                times += 1
                tally.check(f"{name}: exit 4", done.returncode == 4, f"{done.returncode} {done.stderr}")
                tally.check(f"{name}: files", bench.hashes() == bench.files, str(bench.hashes()))
                # It is new when all files were in their place and only the answer could not be told.
                tally.check(f"{name}: manifest", self_contained(bench.out / "manifest.json"))
        print(f"{error:10} {call:10} {bench.calls[call]:5} calls, refused {times} times", flush=True)
