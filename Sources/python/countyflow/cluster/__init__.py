"""A sweep on many machines, driven by Dask.

Each task is one `countyflow run --from DIR/sweep.json --task N`, which leaves one sealed shard in
DIR, a folder that every worker sees. What is done is what the program's own check finds there,
never a log. So a worker, the client or the scheduler may die at any moment: the same call again
does the rest. At the end one `countyflow merge` builds the results.

    from countyflow import cluster, plan

    sweep = plan("Scenarios/tiny/sweep.yaml", out="notebooks-out/tiny-sweep")
    with cluster.local(workers=2) as client:
        report = cluster.drive(sweep, client)
"""

from countyflow.cluster.clusters import job_queue, local
from countyflow.cluster.driver import drive
from countyflow.cluster.native import NativeTask, TaskFailed, TaskHung, WorkerUnfit, carry_out
from countyflow.cluster.report import ClusterLost, NoWorkerFits, Report, TasksFailed

__all__ = [
    "ClusterLost",
    "NativeTask",
    "NoWorkerFits",
    "Report",
    "TaskFailed",
    "TaskHung",
    "TasksFailed",
    "WorkerUnfit",
    "carry_out",
    "drive",
    "job_queue",
    "local",
]
