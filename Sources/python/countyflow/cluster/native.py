"""One task on a worker: one run of the native command, on a leash and against a clock."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from distributed import get_worker

from countyflow.program import leashed

#: Seconds between two looks whether somebody else has done a task that is still at work.
LOOK_EVERY = 2.0

#: Seconds that a task which somebody else has done may go on, so that the two results are compared.
TIME_TO_COMPARE = 5.0

#: What the program says when it would get other numbers than the one that began the sweep.
_OTHER_NUMBERS = "E281"

#: Exit codes that another try cannot change: command line, scenario, store (E510), limit.
FINAL_EXIT_CODES = frozenset({2, 3, 5, 6})


@dataclass(frozen=True)
class NativeTask:
    """Which task of which sweep, done by which program; `deadline` in seconds."""

    folder: str
    number: int
    deadline: float
    program: str

    @property
    def delivered(self) -> set[int]:
        """The shards of this task that stand on the disk now, by inode: one put there is new."""
        shards = (Path(self.folder) / "shards").glob(f"{self.number:06d}-*.json")
        found: set[int] = set()
        for shard in shards:
            with contextlib.suppress(FileNotFoundError):
                found.add(shard.stat().st_ino)
        return found

    @property
    def command(self) -> list[str]:
        """The command that does this task, here or anywhere else."""
        manifest = str(Path(self.folder) / "sweep.json")
        task = ["--from", manifest, "--task", str(self.number)]
        return [self.program, "run", *task, "--threads", "1", "--quiet"]


class TaskFailed(Exception):
    """The command ended with an exit code; `is_final` when another try is of no use."""

    def __init__(self, number: int, exit_code: int, message: str, command: list[str]) -> None:
        super().__init__(number, exit_code, message, command)
        self.number, self.exit_code, self.message = number, exit_code, message
        self.command = command

    @property
    def is_final(self) -> bool:
        """Whether the same would happen again."""
        return self.exit_code in FINAL_EXIT_CODES

    def __str__(self) -> str:
        return f"task {self.number}: {self.message.strip()} [exit code {self.exit_code}]"


class TaskHung(TaskFailed):
    """The command did not end before its deadline and was killed."""


class WorkerUnfit(TaskFailed):
    """The worker can do no task: its command is not there (4), or would get other numbers (5).

    `worker` is its address; the host, where no worker of Dask is at work.
    """

    def __init__(self, number: int, exit_code: int, message: str, command: list[str]) -> None:
        super().__init__(number, exit_code, message, command)
        self.worker = _here()


def _here() -> str:
    try:
        return str(get_worker().address)
    except ValueError:
        return socket.gethostname()


def carry_out(task: NativeTask) -> str:
    """Do a task and return the host it was done on, once its shard stands on the disk.

    The command dies with the worker. It is ended when somebody else delivers the same task and it
    does not follow within `TIME_TO_COMPARE`: a straggler blocks its worker no longer than that.
    Raises `WorkerUnfit` when no task can be done here, `TaskHung` at the deadline and `TaskFailed`
    for every exit code but 0.
    """
    command = task.command
    if shutil.which(task.program) is None:
        missing = f"E101: {task.program} on {socket.gethostname()}: no such command"
        raise WorkerUnfit(task.number, 4, missing, command)
    with subprocess.Popen(
        leashed(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as child:
        try:
            notes = _wait(child, task)
        except BaseException:
            _end(child)
            raise
    if notes is None:
        return socket.gethostname()
    if child.returncode != 0:
        message = notes.decode("utf-8", "replace").strip() or "it said nothing"
        if child.returncode == 5 and _OTHER_NUMBERS in message:
            raise WorkerUnfit(task.number, 5, message, command)
        raise TaskFailed(task.number, child.returncode, message, command)
    return socket.gethostname()


def _wait(child: subprocess.Popen[bytes], task: NativeTask) -> bytes | None:
    """Return what a command told until its end; None when it was overtaken and ended."""
    known, overtaken = task.delivered, False
    end = time.monotonic() + task.deadline
    while (left := end - time.monotonic()) > 0:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=min(left, LOOK_EVERY))[1]
        if not overtaken and task.delivered - known:
            overtaken, end = True, min(end, time.monotonic() + TIME_TO_COMPARE)
    _end(child)
    if overtaken:
        return None
    message = f"no end after {task.deadline:g} s; killed"
    raise TaskHung(task.number, -signal.SIGKILL, message, task.command)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill a command and whatever it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
