"""What driving a sweep took, and how it can end."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from countyflow.cluster.native import TaskFailed
from countyflow.errors import CountyFlowError
from countyflow.sweeps import Merged


class ClusterLost(CountyFlowError):
    """The scheduler or all workers are gone; what is done stays done, and the same call goes on."""

    def __init__(self, what: str, folder: Path) -> None:
        super().__init__(what, folder)
        self.what, self.folder = what, folder

    def __str__(self) -> str:
        return (
            f"{self.what}; what is done stays done in {self.folder}: drive it again and only the "
            "rest is run"
        )


class NoWorkerFits(CountyFlowError):
    """No worker can do any task; `refused` says why, by address.

    `exit_code` is 4 where the command is not there, 5 where it is of another model version.
    """

    def __init__(self, folder: Path, refused: dict[str, str], exit_code: int) -> None:
        super().__init__(folder, refused, exit_code)
        self.folder, self.refused, self.exit_code = folder, refused, exit_code

    def __str__(self) -> str:
        lines = [f"no worker can do a task of {self.folder}; what is done stays done"]
        return "\n".join(lines + [f"  {worker}: {why}" for worker, why in self.refused.items()])


class TasksFailed(CountyFlowError):
    """Some tasks failed for good; `failures` has the last error of each, by number."""

    def __init__(self, folder: Path, failures: dict[int, TaskFailed]) -> None:
        super().__init__(folder, failures)
        self.folder, self.failures = folder, failures

    def __str__(self) -> str:
        lines = [f"{len(self.failures)} tasks of {self.folder} failed; all others are done"]
        for failure in list(self.failures.values())[:10]:
            lines += [f"  {failure}", f"    again: {' '.join(failure.command)}"]
        return "\n".join(lines)


@dataclass
class Report:
    """What driving a sweep took; `refused` says why workers got no more tasks, by address."""

    tasks: int
    done_before: int
    seconds: float = 0.0
    retries: int = 0
    hung: int = 0
    twins: int = 0
    restarted_workers: int = 0
    merged: Merged | None = None
    failures: dict[int, TaskFailed] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Limits:
    """How long and how often things are tried; the arguments of `drive` say it."""

    deadline: float
    attempts: int
    twin_after: float
    worker_wait: float
