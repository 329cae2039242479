"""Where the workers come from: this machine, or the queue of a computing centre."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal

import dask
from distributed import Client, LocalCluster

#: A task is blamed for no death of a worker before this many: workers are what dies.
ALLOWED_FAILURES = 1000

#: Seconds without a sign of life after which a worker is started again.
SILENCE = 120.0


#: Seconds in which a job of a queue must have begun its workers, also on a busy machine.
TIME_TO_BEGIN = 600


def settings(silence: float) -> Mapping[str, object]:
    """Return what a cluster of ours asks of Dask."""
    return {
        "distributed.scheduler.allowed-failures": ALLOWED_FAILURES,
        # A worker gets a task when it can begin it, so that one which hangs holds few.
        "distributed.scheduler.worker-saturation": 1.0,
        "distributed.scheduler.worker-ttl": f"{silence} s",
        "distributed.worker.daemon": False,
    }


@contextmanager
def local(workers: int | None = None, *, silence: float = SILENCE) -> Iterator[Client]:
    """Start worker processes on this machine, one a processor, and end them afterwards.

    A worker that gives no sign of life for `silence` seconds, at least 5, is started again and what
    it held is done elsewhere; it is noticed before twice that time. Use it under
    `if __name__ == "__main__":` in a script, because the workers import it.
    """
    with (
        dask.config.set(settings(silence)),
        LocalCluster(
            n_workers=workers or len(os.sched_getaffinity(0)),
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
            silence_logs="ERROR",
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


@contextmanager
def job_queue(
    kind: Literal["slurm", "pbs", "sge", "lsf"],
    *,
    jobs: int,
    cores: int,
    memory: str,
    walltime: str = "02:00:00",
    silence: float = SILENCE,
    **options: Any,
) -> Iterator[Client]:
    """Ask the queue of a computing centre for `jobs` jobs and end them afterwards.

    Each job has `cores` workers; `silence` as for `local`. `options` go to dask-jobqueue as they
    are: `queue`, `account`, `job_extra_directives`, `job_script_prologue`, `interface`. The package
    must be installed where the jobs run, and `countyflow` found there: set COUNTYFLOW in
    `job_script_prologue`.
    """
    import dask_jobqueue

    kinds = {
        "slurm": dask_jobqueue.SLURMCluster,
        "pbs": dask_jobqueue.PBSCluster,
        "sge": dask_jobqueue.SGECluster,
        "lsf": dask_jobqueue.LSFCluster,
    }
    with (
        dask.config.set(settings(silence)),
        kinds[kind](
            cores=cores,
            processes=cores,
            memory=memory,
            walltime=walltime,
            death_timeout=TIME_TO_BEGIN,
            scheduler_options={"dashboard": False},
            **options,
        ) as cluster,
        Client(cluster) as client,
    ):
        cluster.scale(jobs=jobs)
        yield client
