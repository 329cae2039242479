"""Does the missing tasks of a sweep, round by round, until the program says that none is left."""

from __future__ import annotations

import time
from collections.abc import Callable
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from distributed import Client

from countyflow import commands
from countyflow.cluster.clusters import ALLOWED_FAILURES
from countyflow.cluster.hands import Hands
from countyflow.cluster.report import ClusterLost, Limits, Report, TasksFailed
from countyflow.errors import CountyFlowError
from countyflow.program import find
from countyflow.sweeps import Status, Sweep


def drive(
    sweep: Sweep | str | PathLike[str],
    client: Client,
    *,
    deadline: float = 3600.0,
    attempts: int = 3,
    twin_after: float = 3.0,
    worker_wait: float = 3600.0,
    program: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Do all missing tasks of a planned sweep and merge.

    Nothing is waited for without end: a hung command is killed at `deadline`, a worker that is
    silent is given up after the `silence` of its cluster (see `cluster.local`), one that lives and
    hangs after twice the deadline, stragglers are overtaken at the end, and an empty cluster is
    left after `worker_wait`.

    Args:
        sweep: The sweep or its folder, as the workers see it too.
        client: A client of any Dask cluster.
        deadline: Seconds after which a task is killed and tried again.
        attempts: How often a task is tried; wrong files and the like only once.
        twin_after: At the end of the sweep, a task that takes this many times the median is begun
            a second time elsewhere; whichever shard stands first counts, the other has some
            seconds to be compared with it.
        worker_wait: Seconds to wait for a worker when there is none, in a queue for instance.
        program: Path of the command on the workers; None: the path of the one found here.
        progress: Called with tasks done and tasks in all.

    Raises:
        ClusterLost: The scheduler is gone, or no worker comes.
        NoWorkerFits: No worker finds the command, or each would get other numbers.
        TasksFailed: Some tasks failed for good; nothing is merged.

    """
    folder = (sweep.folder if isinstance(sweep, Sweep) else Path(fspath(sweep))).absolute()
    status = commands.status(folder)
    report = Report(tasks=status.tasks, done_before=status.done)
    limits = Limits(deadline, attempts, twin_after, worker_wait)
    begun = time.monotonic()
    _never_blame_a_task(client)
    while not _is_finished(status):
        if not (missing := status.missing_tasks):
            commands.append_round(folder)
            status = commands.status(folder)
            continue
        hands = Hands(client, folder, str(program or find()), limits, report)
        try:
            hands.finish(missing, status.tasks, progress)
        except (OSError, TimeoutError) as error:  # how Dask says that nobody answers
            raise ClusterLost("the Dask scheduler is gone", folder) from error
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


def _never_blame_a_task(client: Client) -> None:
    """Let the scheduler of somebody else's cluster bear the death of workers too."""

    def allow(failures: int, dask_scheduler: Any = None) -> None:
        dask_scheduler.allowed_failures = max(dask_scheduler.allowed_failures, failures)

    client.run_on_scheduler(allow, ALLOWED_FAILURES)
