"""Hands the tasks of a sweep to Dask until the program says that none is missing."""

from __future__ import annotations

import logging
import queue
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from distributed import Client, Future
from distributed.scheduler import KilledWorker

from countyflow import commands
from countyflow.cluster.clusters import ALLOWED_FAILURES
from countyflow.cluster.native import NativeTask, TaskFailed, TaskHung, carry_out
from countyflow.errors import CountyFlowError
from countyflow.program import find
from countyflow.sweeps import Merged, Status, Sweep

log = logging.getLogger("countyflow.cluster")


class ClusterLost(CountyFlowError):
    """The scheduler is gone; what is done stays done, and the same call goes on."""


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
    """What driving a sweep took."""

    tasks: int
    done_before: int
    seconds: float = 0.0
    retries: int = 0
    hung: int = 0
    twins: int = 0
    restarted_workers: int = 0
    merged: Merged | None = None
    failures: dict[int, TaskFailed] = field(default_factory=dict)


def drive(
    sweep: Sweep | str | PathLike[str],
    client: Client,
    *,
    deadline: float = 3600.0,
    attempts: int = 3,
    twin_after: float = 3.0,
    program: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Do all missing tasks of a planned sweep and merge.

    Nothing is waited for without end: a hung command is killed at `deadline`, a worker that is
    silent is given up after the `silence` of its cluster (see `cluster.local`), one that lives and
    hangs after twice the deadline, and at the end of the sweep stragglers are overtaken.

    Args:
        sweep: The sweep or its folder, as the workers see it too.
        client: A client of any Dask cluster.
        deadline: Seconds after which a task is killed and tried again.
        attempts: How often a task is tried; wrong files and the like only once.
        twin_after: At the end of the sweep, a task that takes this many times the median is begun
            a second time elsewhere; whichever shard stands first counts, the other has some
            seconds to be compared with it.
        program: Path of the command on the workers; None: the path of the one found here.
        progress: Called with tasks done and tasks in all.

    Raises:
        ClusterLost: The scheduler is gone.
        TasksFailed: Some tasks failed for good; nothing is merged.

    """
    folder = (sweep.folder if isinstance(sweep, Sweep) else Path(fspath(sweep))).absolute()
    status = commands.status(folder)
    report = Report(tasks=status.tasks, done_before=status.done)
    begun = time.monotonic()
    _never_blame_a_task(client)
    while not _is_finished(status):
        if not (missing := status.missing_tasks):
            commands.append_round(folder)
            status = commands.status(folder)
            continue
        hands = _Hands(client, folder, deadline, attempts, twin_after, program, report)
        try:
            hands.finish(missing, status.tasks, progress)
        except (OSError, TimeoutError) as error:  # how Dask says that nobody answers
            raise _lost(folder) from error
        if report.failures:
            report.seconds = time.monotonic() - begun
            raise TasksFailed(folder, report.failures)
        before, status = status, commands.status(folder)
        if status.done <= before.done and status.missing:
            raise CountyFlowError(
                f"the workers say that {len(missing)} tasks are done, but their shards are not in "
                f"{folder}: is it the same folder on every machine?"
            )
        report.tasks = status.tasks
    report.merged = commands.merge(folder)
    report.seconds = time.monotonic() - begun
    return report


def _is_finished(status: Status) -> bool:
    return not status.missing and status.settled is not False


class _Hands:
    """The tasks of one round, on their way."""

    def __init__(
        self,
        client: Client,
        folder: Path,
        deadline: float,
        attempts: int,
        twin_after: float,
        program: str | None,
        report: Report,
    ) -> None:
        self.client, self.folder, self.deadline = client, folder, deadline
        self.attempts, self.twin_after = attempts, twin_after
        self.program = program or str(find())
        self.report = report
        self.ended: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self.number_of: dict[Future, int] = {}
        self.handed_out: dict[str, float] = {}
        self.seen_at_work: dict[str, tuple[str, float]] = {}
        self.tries: dict[int, int] = {}
        self.twinned: set[int] = set()
        self.took: list[float] = []
        self.round = f"{time.time_ns():x}"

    def finish(
        self, numbers: Sequence[int], total: int, progress: Callable[[int, int], None] | None
    ) -> None:
        """Hand everything out and wait until each task is done or has failed for good."""
        open_tasks = dict.fromkeys(numbers)
        waiting = list(reversed(numbers))
        told = time.monotonic()
        while open_tasks:
            self._fill(waiting)
            future = self._next_ended(1.0)
            if future is not None:
                number = self.number_of.pop(future, None)
                if number is not None and number in open_tasks and self._settle(future, number):
                    del open_tasks[number]
                    self._drop(number)
                    if progress:
                        progress(total - len(open_tasks), total)
            if time.monotonic() - told > 1.0:
                told = time.monotonic()
                self._look_after(tail=not waiting)
        for future in list(self.number_of):
            future.cancel(force=True)

    def _fill(self, waiting: list[int]) -> None:
        """Keep a few tasks more than there are workers on their way."""
        hands = sum(self.client.nthreads().values()) if waiting else 0
        while waiting and len(self.number_of) < max(2, 2 * hands):
            self._submit(waiting.pop())

    def _submit(self, number: int, *, elsewhere_than: set[str] | None = None) -> None:
        self.tries[number] = self.tries.get(number, 0) + (elsewhere_than is None)
        kind = "twin" if elsewhere_than is not None else str(self.tries[number])
        others = None
        if elsewhere_than is not None:
            others = [worker for worker in self.client.nthreads() if worker not in elsewhere_than]
        future = self.client.submit(
            carry_out,
            self._task(number),
            key=f"countyflow-{self.round}-{number}-{kind}",
            pure=False,
            workers=others,
            allow_other_workers=others is not None,
        )
        self.number_of[future] = number
        self.handed_out[future.key] = time.monotonic()
        future.add_done_callback(self.ended.put)

    def _task(self, number: int) -> NativeTask:
        return NativeTask(str(self.folder), number, self.deadline, self.program)

    def _next_ended(self, seconds: float) -> Future | None:
        try:
            return self.ended.get(timeout=seconds)
        except queue.Empty:
            return None

    def _settle(self, future: Future, number: int) -> bool:
        """Return whether a task needs no more care; hand it out again if it does."""
        if future.status == "finished":
            # Where all tasks are short none is ever seen at work.
            handed_out = ("", self.handed_out[future.key])
            _, began = self.seen_at_work.get(future.key, handed_out)
            self.took.append(time.monotonic() - began)
            return True
        if future.status in ("cancelled", "lost"):
            self._require_scheduler()
            error: BaseException = TaskFailed(number, -1, "lost on its way", [])
        else:
            error = future.exception()
        failure = self._failure(error, number)
        self.report.hung += isinstance(failure, TaskHung)
        log.warning("%s", failure)
        if number in self.number_of.values():
            return False  # its twin is still at work
        if failure.is_final or self.tries[number] >= self.attempts:
            self.report.failures[number] = failure
            return True
        self.report.retries += 1
        self._submit(number)
        return False

    def _failure(self, error: BaseException, number: int) -> TaskFailed:
        if isinstance(error, TaskFailed):
            return error
        command = self._task(number).command
        if isinstance(error, KilledWorker):
            return TaskFailed(number, -9, "every worker that took it died", command)
        return TaskFailed(number, -1, f"{type(error).__name__}: {error}", command)

    def _drop(self, number: int) -> None:
        """Forget the other copies of a task that is done."""
        for future in [one for one, its in self.number_of.items() if its == number]:
            del self.number_of[future]
            self.seen_at_work.pop(future.key, None)
            future.cancel(force=True)

    def _look_after(self, *, tail: bool) -> None:
        """Restart workers that answer no more; begin stragglers a second time at the end."""
        self._require_scheduler()
        now = time.monotonic()
        keys = {future.key: number for future, number in self.number_of.items()}
        at_work: dict[str, str] = {}
        for worker, held in self.client.processing().items():
            for key in held:
                if key in keys:
                    at_work[key] = worker
                    if self.seen_at_work.get(key, ("", now))[0] != worker:
                        self.seen_at_work[key] = (worker, now)
        # A worker kills a command at its deadline; one that has not is deaf itself.
        deaf = {
            worker
            for key, worker in at_work.items()
            if now - self.seen_at_work[key][1] > 2 * self.deadline + 15
        }
        if deaf:
            log.warning("workers that answer no more are started again: %s", sorted(deaf))
            self.report.restarted_workers += len(deaf)
            self.client.restart_workers(list(deaf), raise_for_error=False)
            return
        if not tail or not self.took or self.twin_after <= 0:
            return
        late = max(1.0, self.twin_after * statistics.median(self.took))
        workers = set(self.client.nthreads())
        for key, worker in at_work.items():
            number = keys[key]
            is_late = now - self.seen_at_work[key][1] > late
            if is_late and number not in self.twinned and workers - {worker}:
                self.twinned.add(number)
                self.report.twins += 1
                log.info("task %d is late; begun a second time", number)
                self._submit(number, elsewhere_than={worker})

    def _require_scheduler(self) -> None:
        if self.client.status != "running":
            raise _lost(self.folder)


def _lost(folder: Path) -> ClusterLost:
    return ClusterLost(
        f"the Dask scheduler is gone; what is done stays done in {folder}: drive it again and only "
        "the rest is run"
    )


def _never_blame_a_task(client: Client) -> None:
    """Let the scheduler of somebody else's cluster bear the death of workers too."""

    def allow(failures: int, dask_scheduler: Any = None) -> None:
        dask_scheduler.allowed_failures = max(dask_scheduler.allowed_failures, failures)

    client.run_on_scheduler(allow, ALLOWED_FAILURES)
