"""A stand-in for the command in the tests of the driver: the contract of shards, without a model.

A task's result follows from seed and number alone. Faults wait as files in $FAKE_FAULTS and happen
once each: `hang-N`, `crash-N` (killed by a signal), `half-N` (dies with half a shard under a
temporary name), `lie-N` (says that all is well and leaves nothing); `always-N` fails every time.
A worker whose process is N has a command of another model while `model-N` is there.
The file `delay` there says how long a task takes, in seconds.
"""

import hashlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

TASKS, SEED = 24, 20240101
FAULTS = Path(os.environ["FAKE_FAULTS"])


def seal(content: dict[str, object]) -> bytes:
    """Return the bytes of a shard."""
    plain = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    body = hashlib.sha256(plain).hexdigest()
    return b'{"body":"' + body.encode() + b'",' + plain[1:] + b"\n"


def key_of(task: int) -> str:
    """Return the key that the shard of a task must bear."""
    return hashlib.sha256(f"fake {SEED} {task}".encode()).hexdigest()


def shard(task: int) -> bytes:
    """Return the shard of a task."""
    luck = random.Random(SEED + task)  # noqa: S311
    point, replication = divmod(task, 4)
    share = round(luck.random(), 9)
    readings = {
        "periods": ["2024"],
        "series": [{"measure": "visits.grassrootsShare", "value": repr(share)}],
    }
    return seal(
        {
            "brokenIdentities": [],
            "events": 1000 + task,
            "fingerprint": f"{luck.getrandbits(64):016x}",
            "key": key_of(task),
            "ledger": [],
            "point": point,
            "policy": 0,
            "policyName": "baseline",
            "readings": readings,
            "replication": replication,
            "schema": "countyflow/shard/3",
            "seed": SEED,
            "task": task,
            "values": [{"path": "beds.conversion", "value": point / 10}],
        }
    )


def place_of(folder: Path, task: int) -> Path:
    """Return where the shard of a task stands."""
    return folder / "shards" / f"{task:06d}-{key_of(task)[:16]}.json"


def is_sound(folder: Path, task: int) -> bool:
    """Return whether the shard of a task can be believed."""
    place = place_of(folder, task)
    if not place.is_file():
        return False
    text = place.read_bytes()
    seal_of_rest = hashlib.sha256(b"{" + text[75:-1]).hexdigest().encode()
    return text[9:73] == seal_of_rest and json.loads(text)["key"] == key_of(task)


def fault(kind: str, task: int) -> bool:
    """Return whether a fault of this kind waits for this task, and take it away."""
    try:
        (FAULTS / f"{kind}-{task}").unlink()
    except FileNotFoundError:
        return False
    return True


def run(folder: Path, task: int) -> int:
    """Do one task."""
    if (FAULTS / f"model-{os.getppid()}").exists():
        print("error: E281: other numbers here: model 1 there, 0 here", file=sys.stderr)
        return 5
    if (FAULTS / f"always-{task}").exists():
        print(f"error: E590: task {task} never works", file=sys.stderr)
        return 1
    if fault("hang", task):
        time.sleep(3600)
    if fault("crash", task):
        os.kill(os.getpid(), signal.SIGSEGV)
    if fault("lie", task) or is_sound(folder, task):
        return 0
    time.sleep(float((FAULTS / "delay").read_text()))
    text = shard(task)
    place = place_of(folder, task)
    temporary = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    if fault("half", task):
        temporary.write_bytes(text[:100])
        os.kill(os.getpid(), signal.SIGKILL)
    temporary.write_bytes(text)
    temporary.replace(place)
    return 0


def ranges(numbers: list[int]) -> str:
    """Return numbers as a list such as `3,7-9`."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ",".join(f"{a}" if a == b else f"{a}-{b}" for a, b in parts)


def merge(folder: Path, *, only_status: bool) -> int:
    """Check the shards, and say what there is."""
    done = [task for task in range(TASKS) if is_sound(folder, task)]
    missing = [task for task in range(TASKS) if task not in set(done)]
    if only_status:
        damaged = [
            {"file": str(place_of(folder, task)), "reason": "the seal is broken"}
            for task in missing
            if place_of(folder, task).exists()
        ]
        said: dict[str, object] = {"schema": "countyflow/sweep-status/1", "tasks": TASKS}
        found = {"done": len(done), "missing": ranges(missing), "damaged": damaged}
        found |= {"settled": None if missing else True}
        print(json.dumps({**said, **found}))
        return 0
    if missing:
        print(f"error: E585: tasks {ranges(missing)} are missing", file=sys.stderr)
        return 7
    whole = hashlib.sha256(b"".join(place_of(folder, task).read_bytes() for task in done))
    said = {"schema": "countyflow/merge/1", "tasks": TASKS, "shards": len(done)}
    print(json.dumps({**said, "contentHash": whole.hexdigest(), "complete": True}))
    return 0


def main(arguments: list[str]) -> int:
    """Do what the command line says."""
    command = arguments[0]
    if command == "sweep":
        folder = Path(arguments[arguments.index("--out") + 1])
        (folder / "shards").mkdir(parents=True, exist_ok=True)
        axes = [{"path": "beds.conversion", "kind": "lever", "zh": "转换", "en": "Conversion"}]
        names = {"schema": "countyflow/sweep-manifest/1", "id": "fake", "zh": "假", "en": "Fake"}
        shown = {"note": "", "measures": ["visits.grassrootsShare"], "axes": axes}
        manifest: dict[str, object] = {**names, **shown}
        (folder / "sweep.json").write_text(json.dumps(manifest))
        if "--emit" in arguments:
            return 0
        for task in range(TASKS):
            if status := run(folder, task):
                return status
        return merge(folder, only_status=False)
    if command == "run":
        manifest_file = Path(arguments[arguments.index("--from") + 1])
        return run(manifest_file.parent, int(arguments[arguments.index("--task") + 1]))
    if command == "merge":
        return merge(Path(arguments[1]), only_status="--status" in arguments)
    print(f"error: no command {command}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
