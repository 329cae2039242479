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

SETTINGS: Mapping[str, object] = {
    "distributed.scheduler.allowed-failures": ALLOWED_FAILURES,
    # A worker gets a task when it can begin it, so that one which hangs holds few.
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.scheduler.worker-ttl": "2 minutes",
    "distributed.worker.daemon": False,
}


@contextmanager
def local(workers: int | None = None) -> Iterator[Client]:
    """Start worker processes on this machine, one a processor, and end them afterwards.

    Use it under `if __name__ == "__main__":` in a script, because the workers import it.
    """
    with (
        dask.config.set(SETTINGS),
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
    **options: Any,
) -> Iterator[Client]:
    """Ask the queue of a computing centre for `jobs` jobs and end them afterwards.

    Each job has `cores` workers. `options` go to dask-jobqueue as they are: `queue`, `account`,
    `job_extra_directives`, `job_script_prologue`, `interface`. The package must be installed where
    the jobs run, and `countyflow` found there: set COUNTYFLOW in `job_script_prologue`.
    """
    import dask_jobqueue

    kinds = {
        "slurm": dask_jobqueue.SLURMCluster,
        "pbs": dask_jobqueue.PBSCluster,
        "sge": dask_jobqueue.SGECluster,
        "lsf": dask_jobqueue.LSFCluster,
    }
    with (
        dask.config.set(SETTINGS),
        kinds[kind](
            cores=cores,
            processes=cores,
            memory=memory,
            walltime=walltime,
            scheduler_options={"dashboard": False},
            **options,
        ) as cluster,
        Client(cluster) as client,
    ):
        cluster.scale(jobs=jobs)
        yield client
